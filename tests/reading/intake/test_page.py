from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import NotAnArticle
from reportedly.reading.intake.known import Known
from reportedly.reading.intake.page import MOST_CHARACTERS, is_host, page_row, read_page

HARBOUR = Path(__file__).with_name("pages") / "harbour.html"
SENTENCES = "<p>The harbour will close on Monday, two engineers who saw the survey told the Elswick Courier. </p>" * 6


def page(head: str = "", body: str = SENTENCES) -> str:
    return (
        f"<!DOCTYPE html><html><head><title>Harbour</title>{head}</head><body><article>{body}</article></body></html>"
    )


def test_a_page_gives_its_article_and_what_it_says_of_it() -> None:
    article = read_page(HARBOUR.read_bytes())
    assert article.title == "Harbour to close on Monday"
    assert article.outlet == "The Lantern"
    assert article.byline == ("Jo Marsh",)
    assert article.published == "2024-03-14T18:30:00+01:00"
    assert article.url == "https://lantern.example/harbour-to-close"


def test_the_text_is_a_paragraph_a_line_and_nothing_of_the_rest_of_the_page() -> None:
    lines = read_page(HARBOUR.read_bytes()).text.split("\n")
    assert lines[0] == "Harbour to close on Monday"
    assert lines[1].startswith("PORT ELSWICK (Meridian Wire) — The harbour will close on Monday, two engineers")
    assert lines[1].endswith("according to the survey.")
    assert lines[3] == "Details"
    assert len(lines) == 6
    assert not [word for word in ("Sport", "tracking", "rights reserved") if word in " ".join(lines)]


def test_offsets_count_in_the_extracted_text() -> None:
    article = read_page(HARBOUR.read_bytes())
    start = article.text.index("🚢")
    assert article.span(start, start + 1).text == "🚢"
    assert article.span(start + 2, start + 4).text == "on"


def test_what_is_known_stands_over_the_page() -> None:
    known = Known(outlet="UNN", published="2025-04-24", byline=("A. B.",), url="https://a.example/1", id="7", title="T")
    article = read_page(HARBOUR.read_bytes(), known=known)
    assert (article.outlet, article.published, article.byline) == ("UNN", "2025-04-24", ("A. B.",))
    assert (article.url, article.id, article.title) == ("https://a.example/1", "7", "T")


def test_the_encoding_is_the_users_then_the_servers_then_the_pages() -> None:
    body = SENTENCES + "<p>“Čapek” said that the café would stay open for as long as the harbour does.</p>"
    raw = page('<meta charset="windows-1250">', body.replace("é", "e")).encode("windows-1250")
    assert "“Čapek”" in read_page(raw).text
    assert "“Čapek”" in read_page(raw, declared="cp1250").text
    assert "“Èapek”" in read_page(raw, declared="windows-1252").text
    assert "“Čapek”" in read_page(raw, declared="windows-1252", encoding="cp1250").text


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2024-03-14T18:30:00Z">', "2024-03-14T18:30:00Z"),
        ('<script type="application/ld+json">{"datePublished": "2024-03-14T18:30Z"}</script>', "2024-03-14T18:30Z"),
        ('<meta property="article:published_time" content="2024-03-14">', "2024-03-14"),
        ('<meta property="article:published_time" content="2024-03-14T99:99">', "2024-03-14"),
        ("", None),
    ],
)
def test_a_date_is_as_precise_as_the_page_states_it(head: str, published: str | None) -> None:
    assert page_row(page(head), where="x")["published"] == published


OWN = '<time itemprop="datePublished" datetime="2024-03-14T06:15:00Z">14 March</time>'
OTHER = '<aside><ul><li><time datetime="2024-03-14T23:58:00+01:00">23:58</time> Storm hits coast</li></ul></aside>'
JSON = '<script type="application/ld+json">{"datePublished": "2024-03-14T06:15:00Z"}</script>'
META = '<meta content="2024-03-14T06:15:00Z" property="article:published_time">'


@pytest.mark.parametrize(
    ("body", "published"),
    [
        (OTHER + OWN + SENTENCES, "2024-03-14T06:15:00Z"),
        (OTHER + SENTENCES + JSON, "2024-03-14T06:15:00Z"),
        (OTHER + META + SENTENCES, "2024-03-14T06:15:00Z"),
        (OTHER + SENTENCES + OTHER.replace("23:58:00", "22:40:00"), "2024-03-14"),  # nothing says which is its own
        (SENTENCES + OTHER, "2024-03-14T23:58:00+01:00"),
    ],
)
def test_the_clock_of_another_story_is_not_taken(body: str, published: str) -> None:
    assert page_row(page(body=body), where="x")["published"] == published


@pytest.mark.parametrize(
    ("written", "more", "published"),
    [
        ("03/05/2024", "", None),
        ("05-03-2024", "", None),
        ("03/05/2024", "<p>Published 3 May 2024</p>", "2024-05-03"),
        ("03/05/2024", '<link rel="canonical" href="https://lantern.example/2024/05/03/harbour">', "2024-05-03"),
        ("25/03/2024", "", "2024-03-25"),
        ("05/05/2024", "", "2024-05-05"),
        ("2024-05-03", "", "2024-05-03"),
    ],
)
def test_a_day_in_numbers_that_may_be_another_is_not_known(written: str, more: str, published: str | None) -> None:
    head = f'<meta name="date" content="{written}">'
    assert page_row(page(head, more + SENTENCES), where="x")["published"] == published


def test_a_date_that_the_sentences_mention_is_no_date_of_publication() -> None:
    body = SENTENCES + "<p>The port was built on 4 May 1907 and closed on 12 June 2019 for a week.</p>"
    assert page_row(page(body=body), where="x")["published"] is None


@pytest.mark.parametrize(
    ("author", "names"),
    [("By Jo Marsh, Staff Writer", ["Jo Marsh"]), ("Ann Lee and Jo Marsh", ["Ann Lee", "Jo Marsh"])],
)
def test_a_role_is_no_author_beside_one(author: str, names: list[str]) -> None:
    head = f'<meta name="author" content="{author}">'
    assert page_row(page(head), where="x")["byline"] == names


def test_several_authors_are_several_names() -> None:
    head = '<meta name="author" content="Jo Marsh"><meta name="author" content="Ann Lee">'
    assert page_row(page(head), where="x")["byline"] == ["Jo Marsh", "Ann Lee"]


@pytest.mark.parametrize(
    "html",
    [
        "",
        " ",
        "<",
        "<html></html>",
        "words without a page",
        '<html><body><div id="app"></div><script>1</script></body>',
        "<html><body><form><label>Name</label><button>Log in</button></form><p>Log in</p></body></html>",
        "<html><body><ul><li><a href='/1'>Storm hits coast</a></li><li>Mayor out</li></ul></body></html>",
    ],
)
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(NotAnArticle, match=r"^page\.html: there is no article on the page; "):
        read_page(html, where="page.html")


@pytest.mark.parametrize(
    "body",
    [
        "<p>We and our 311 partners store personal data on your device.</p><p>Our editor says we never sell them.</p>",
        "<h2>Subscribe to continue</h2><p>Already a subscriber? Sign in. Get unlimited access for a pound a week.</p>",
        "<h1>Page not found</h1><p>We can’t find the page you asked for. Try searching, or go to our home page.</p>",
        "<p>Checking your browser. Please enable JavaScript and cookies to continue.</p>",
        "<h1>Access denied</h1><p>We have seen unusual traffic. Please confirm that you are not a robot.</p>",
    ],
)
def test_a_page_on_which_a_site_speaks_of_itself_is_refused(body: str) -> None:
    with pytest.raises(NotAnArticle, match="there is no article on the page"):
        page_row(page(body=body), where="x")


@pytest.mark.parametrize(
    "body",
    [
        "<p>The harbour closes, the mayor said.</p><p>She gave no day for it.</p><p>Subscribe now. Log in.</p>",
        "<p>The watchdog fined Meridian over cookies on Monday. The firm stored them without consent, it said.</p>",
        "<p>Two papers lost subscribers in May, a survey found. The subscription costs too much, readers said.</p>",
    ],
)
def test_an_article_that_speaks_of_such_things_is_read(body: str) -> None:
    assert page_row(page(body=body), where="x")["text"]


def test_a_page_that_is_too_long_is_refused() -> None:
    with pytest.raises(NotAnArticle, match="longer than 20,000,000 characters"):
        read_page("x" * (MOST_CHARACTERS + 1))


def test_a_page_nested_without_end_is_refused_or_read() -> None:
    with suppress(NotAnArticle):
        read_page("<div>" * 20_000 + SENTENCES + "</div>" * 20_000)


def test_a_page_that_breaks_the_parser_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **options: object) -> None:
        raise AssertionError  # as lxml does for one damaged page in 20,000

    monkeypatch.setattr("trafilatura.bare_extraction", broken)
    with pytest.raises(NotAnArticle, match=r"^page\.html: the page cannot be taken apart \(AssertionError\); "):
        read_page("<html>", where="page.html")


TAGS = (
    "html",
    "body",
    "article",
    "div",
    "p",
    "a",
    "table",
    "tr",
    "td",
    "ul",
    "li",
    "h1",
    "span",
    "script",
    "br",
    "meta",
)
tags = st.sampled_from(TAGS)
pieces = st.one_of(
    tags.map("<{}>".format),
    tags.map("</{}>".format),
    st.sampled_from([SENTENCES, "<!--", "-->", "&#0;", "&#xD800;", "\0", "<![CDATA[", '<meta name="date" content="']),
    st.text(max_size=8),
)


@settings(max_examples=60)
@given(st.lists(pieces, max_size=25).map("".join))
def test_any_page_is_read_or_refused(html: str) -> None:
    with suppress(NotAnArticle):
        article = read_page(html)
        assert article.span(0, len(article.text)).text == article.text
        article.text.encode()


def test_reading_a_page_says_nothing_on_stderr(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # as in a program that has not set up logging
    with suppress(NotAnArticle):
        read_page("<html>")
    read_page(HARBOUR.read_bytes())
    assert capfd.readouterr() == ("", "")


def test_a_host_in_the_place_of_a_name_is_known_for_one() -> None:
    assert is_host("lantern.example", "https://www.lantern.example/1")
    assert not is_host("The Lantern", "https://lantern.example/1")
    assert not is_host("lantern.example", None)


LINES = [
    "Harbour to close",
    "By JO MARSH, Staff Writer",
    "OSSUM (AP) -- The harbour will close on Monday, two engineers who saw the survey said.",
    '"It is not safe," the mayor said.',
    "The council had not been told.",
]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>{}</td></tr></table>",
        "<table><tr><td>Home</td></tr><tr><td><table><tr><td>{}</td></tr></table></td></tr></table>",
        "<table><tr><td>Home<br>Sport</td><td>{}</td></tr></table>",
    ],
)
def test_a_page_that_is_laid_out_as_a_table_has_its_lines(table: str) -> None:
    body = "<b>{}</b><br>{}<br><br>{}<br><br>{}<br><br>{}<br><br>Copyright 1999. All rights reserved.".format(*LINES)
    more = " ".join(["The engineers said so."] * 15)
    html = f"<html><body bgcolor=white>{table.format(body + '<br><br>' + more)}</body></html>"
    text = page_row(html, where="x")["text"]
    assert [line for line in text.split("\n") if line in LINES] == LINES


def test_a_table_of_figures_stays_a_table() -> None:
    rows = "<tr><td>Ossum</td><td>14</td></tr><tr><td>Fenwick</td><td>12</td></tr>"
    text = page_row(page(body=f"{SENTENCES}<table>{rows}</table>"), where="x")["text"]
    assert "| Ossum | 14 |" in text


def test_a_marked_quotation_has_its_marks_and_stays_in_its_sentence() -> None:
    body = f"{SENTENCES}<p><q>It is <b>not</b> safe</q>, she told <i>The Lantern</i>.</p>"
    assert "“It is not safe”, she told The Lantern." in page_row(page(body=body), where="x")["text"].split("\n")


def test_a_short_item_has_its_lines() -> None:
    body = "<p>The harbour will close on Monday, two engineers said.</p><p>“It is not safe,” said the mayor.</p>"
    html = page(body=f"<h1>Harbour to close</h1>{body}").replace("<article>", f"{OTHER}<article>")
    assert page_row(html, where="x")["text"].split("\n")[-2:] == [
        "The harbour will close on Monday, two engineers said.",
        "“It is not safe,” said the mayor.",
    ]
