// What the pages need beyond links and forms: "/" goes to the search, j and k step through the rows, and files that
// are dropped on a page that takes some are chosen as if by hand.
"use strict";
(() => {
  const typing = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || typing(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector(".search input")?.focus();
      return;
    }
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const rows = [...document.querySelectorAll(".rows > li, tbody tr:has(> th), .claim > h3")]
      .filter((row) => row.checkVisibility())
      .map((row) => row.querySelector("a") ?? Object.assign(row, { tabIndex: -1 }));
    const at = rows.indexOf(document.activeElement);
    rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
  });

  // without this the browser leaves the page, and opens the file that was dropped beside the field
  const field = () => document.querySelector('.drop input[type="file"]');
  const over = (event) => field() && event.dataTransfer?.types.includes("Files");
  const lit = (on) => field()?.closest(".drop").classList.toggle("over", on);

  document.addEventListener("dragover", (event) => {
    if (!over(event)) return;
    event.preventDefault();
    lit(true);
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget || lit(false));
  document.addEventListener("drop", (event) => {
    if (!over(event)) return;
    event.preventDefault();
    lit(false);
    field().files = event.dataTransfer.files;
    field().focus();
  });
})();
