from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from reportedly.records import Article, Derivation, Story, Trace
from reportedly.render.journey import DEEPEST
from reportedly.render.lineage import draw
from reportedly.render.sourced import Copy
from reportedly.render.story_page import render_index, render_story
from tests.render.markup import Element, parse
from tests.render.test_page import LOADING
from tests.render.traced import readings, trace


@pytest.fixture
def page() -> Element:
    return parse(render_story(trace().stories[0], trace(), readings()))


def clean(element: Element) -> str:
    return " ".join(element.text.split())


def assert_sound(page: Element) -> None:
    ids = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for element in page.all():
        assert not element.attributes.keys() & LOADING
        assert not [name for name in element.attributes if name.startswith("on") or name == "style"]
        assert element.tag not in {"script", "link", "img", "iframe", "object", "embed", "base", "form", "use"}
        href = element.attributes.get("href", "https://")
        assert href.removeprefix("#") in ids if href.startswith("#") else href.startswith(("https://", "http://"))


def test_the_page_is_whole_and_loads_nothing(page: Element) -> None:
    assert_sound(page)
    (policy,) = [
        e.attributes["content"] for e in page.all(tag="meta") if "Security" in e.attributes.get("http-equiv", "")
    ]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script" not in policy
    assert [clean(heading) for heading in page.all(tag="h2")] == [
        "Who copied whom, and when", "Claims, the weakest-sourced first", "Contradictions",
        "Articles, and what each told first",
    ]  # fmt: skip


def test_who_copied_whom_is_drawn_and_said(page: Element) -> None:
    assert [part.classes & {"legend", "scroll"} for part in page.all() if part.classes & {"legend", "scroll"}] == [
        {"legend"}, {"scroll"},
    ]  # fmt: skip
    arcs = list(next(page.all(of_class="lineage")).all(of_class="arc"))
    assert [arc.classes for arc in arcs] == [{"arc", "reprint"}, {"arc", "rewrite", "uncredited"}]
    assert arcs[1].one(tag="title").text == "Pryzma: rewrite of Meridian Wire, not credited"
    made = [clean(line) for line in page.all(of_class="made")]
    assert made == [
        "reprint, credited · from Meridian Wire score 0.99",
        "rewrite, not credited · from Meridian Wire score 0.80",
    ]


def test_claims_have_their_trees_and_changes_side_by_side(page: Element) -> None:
    closed, denied = page.all(tag="article")
    assert clean(closed.one(tag="h3")) == "Valdoria may close five posts"
    assert "not traced to its end" in clean(next(closed.all(of_class="line")))
    assert [clean(step) for step in closed.all(of_class="steps")][:2] == [
        (
            "Meridian Wire 2 May 2031, 14:10 UTC told by the source Valdoria may close five posts ¶1, 0–29 "
            "Meridian Wire ‹ three officials The Lantern 2 May 2031, 15:00 UTC reprint, credited "
            "Valdoria may close five posts ¶1, 0–29 The Lantern ‹ three officials"
        ),
        (
            "The Lantern 2 May 2031, 15:00 UTC reprint, credited Valdoria may close five posts ¶1, 0–29 "
            "The Lantern ‹ three officials"
        ),
    ]
    assert [mark.text for mark in closed.one(of_class="variant").all(tag="mark")] == ["five", "seven"]
    assert clean(denied.one(of_class="against")) == (
        "Contradicted by Valdoria may close five posts three officials, to Meridian Wire; the Courier"
    )


def test_each_article_says_what_it_told_first(page: Element) -> None:
    articles = [one for one in page.one(of_class="held").all(tag="li") if one.attributes.get("id", "").startswith("a")]
    assert [[clean(line) for line in one.all(of_class="news")] for one in articles] == [
        ["Valdoria may close five posts"], [], [], [], ["Valdoria will close no post"],
    ]  # fmt: skip
    assert ["1 claim that others told before" in clean(one) for one in articles] == [False, True, True, True, False]
    assert len(list(page.all(of_class="pair"))) == 1


def test_hostile_text_is_inert() -> None:
    hostile = '"><script>alert(1)</script><svg onload=x>\u202e{{ 7*7 }}'
    held = readings()
    article = replace(held["wire"].article, outlet=hostile, title=hostile, url="javascript:alert(1)")
    held["wire"] = replace(held["wire"], article=article)
    denied, closed = trace().claims
    closed = replace(closed, wording=hostile, origins=(replace(closed.origins[0], label=hostile), closed.origins[1]))
    story = replace(trace().stories[0], headline=hostile)
    whole = replace(trace(), claims=(denied, closed), stories=(story,))
    made = render_story(story, whole, held)
    assert_sound(parse(made))
    assert "\u202e" not in made
    assert "javascript:" not in made
    assert "49" not in parse(made).one(tag="h1").text
    index = render_index(
        whole, {id: Copy.of(reading.article) for id, reading in held.items()}, {story.id: "st-01.html"}
    )
    assert "<script>" not in index
    assert 'href="st-01.html"' in index


def test_a_story_without_claims_or_reuse_says_so() -> None:
    text = "Nothing."
    article = Article.of(text, id="x", language="en")
    reading = replace(readings()["wire"], article=article, statements=(), actors=())
    story = Story(id="st-02", headline=None, articles=("x",))
    page = parse(render_story(story, Trace(stories=(story,)), {"x": reading}))
    assert_sound(page)
    assert [clean(line) for line in page.all(of_class="none")] == [
        "No article of this story was found to be made from another.", "No claims were found.",
    ]  # fmt: skip


def test_a_long_chain_of_copies_stands_flat_where_it_has_no_room() -> None:
    ids = [f"x{number:03}" for number in range(500)]
    own = readings()["wire"]
    held = {
        id: replace(
            own,
            article=replace(own.article, id=id, outlet=f"O{id}", published=f"2031-05-02T00:{n // 60:02}:{n % 60:02}Z"),
        )
        for n, id in enumerate(ids)
    }
    claim = trace().claims[1]
    told = tuple(replace(claim.statements[0], article=id) for id in ids)
    origin = replace(claim.origins[0], articles=tuple(ids))
    claim = replace(claim, statements=told, origins=(origin,), variants=(), contradicts=(), first_report=("x000",))
    made = tuple(
        Derivation(from_=one, to=other, kind="reprint", credited=True, evidence=(), score=0.9)
        for one, other in pairwise(ids)
    )
    story = replace(trace().stories[0], articles=tuple(ids))
    page = parse(render_story(story, Trace(stories=(story,), claims=(claim,), derivations=made), held))
    assert_sound(page)
    (card,) = page.all(tag="article")
    steps = [clean(step) for step in card.all(of_class="step")]
    assert [step.split()[0] for step in steps] == [f"O{id}" for id in ids]
    assert "from" not in steps[DEEPEST]
    assert steps[-1].endswith("reprint, credited, from Ox498")
    assert len(list(card.all(of_class="steps"))) == DEEPEST + 2


def test_many_articles_are_a_tree_each_under_what_it_was_made_from() -> None:
    copies = [
        Copy(id=f"a{n}", outlet=f"O{n}", published=f"2031-05-01T{n // 60:02}:{n % 60:02}:00Z") for n in range(200)
    ]
    pairs = [(n // 3, n) for n in range(1, 200)] + [(5, 9), (9, 5)]  # the last two cannot both be
    made = [
        Derivation(from_=f"a{one}", to=f"a{other}", kind="rewrite", credited=True, evidence=(), score=0.9)
        for one, other in pairs
    ]
    drawing = draw(copies, made)
    assert len({row.y for row in drawing.rows}) == len(drawing.rows) == 200
    assert len(drawing.arcs) == 199
    places = {row.copy.id: row for row in drawing.rows}
    for one, other in pairs[:-2]:
        assert places[f"a{one}"].y < places[f"a{other}"].y
        assert places[f"a{one}"].x < places[f"a{other}"].x
    assert places["a9"].others == 1
    for arc in drawing.arcs:  # what arcs of several kinds share is drawn apart from them
        assert arc.trunk is not None
        assert "V" not in arc.path
        assert arc.trunk.endswith(f"V{places[arc.derivation.to].y}")
    assert max(row.x for row in drawing.rows) < drawing.clock


@pytest.mark.parametrize("count", [1, 5, 40])
def test_a_drawing_keeps_within_its_frame(count: int) -> None:
    copies = [
        Copy(id=f"a{n}", outlet="O" * 40, published=f"2031-05-{1 + n // 3:02}", title="t " * 90) for n in range(count)
    ]
    made = [
        Derivation(from_="a0", to=f"a{n}", kind="rewrite", credited=True, evidence=(), score=0.9)
        for n in range(1, count)
    ]
    drawing = draw(copies, made)
    assert len(drawing.rows) == count
    assert len(drawing.arcs) == count - 1
    assert max(row.y for row in drawing.rows) < drawing.height
    for arc in drawing.arcs:
        x, _, out, *_ = [float(number) for number in arc.path.replace("M", " ").replace("C", " ").split()]
        assert x - 0.75 * (x - out) >= 0
