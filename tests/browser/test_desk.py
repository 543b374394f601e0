"""What a reporter does at the desk, in a real browser; every page is held to WCAG 2.2 AA."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from reportedly.render.story_page import render_story
from tests.render import traced

pytestmark = pytest.mark.weights

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LISTS = [
    "/?day=2031-03-01", "/stories", "/entities", "/contacts", "/contacts?month=2031-03", "/positions", "/sources",
    "/failures", "/search", "/search?q=valley", "/add", "/corrections", "/access", "/api", "/nowhere",
]  # fmt: skip


def troubles(page: Page) -> list[str]:
    found: Any = Axe().run(page, options=RULES).response
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]} ({len(v['nodes'])})" for v in found["violations"]]


def deep(page: Page) -> list[str]:
    """A story, a claim, an article, an entity and a correction, as links lead to them."""
    stories = page.request.get("/stories.json").json()["rows"]
    claims = page.request.get(f"/stories/{stories[0]['id']}.json").json()["claims"]
    article = claims[0]["statements"][0]["article"]
    entity = page.request.get("/entities.json").json()["rows"][0]["id"]
    named = page.request.get(f"/articles/{article}.json").json()
    statement = named["statements"][0]["id"]
    return [
        f"/stories/{stories[0]['id']}", f"/claims/{claims[0]['id']}", f"/articles/{article}", f"/entities/{entity}",
        f"/correct?about=statement&article={article}&id={statement}",
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_can_be_used_by_everybody(page: Page, scheme: Any, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    found = {}
    for address in [*LISTS, *deep(page)]:
        response = page.request.get(address)
        if response.status == 404:
            continue  # its own error would count as trouble; the page is that of all refusals
        page.goto(address)
        if problems := troubles(page):
            found[address] = problems
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            found.setdefault(address, []).append(f"{wide} pixels wider than the window")
    assert found == {}


def test_from_the_first_page_to_the_words_within_a_minute(page: Page) -> None:
    page.goto("/")
    page.locator("ol.rows a").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.locator(".claim .where a").first.click()
    expect(page.get_by_role("heading", name="Every wording, beside the first")).to_be_visible()
    page.locator(".wordings a").first.click()
    page.wait_for_url("**/articles/**")
    expect(page.locator(".note.on").first).to_be_visible()
    expect(page.locator("#panel")).to_be_visible()


def test_how_a_claim_travelled_is_shown_when_asked_for_and_on_paper(page: Page) -> None:
    page.goto(deep(page)[0])
    steps = page.locator(".journey .steps").first
    assert not steps.count()
    page.locator(".journey summary").first.click()
    expect(steps).to_be_visible()
    page.locator(".journey summary").first.click()
    page.emulate_media(media="print")
    assert page.evaluate("document.querySelector('.journey .steps').getBoundingClientRect().height") > 0
    page.emulate_media(media="screen")


def test_on_paper_stands_what_was_found_alone(page: Page) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})  # the paper
    for address in ("/search?q=valley", "/sources", "/contacts?month=2031-03", *deep(page)[:4]):
        page.goto(address)
        for unwanted in (".mend", ".filters", ".foot", ".masthead nav"):
            assert page.locator(f"{unwanted}:visible").count() == 0, (address, unwanted)
        shown = page.evaluate(
            "[...document.querySelectorAll('main a')].map(a => getComputedStyle(a, '::after').content)"
        )
        assert not [words for words in shown if "(/" in words or "(?" in words], address  # those of the web may
        wide = page.evaluate("[...document.querySelectorAll('table')].map(t => t.getBoundingClientRect().right)")
        assert all(right <= 720 for right in wide), address
    page.emulate_media(media="screen")


def test_a_chain_is_shown_on_hover_focus_and_tap(page: Page) -> None:
    page.goto(deep(page)[2])
    panel = page.locator("#panel")
    page.locator(".content").first.hover()
    expect(panel).to_be_visible()
    page.mouse.move(0, 0)
    expect(panel).to_be_hidden()
    page.locator(".ref").first.focus()
    expect(panel).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    page.locator(".content").first.click()
    expect(panel).to_be_visible()


def test_the_keyboard_leads_everywhere(page: Page) -> None:
    page.goto("/stories")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("ol.rows a").first).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator(".search input")).to_be_focused()
    page.keyboard.type("valley")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=valley")
    expect(page.locator(".found .rows li").first).to_be_visible()


@pytest.mark.parametrize("path", ["/search?q=valley", "/sources", "/stories"])
def test_j_and_k_step_through_the_rows(page: Page, path: str) -> None:
    page.goto(path)
    at = "[...document.querySelectorAll('.rows > li, tbody tr')].indexOf(document.activeElement.closest('li, tr'))"
    steps = []
    for key in "jjk":
        page.keyboard.press(key)
        steps.append(page.evaluate(at))
    rows = page.locator(".rows > li, tbody tr").count()
    assert steps == [0, min(1, rows - 1), 0]


@pytest.mark.parametrize("width", [1024, 1280])
def test_the_table_of_outlets_is_seen_whole(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/sources")
    assert page.evaluate("(box => box.scrollWidth - box.clientWidth)(document.querySelector('.scroll'))") == 0


def test_a_text_is_pasted_read_mended_and_mended_back(page: Page) -> None:
    page.goto("/add")
    text = "Odessa port will stay open, Mayor Ada Renn said on Monday. It will not be closed, she told The Lantern."
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_label("Title").fill("Port stays open")
    page.get_by_role("button", name="Read it").first.click()
    expect(page.get_by_text("Done")).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="Port stays open").click()
    expect(page.locator(".note").first).to_be_visible()
    before = page.locator(".note").count()
    page.get_by_text("Correct what was read").click()
    page.locator("details .mend").first.click()
    page.get_by_label("Who says so").fill("Ada")
    page.get_by_role("button", name="This is no statement").click()
    page.wait_for_url("**/articles/**")
    expect(page.get_by_role("status")).to_contain_text("made anew")
    expect(page.locator(".note")).to_have_count(before - 1)
    page.get_by_role("status").get_by_role("link").click()
    page.wait_for_url("**/corrections")
    page.get_by_role("button", name="Undo").click()
    page.wait_for_url("**/corrections?done=undone")
    expect(page.get_by_text("undone").first).to_be_visible()


def test_files_are_dropped_on_the_page(page: Page) -> None:
    page.goto("/add")
    page.evaluate("""() => {
        const files = new DataTransfer();
        files.items.add(new File(["The quay is safe, Mayor Ada Renn said on Monday."], "quay.txt"));
        for (const kind of ["dragover", "drop"])
            document.querySelector("h1").dispatchEvent(
                new DragEvent(kind, {dataTransfer: files, bubbles: true, cancelable: true}));
    }""")
    assert page.evaluate("[...document.querySelector('.drop input').files].map(f => f.name)") == ["quay.txt"]
    page.get_by_role("button", name="Read them").click()
    expect(page.get_by_text("Done")).to_be_visible(timeout=60_000)
    expect(page.locator("#job .rows a").first).to_be_visible()


def test_without_scripts_every_page_still_reads(page: Page, browser: Any, address: str) -> None:
    plain = browser.new_context(java_script_enabled=False, base_url=address).new_page()
    for place in [*LISTS[:-1], *deep(page)]:
        plain.goto(place)
        expect(plain.locator("h1, article h1, .claim h1").first).to_be_visible()
    plain.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_name_without_blanks_makes_no_page_of_a_story_wider(page: Page, width: int) -> None:
    whole = traced.trace()
    readings = {
        id: replace(reading, article=replace(reading.article, outlet="x" * 3000))
        for id, reading in traced.readings().items()
    }
    page.set_viewport_size({"width": width, "height": 900})
    page.set_content(render_story(whole.stories[0], whole, readings))
    assert page.evaluate("document.documentElement.scrollWidth") == width
