from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.layout.bylines import names_in
from reportedly.reading.layout.furniture import Furniture, find_furniture
from reportedly.reading.layout.furniture_words import FURNITURE_KINDS, rules
from reportedly.records import Article
from tests.byhand import find, small_article
from tests.cases import Case, cases
from tests.growth import grows_with_length
from tests.strategies import names, texts

# lines of pages in any order: what the rules look for, beside body and beside nothing
page_lines = st.lists(
    st.sampled_from(
        [
            "By Ada Renn", "OSSUM, March 5 (PNW) —", "OSSUM — The harbour closes.", "Details", "Read also: What now",
            "©", "12:02 Our reporter writes. (AP)", "THE TAPE There is one.", "Image: AP", "<b>", "Why?", "", "“",
            "(CP)", "He said so. Correction: it was she.", "VPA/jk/mo", "Good morning. This is The Sheet.", "— Reuters",
        ]
    )
    | texts,
    max_size=10,
).map("\n".join)  # fmt: skip


def lines(found: Furniture, given: Article) -> tuple[str, ...]:
    """Each piece on a line, its own line breaks shown as ¶; then what the article has gained."""
    shown = [
        piece.kind
        + (f" [{', '.join(piece.agencies)}]" if piece.agencies else "")
        + ": "
        + piece.span.text.replace("\n", "¶")
        for piece in found.pieces
    ]
    if found.article.wires:
        shown.append(f"wires: {', '.join(found.article.wires)}")
    if found.article.byline != given.byline:
        shown.append(f"authors: {', '.join(found.article.byline)}")
    return tuple(shown)


@pytest.mark.parametrize("case", cases("furniture"), ids=lambda case: case.name)
def test_worked_examples(case: Case) -> None:
    assert lines(find_furniture(case.article), case.article) == case.expected


def test_the_article_keeps_id_and_text_and_gains_its_dateline() -> None:
    article = Article.of("OSSUM (PNW) — The harbour closes, the mayor said.", byline=["Jo Marsh"])
    found = find_furniture(article).article
    assert (found.id, found.text, found.byline) == (article.id, article.text, ("Jo Marsh",))
    assert found.dateline == find(article, "OSSUM (PNW) —")


def test_a_day_alone_on_its_line_is_the_dateline_when_there_is_no_other() -> None:
    text = "Harbour of Ossum closes\n\nMarch 5, 2031\n\n{}The harbour closes, the mayor said."
    for begun, dateline in (("", "March 5, 2031"), ("OSSUM (PNW) — ", "OSSUM (PNW) —")):
        article = Article.of(text.format(begun))
        assert find_furniture(article).article.dateline == find(article, dateline)


def test_a_span_is_covered_when_half_of_it_is_furniture() -> None:
    article = small_article()
    found = find_furniture(article)
    assert found.covers(find(article, "PORT ELSWICK"))
    assert found.covers(find(article, "PORT ELSWICK (Meridian Wire) — The harbour"))
    assert not found.covers(find(article, "(Meridian Wire) — The harbour will close on Monday"))
    assert not found.covers(find(article, "It is not safe"))


def test_a_title_is_furniture_that_covers_nothing() -> None:
    article = Article.of("Vale denies closing the harbour\n\nTom Vale denied on Monday that he had closed the harbour.")
    found = find_furniture(article)
    assert [piece.kind for piece in found.pieces] == ["title"]
    assert not found.covers(find(article, "Vale denies closing"))


@pytest.mark.parametrize(
    "last",
    [
        "“You tell me,” he said.",
        "The minister told Reuters that it was over.",
        "Read more of her words and you will find no answer, he said.",
        "He asked: who pays?",
        "Vale contributed to the campaign in 2019.",
        "She reported from the front, which moved.",
        "The source: an envelope.",
        "The bank corrects its figures every year.",
        "Sources close to the minister said he would not go.",
        "He will share the letter with the council on Friday.",
        "Good evening, he said, and closed the door.",
        "Updated figures will come in June.",
        "The report, written by two engineers, is late.",
        "The museum receives support from several private foundations.",
        "A version of this bill was passed in 2019.",
    ],
)
def test_body_at_the_bottom_stays_body(last: str) -> None:
    text = f"The harbour will close on Monday, two engineers said.\n\n{last}"
    assert find_furniture(Article.of(text, outlet="The Lantern")).pieces == ()


def test_photo_credits_credit_no_copy() -> None:
    found = find_furniture(Article.of("The harbour closes.\nTom Vale/Reuters\nThe mayor said so on Friday."))
    assert found.article.wires == ()


@pytest.mark.parametrize(
    ("credit", "agencies"),
    [
        ("With reporting by AFP and Reuters", ("AFP", "Reuters")),
        ("Reporting by Jo Marsh, AFP, and dpa", ("AFP", "DPA")),
        ("Sources: AP; AFP", ("AP", "AFP")),
        ("(AFP, dpa, Reuters)", ("AFP", "DPA", "Reuters")),
        ("jm/edl (AFP, dpa)", ("AFP", "DPA")),
        ("AP/Reuters", ("AP", "Reuters")),
        ("With ANSA and AP", ("ANSA", "AP")),
        ("Compiled from agencies: Tanjug, Hina", ("Tanjug", "Hina")),
        ("Source: The Lantern, Ossum News Agency", ("Ossum News Agency",)),
        ("(Reporting by Jo Marsh; Editing by Petra Lind)", ()),
        ("(Reporting by Reuters staff)", ("Reuters",)),
        ("GPB", ("GPB",)),
        ("Ossum Press", ("Ossum Press",)),
    ],
)
def test_a_credit_may_name_several_agencies(credit: str, agencies: tuple[str, ...]) -> None:
    text = f"The harbour closes, the mayor said.\n\nShe gave no day for it.\n\n{credit}"
    assert find_furniture(Article.of(text)).article.wires == agencies


@pytest.mark.parametrize("credit", ["(With inputs from PTI)", "(AFP, dpa)", "(Hina)", "— Tanjug"])
def test_a_paragraph_may_end_with_its_credit(credit: str) -> None:
    found = find_furniture(Article.of(f"The harbour closes, she said. {credit}\n\nIt will open in May, he said."))
    assert [(piece.kind, piece.span.text) for piece in found.pieces] == [("credit", credit)]
    assert found.article.wires


def test_who_wrote_an_article_may_stand_among_other_lines() -> None:
    body = "The harbour of Ossum closes, the mayor said on Tuesday, and gave no day for it."
    for above, author in (
        ("3 hours ago\nDiana Marsh\nOssum News, Fenwick", "Diana Marsh"),
        ("Diana Marsh Senior harbour correspondent\n@dmarsh", "Diana Marsh"),
        ("Mary Ann Lowe Business editor", "Mary Ann Lowe"),
        ("By Local Democracy Reporter Diana Marsh", "Diana Marsh"),
    ):
        found = find_furniture(Article.of(f"Harbour of Ossum closes\n{above}\n\n{body}"))
        assert found.article.byline == (author,)
        assert not found.covers(find(found.article, "The harbour of Ossum closes"))
    assert find_furniture(Article.of(f"Diana Marsh\n\n{body}")).article.byline == ()  # the article may be about her


@pytest.mark.parametrize(
    "last",
    [
        "A version of this article appears in print on March 6, 2031, Section A, with the headline: Mayor Sees No Day.",
        "The Meridian Wire receives support for climate coverage from several private foundations. See more here.",
        "Meridian’s health desk receives money from two foundations. Meridian is solely responsible for all content.",
        "Our Standards: The Meridian Trust Principles., opens new tab",
    ],
)
def test_what_an_outlet_says_of_itself_names_nobody_and_says_nothing(last: str) -> None:
    found = find_furniture(Article.of(f"The harbour closes, the mayor said.\n\nShe gave no day for it.\n\n{last}"))
    (piece,) = found.pieces
    assert (piece.kind, piece.span.text) == ("notice", last)
    assert found.beside(found.article.span(piece.span.start + 4, piece.span.end))
    assert not found.beside(find(found.article, "the mayor"))


@pytest.mark.parametrize(
    "byline", ["By Diana Marsh in Ossum and Tom Vale in New Harrow", "By Diana Marsh (now) and Tom Vale (earlier)"]
)
def test_each_of_two_who_wrote_may_be_placed(byline: str) -> None:
    assert names_in(byline) == ("Diana Marsh", "Tom Vale")


def test_an_agency_may_be_placed_in_the_byline() -> None:
    text = "Harbour closes\n\n{}\n\nThe harbour of Ossum closes, the mayor said on Tuesday, and gave no day for it."
    for byline in ("Agence France-Presse in Ossum", "Reuters in Ossum"):
        found = find_furniture(Article.of(text.format(byline), title="Harbour closes"))
        assert [piece.kind for piece in found.pieces] == ["title", "byline"]
        assert len(found.article.wires) == 1
        given = find_furniture(Article.of("The harbour closes, she said.", byline=[byline]))
        assert given.article.wires == found.article.wires


def test_an_agency_may_begin_its_copy_without_a_dash() -> None:
    found = find_furniture(Article.of("Port Ossum, Mar 5 (PTI) The harbour closes, the mayor said."))
    assert [(piece.kind, piece.span.text) for piece in found.pieces] == [("dateline", "Port Ossum, Mar 5 (PTI)")]
    assert found.article.wires == ("PTI",)
    assert find_furniture(Article.of("In Ossum, on May 5 (Friday) The Lantern closed.")).pieces == ()


@pytest.mark.parametrize("last", ["ENDS", "NNNN", "MORE", "VIDEO", "NATO"])
def test_a_mark_at_the_end_of_copy_supplies_nothing(last: str) -> None:
    text = f"The harbour closes, the mayor said.\n\nShe gave no day for it.\n\n{last}"
    assert find_furniture(Article.of(text, outlet="The Lantern")).article.wires == ()


def test_an_outlet_with_the_initials_of_an_agency_is_not_that_agency() -> None:
    text = "OSSUM (AP) — The harbour closes, the mayor said."
    assert find_furniture(Article.of(text, outlet="Ansley Post")).article.wires == ("AP",)
    text = "OSSUM, May 18 (CNA) - The harbour closes, the mayor said."
    assert find_furniture(Article.of(text, outlet="Continental News Agency")).article.wires == (
        "Continental News Agency",
    )


def test_every_rule_is_well_formed() -> None:
    assert {rule.kind for rule in rules()} <= {*FURNITURE_KINDS, "photo"}
    assert all(rule.words > 0 for rule in rules())
    assert not any(rule.pattern.search("The harbour will close on Monday, the mayor said.") for rule in rules())


@given(page_lines | texts, names, names)
def test_places_hold_their_words_in_any_text(text: str, outlet: str | None, title: str | None) -> None:
    article = Article.of(text, outlet=outlet, title=title, byline=[title or ""])
    found = find_furniture(article)
    assert all(piece.span.text == text[piece.span.start : piece.span.end] for piece in found.pieces)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found.pieces))
    assert {agency for piece in found.pieces for agency in piece.agencies} <= set(found.article.wires)
    for piece in found.pieces:
        assert found.covers(piece.span) == (piece.kind != "title")


@pytest.mark.parametrize(
    "line",
    ["Details\n", "10:00 There\n", "THE TAPE There is.\n", "<b>a</b> ", "OSSUM (CP) - A\n", "Image: AP\n", "- " * 99],
)
def test_any_page_is_read_in_one_pass(line: str) -> None:
    assert grows_with_length(lambda times: find_furniture(Article.of(line * times, outlet="The Lantern")), 1_000)


def test_the_place_of_a_dateline_names_nobody_and_its_agency_does() -> None:
    found = find_furniture(Article.of("VESNA, February 3. /DTA/. The harbour of Vesna will close on Monday."))
    assert found.beside(find(found.article, "VESNA"))
    assert not found.beside(find(found.article, "DTA"))
    assert not found.beside(find(found.article, "Vesna"))


def test_what_stands_behind_the_hour_of_a_live_report() -> None:
    text = "12:02 The harbour will close, the mayor said.\n11:40 It was raining in Vesna on Monday."
    found = find_furniture(Article.of(text))
    said = find(found.article, "12:02 The harbour will close")
    assert found.behind(said).text == "The harbour will close"
    assert found.behind(find(found.article, "will close")).text == "will close"
