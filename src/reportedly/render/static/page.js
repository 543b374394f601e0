// Lights up what belongs together: a statement's sources, cues, content and note, and its details in the panel.
// Without it the page still reads, and its numbers still lead to the notes and back.
"use strict";
(() => {
  const panel = document.getElementById("panel");
  const details = panel.querySelector("div");
  const parts = new Map(); // article -> number of a statement -> all that is marked as part of it
  let lit = [];
  let held = null; // what a click or the focus holds while the pointer wanders
  let leaving = 0; // the pointer crosses gaps between lines: the panel waits for where it goes

  for (const article of document.querySelectorAll("[data-article]")) {
    const marked = new Map();
    for (const element of article.querySelectorAll("[data-of]")) {
      for (const number of element.dataset.of.split(" ")) {
        if (!marked.has(number)) marked.set(number, []);
        marked.get(number).push(element);
      }
    }
    parts.set(article, marked);
  }

  const statementAt = (target) => (target instanceof Element ? target.closest("[data-of]") : null);

  function light(element) {
    clearTimeout(leaving);
    for (const part of lit) part.classList.remove("on");
    lit = [];
    panel.hidden = true;
    if (!element) return;
    const numbers = element.dataset.of.split(" ");
    const marked = parts.get(element.closest("[data-article]"));
    lit = numbers.flatMap((number) => marked.get(number));
    for (const part of lit) part.classList.add("on");
    if (numbers.length > 1) return; // a relay of many: the notes tell them apart
    const more = lit.find((part) => part.matches(".note")).querySelector(".more");
    details.replaceChildren(...[...more.children].map((child) => child.cloneNode(true)));
    panel.hidden = false;
  }

  function hold(element) {
    held = element;
    light(element);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || panel.contains(event.target)) return;
    const element = statementAt(event.target);
    if (element) light(element);
    else leaving = setTimeout(light, 150, held);
  });

  document.addEventListener("click", (event) => {
    if (!panel.contains(event.target)) hold(statementAt(event.target));
  });

  document.addEventListener("focusin", (event) => {
    if (!panel.contains(event.target)) hold(statementAt(event.target));
  });

  panel.querySelector("button").addEventListener("click", () => hold(null));

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape") {
      hold(null);
      return;
    }
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const from = statementAt(event.target);
    if (!step || !from) return;
    const kind = from.matches(".ref") ? ".ref" : ".number"; // stays in the text, or in the notes
    const numbers = parts.get(from.closest("[data-article]"));
    const to = numbers.get(String(Number(from.dataset.of) + step))?.find((part) => part.matches(kind));
    if (to) {
      event.preventDefault();
      to.focus();
    }
  });

  // an address that ends in the place of a statement shows it
  const lead = () => hold(statementAt(document.getElementById(decodeURIComponent(location.hash.slice(1)))));
  addEventListener("hashchange", lead);
  if (location.hash) lead();

  document.documentElement.classList.add("live");
})();
