from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.records import Actor, Article, Chain, Failure, Link, Reading, Statement
from reportedly.render.page import render_html
from reportedly.render.paragraphs import Paragraphs
from tests.byhand import find, small_reading
from tests.render.markup import Element, parse
from tests.strategies import failures, readings

HOSTILE = "</style></p><script>alert(1)</script>\"' onload=x '\u202e\u2066 {{ 7 * 7 }} &amp; \x00\x1b[2J " + "x" * 500
LOADING = {"src", "srcset", "poster", "background", "action", "formaction", "style", "manifest", "ping"}


def hostile() -> Reading:
    """A reading in which every text that an article can bring is hostile."""
    article = Article.of(
        HOSTILE,
        id=HOSTILE,
        outlet=HOSTILE,
        title=HOSTILE,
        byline=[HOSTILE],
        url=f"javascript:{HOSTILE}",
        language=HOSTILE,
    )
    whole = article.span(0, len(article.text))
    actors = (
        Actor(id=HOSTILE, kind="outlet", name=HOSTILE, roles=(HOSTILE,)),
        Actor(id="a2", kind="group", unnamed=True, basis=HOSTILE, mentions=(whole,)),
    )
    chain = Chain((Link(actor=HOSTILE), Link(actor="a2", mention=whole, cue=whole, addressees=(HOSTILE,))))
    statement = Statement(id=HOSTILE, form="direct", content=(whole,), sourcing="unnamed", chain=chain, score=1)
    small = small_reading()
    return Reading(
        article=replace(article, wires=(HOSTILE,)),
        actors=actors,
        statements=(statement,),
        contacts=(replace(small.contacts[0], id=HOSTILE, parties=(HOSTILE,), on=None, place=whole, evidence=whole),),
        positions=(replace(small.positions[0], id=HOSTILE, holder="a2", target=HOSTILE, evidence=whole),),
        notes=(HOSTILE,),
    )


def marked(page: Element, role: str, number: int) -> list[str]:
    """The texts of a role that belong to a statement, those that touch joined."""
    return [element.text for element in page.all(of_class=role) if str(number) in element.of]


def body_text(paragraph: Element) -> str:
    """The text of a paragraph without what the page adds to it."""
    return "".join(
        child if isinstance(child, str) else body_text(child)
        for child in paragraph.children
        if isinstance(child, str) or not child.classes & {"place", "ref"}
    )


def assert_sound(page: Element) -> None:
    """Ids are unique, links within the page lead somewhere, and nothing is loaded from anywhere."""
    elements = list(page.all())
    ids = Counter(element.attributes["id"] for element in elements if "id" in element.attributes)
    assert not [id for id, count in ids.items() if count > 1]
    for element in elements:
        names = element.attributes.keys()
        assert not names & LOADING
        assert not [name for name in names if name.startswith("on")]
        assert element.tag not in {"link", "img", "iframe", "object", "embed", "base", "form"}
        href = element.attributes.get("href")
        if href is not None:
            assert href.removeprefix("#") in ids if href.startswith("#") else href.startswith(("http://", "https://"))
        for name in ("aria-labelledby", "aria-describedby"):
            assert element.attributes.get(name) is None or element.attributes[name] in ids
    assert [element.tag for element in elements if element.tag in {"script", "style"}] == ["style", "script"]


def test_sources_cues_and_contents_are_marked_on_their_words(reading: Reading) -> None:
    page = parse(render_html([reading]))
    assert marked(page, "content", 1) == ["The harbour will close on Monday"]
    assert marked(page, "source", 1) == ["two engineers who saw the survey"]
    assert marked(page, "cue", 1) == ["told"]
    assert marked(page, "content", 2) == ["It is not safe", "Nobody should sail"]
    assert marked(page, "source", 2) == ["Ada Renn"]
    assert page.one(of_class="dateline").text == "PORT ELSWICK"
    texts = [body_text(paragraph) for paragraph in page.all(tag="p", of_class="text")]
    assert texts == [span.text for span in Paragraphs(reading.article).spans]


def test_nested_contents_are_marked_inside_the_outer_ones(reading: Reading) -> None:
    outer = reading.statements[0]
    chain = Chain((*outer.chain, Link(actor="a6")))
    inner = replace(outer, id="s3", within="s1", content=(find(reading.article, "close on Monday"),), chain=chain)
    inner = replace(inner, sourcing="on_record")
    page = parse(render_html([replace(reading, statements=(outer, inner))]))
    assert "".join(marked(page, "content", 1)) == outer.content[0].text
    assert [
        element.text for content in page.all(of_class="content") for element in content.all(of_class="content")
    ] == ["close on Monday"]
    assert marked(page, "relay", 2) == ["two engineers who saw the survey"]
    note = next(element for element in page.all(of_class="inner"))
    assert " ".join(note.one(of_class="how").text.split()) == "on record · inside 1"
    assert note.one(of_class="chain").one(of_class="weakest").text == "two engineers who saw the survey"


def test_the_text_and_the_notes_lead_to_each_other(reading: Reading) -> None:
    page = parse(render_html([reading]))
    refs, notes = list(page.all(of_class="ref")), list(page.all(of_class="note"))
    assert [ref.attributes["href"] for ref in refs] == [f"#{note.attributes['id']}" for note in notes]
    backs = [note.one(of_class="number") for note in notes]
    assert [back.attributes["href"] for back in backs] == [f"#{ref.attributes['id']}" for ref in refs]
    assert [ref.attributes["aria-label"] for ref in refs] == [
        "Statement 1: two engineers who saw the survey",
        "Statement 2: Ada Renn",
    ]
    assert [list(row.all(of_class="note")) != [] for row in page.all(of_class="row")] == [True, True, False]


def test_a_note_tells_the_chain_and_the_details(reading: Reading) -> None:
    note = list(parse(render_html([reading])).all(of_class="note"))[1]
    assert " ".join(note.one(of_class="chain").text.split()) == "The Lantern ‹ Ada Renn ‹ port authority"
    hops = [" ".join(hop.text.split()) for hop in note.one(of_class="hops").all(tag="li")]
    assert hops == ["The Lantern published this", "Ada Renn said spokesperson", "port authority principal"]
    assert note.one(tag="blockquote").text == "“It is not safe” … “Nobody should sail”"
    rows = {row.one(tag="dt").text: row.one(tag="dd").text for row in note.one(tag="dl").all(tag="div")}
    assert rows == {"Form": "quoted", "Act": "warns", "Place": "¶2, characters 126–140, 197–215", "Score": "0.98"}


def test_print_has_every_statement_with_its_chain(reading: Reading) -> None:
    footnotes = parse(render_html([reading])).one(of_class="footnotes")
    first, second = [" ".join(item.text.split()) for item in footnotes.all(tag="li")]
    assert first == (
        "two engineers who saw the survey told → Elswick Courier The harbour will close on Monday ¶1 "
        "The Lantern ‹ two engineers who saw the survey · unnamed · 2"
    )
    assert second == (
        "Ada Renn said “It is not safe” … “Nobody should sail” ¶2 "
        "The Lantern ‹ Ada Renn ‹ port authority · spokesperson"
    )


def test_tables_of_sources_contacts_positions_and_dates(reading: Reading) -> None:
    sources, contacts, positions, dates = parse(render_html([reading])).all(tag="tbody")
    assert [
        [" ".join(cell.text.split()) for cell in row.children if isinstance(cell, Element)]
        for row in sources.all(tag="tr")
    ] == [
        ["two engineers who saw the survey", "unnamed · 2", "1"],
        ["Ada Renn, spokeswoman for the port authority, for port authority", "spokesperson", "2"],
    ]
    assert [" ".join(cell.text.split()) for cell in contacts.all(tag="td")] == [
        "held", "Fri 14 Mar", "meeting, 3rd time", "Ada Renn × Tom Vale", "–", "the writer",
        "“She met Mayor Tom Vale on Friday” ¶3",
    ]  # fmt: skip
    assert [" ".join(cell.text.split()) for cell in positions.all(tag="td")] == [
        "Tom Vale", "against", "closing the harbour", "the writer", "“Vale is against closing the harbour” ¶3",
    ]  # fmt: skip
    assert [" ".join(cell.text.split()) for cell in dates.all(tag="td")] == [
        "“on Monday”", "Mon 17 Mar", "¶1", "“on Friday”", "Fri 14 Mar", "¶3",
    ]  # fmt: skip


def test_sections_without_records_are_absent(reading: Reading) -> None:
    bare = replace(reading, statements=(), contacts=(), positions=(), timexes=(), notes=())
    page = parse(render_html([bare]))
    assert not list(page.all(tag="table"))
    assert not list(page.all(tag="svg"))
    assert page.one(of_class="counts").text == "0 statements"


def test_the_head_says_what_the_article_rests_on(reading: Reading) -> None:
    assert parse(render_html([reading])).one(of_class="counts").text == (
        "2 statements, 1 contact, 1 position · no other outlet cited"
    )
    relayed = replace(reading.statements[0], chain=Chain([Link(actor=id) for id in ("a1", "a2", "a6")]))
    page = parse(render_html([replace(reading, statements=(relayed,))]))
    assert page.one(of_class="counts").text == (
        "1 statement, 1 contact, 1 position · rests on 1 outlet (Elswick Courier: 1 of 1 statement)"
    )


def test_several_articles_are_listed_at_the_top_with_failures_in_their_places(reading: Reading) -> None:
    failure = Failure(id=None, source="articles.jsonl, line 3", reason="not JSON at column 7")
    page = parse(render_html([reading, failure, replace(reading, article=replace(reading.article, title=None))]))
    links = list(page.one(tag="nav").all(tag="a"))
    assert [(link.attributes["href"], link.text) for link in links] == [
        ("#a1", "Harbour to close"),
        ("#a2", "Could not be read: articles.jsonl, line 3"),
        ("#a3", "The Lantern"),
    ]
    assert [article.attributes["id"] for article in page.all(tag="article")] == ["a1", "a2", "a3"]
    assert "not JSON at column 7" in page.one(of_class="unread").text
    assert page.one(tag="h1").text == "Who said what in 3 articles"
    assert_sound(page)


@pytest.mark.parametrize("title", ["Harbour to close", None])
def test_one_article_has_no_list(reading: Reading, title: str | None) -> None:
    page = parse(render_html([replace(reading, article=replace(reading.article, title=title))]))
    assert not list(page.all(tag="nav"))
    assert page.one(tag="h1").text == title or "The Lantern"
    assert page.one(tag="title").text == f"Who said what: {title or 'The Lantern'}"


def test_no_article_is_a_page_too() -> None:
    assert_sound(parse(render_html([])))


def test_hostile_text_is_text(reading: Reading) -> None:
    page = parse(render_html([hostile(), Failure(id=HOSTILE, source=HOSTILE, reason=HOSTILE)]))
    assert_sound(page)
    assert "{{ 7 * 7 }} &amp; " in page.one(tag="p", of_class="text").text
    assert not [element for element in page.all(tag="a") if "original" in element.text]
    for element in page.all():
        for name, value in element.attributes.items():
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", value), name
            assert "\u202e" not in value, name
    sound = parse(render_html([reading]))
    assert {element.tag for element in page.all()} <= {element.tag for element in sound.all()} | {"nav", "h3"}


def test_only_an_address_of_the_web_becomes_a_link(reading: Reading) -> None:
    def links(url: str | None) -> list[str]:
        page = parse(render_html([replace(reading, article=replace(reading.article, url=url))]))
        return [link.attributes["href"] for link in page.one(of_class="facts").all(tag="a")]

    assert links("https://lantern.example/harbour") == ["https://lantern.example/harbour"]
    for url in (None, "javascript:alert(1)", "data:text/html,x", "//lantern.example", "http://[", " javascript:x"):
        assert links(url) == []


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(reading: Reading) -> None:
    page = parse(render_html([reading]))
    policy = next(meta for meta in page.all(tag="meta") if "http-equiv" in meta.attributes).attributes["content"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules.pop("style-src") == digest(page.one(tag="style").text)
    assert rules.pop("script-src") == digest(page.one(tag="script").text)
    assert rules == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}


def digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@settings(max_examples=60)
@given(st.lists(readings() | failures, max_size=3))
def test_any_reading_makes_a_sound_page(records: list[Reading | Failure]) -> None:
    page = parse(render_html(records))
    assert_sound(page)
    statements = sum(len(record.statements) for record in records if isinstance(record, Reading))
    assert len(list(page.all(of_class="note"))) == len(list(page.all(of_class="ref"))) == statements


# contrast

CSS = files("reportedly.render").joinpath("static", "paper.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#\w{6}|\d+%)", block))
    for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
)
GRADES = ("firm", "relayed", "soft")
TEXTS = [
    *((text, ground) for text in ("ink", "quiet", *GRADES) for ground in ("paper", "raised")),
    *((text, f"{grade}-tint") for grade in GRADES for text in ("ink", "quiet", *GRADES)),
    ("paper", "ink"),
]


def rgb(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def contrast(left: list[float], right: list[float]) -> float:
    """The contrast ratio of WCAG 2.2."""

    def luminance(colour: list[float]) -> float:
        linear = [(c / 255 / 12.92) if c <= 0.04045 * 255 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted([luminance(left), luminance(right)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_has_the_contrast_of_wcag_aa(theme: dict[str, str]) -> None:
    ratios = {(text, ground): contrast(rgb(theme[text]), rgb(theme[ground])) for text, ground in TEXTS}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_line_under_a_content_has_the_contrast_of_a_sign(theme: dict[str, str]) -> None:
    share = int(theme["line"].rstrip("%")) / 100
    for grade in GRADES:
        for ground in ("paper", f"{grade}-tint"):
            behind = rgb(theme[ground])
            line = [share * c + (1 - share) * b for c, b in zip(rgb(theme[grade]), behind, strict=True)]
            assert contrast(line, behind) >= 3, (grade, ground)


def test_the_script_finds_what_it_looks_for(reading: Reading) -> None:
    page = parse(render_html([reading]))
    script = page.one(tag="script").text
    classes = set(re.findall(r'"\.(\w+)"', script))
    assert classes == {"note", "more", "ref", "number"}
    assert all(list(page.all(of_class=name)) for name in classes)
    assert [element.tag for element in page.all() if element.attributes.get("id") == "panel"] == ["section"]
    assert [element.tag for element in page.all() if "data-article" in element.attributes] == ["article"]
