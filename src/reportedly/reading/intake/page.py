"""An HTML page -> its article: the only user of trafilatura.

    read_page(html)   an Article; NotAnArticle when the page holds none
    make_page(html)   the same with every date that the page states
    page_row(html)    the same as an input row: text, title, outlet, byline, published, url

The text is made here, once, and is what all offsets count in: one paragraph, heading or list item a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from reportedly.errors import NotAnArticle
from reportedly.reading.intake.charsets import declared_charset, decode_text
from reportedly.reading.intake.dates import Found, settle, stated_dates
from reportedly.reading.intake.known import NOTHING, Known
from reportedly.reading.intake.made import Made
from reportedly.reading.intake.markup import make_plain
from reportedly.reading.intake.notices import is_notice
from reportedly.reading.layout.bylines import is_role
from reportedly.records.article import Article, whole_characters
from reportedly.records.codec import decode_article
from reportedly.records.values import wrong_moment

if TYPE_CHECKING:
    from trafilatura.settings import Document

_FEW = 50  # characters of the shortest item
MOST_CHARACTERS = 20_000_000  # of one page, as trafilatura's own limit
NOT_FOUND = "if there is one, save its text and give that"

# a login, a list of headlines and a page that its script has yet to fill have no sentence in them
_SENTENCE_END = re.compile(r"[.!?…。।؟۔]|[”»\"][ \t]*$", re.MULTILINE)
# moments with their clock, which trafilatura leaves out; the first kind is said to be of publication
_MOMENT = r"(\d{4}-\d\d-\d\d[T ][^\"'<>]{4,30})[\"']"
_PUBLISHED = re.compile(rf"\"datePublished\"\s*:\s*\"{_MOMENT}")
_SAID_PUBLISHED = re.compile(r"published_time|datePublished")
_VALUE = re.compile(rf"\b(?:content|datetime)\s*=\s*[\"']{_MOMENT}")
_ANY_MOMENT = re.compile(rf"\bdatetime\s*=\s*[\"']{_MOMENT}")
_HOST = re.compile(r"https?://(?:www\.|w[0-9]+\.)?([^/]+)")  # as trafilatura has it
_NO_NAME = re.compile(r"[\d.]+(?::\d+)?|\[.*|.*:\d+")  # a host that is a number, or has a port
_LONGEST_TAG = 400  # characters before and after what says that a tag holds the moment


def read_page(
    html: bytes | str,
    *,
    where: str = "the page",
    known: Known = NOTHING,
    encoding: str | None = None,
    declared: str | None = None,
) -> Article:
    """The article of a page, under what is `known` of it; NotAnArticle, Unreadable.

    Bytes are decoded as `encoding` when it is given, else as their server (`declared`) or the page says.
    """
    if isinstance(html, bytes):
        html = decode_text(html, where=where, encoding=encoding, declared=declared or declared_charset(html))
    return make_page(html, where=where, known=known).article


def make_page(
    html: str,
    *,
    where: str,
    known: Known = NOTHING,
    found: Sequence[Found] = (),
    crawl: str | None = None,
) -> Made:
    """The article of a page with its dates; `found` are dates that others give for it, `crawl` when it was fetched."""
    row = page_row(html, where=where, url=known.url)
    published, dates = settle([*page_dates(html, row), *found], stated=known.published, crawl=crawl)
    return Made(article=decode_article(known.over(row | {"published": published}), where=where), dates=dates)


def page_dates(html: str, row: Mapping[str, Any]) -> list[Found]:
    """The dates that a page states, the one that was found to be that of publication first."""
    stated = stated_dates(html)
    if (published := row.get("published")) is None:
        return stated
    days = {kind: {value[:10] for other, value in stated if other == kind} for kind in ("published", "modified")}
    only_changed = published[:10] in days["modified"] - days["published"]
    return [("modified" if only_changed else "published", published), *stated]


def page_row(html: str, *, where: str, url: str | None = None) -> dict[str, Any]:
    """The article of a page as an input row; what the page does not say is None. NotAnArticle when it holds none.

    `url` is where the page comes from, which helps to find its outlet and date.
    """
    if len(html) > MOST_CHARACTERS:
        raise NotAnArticle(f"the page is longer than {MOST_CHARACTERS:,} characters", where=where, do=NOT_FOUND)
    try:
        found = _extracted(html, url)
        if found is not None and found.text and "\n" not in found.text:
            # of a page with few words trafilatura takes all that there is as one line, unless told that few will do
            again = _extracted(html, url, few=True)
            if again is not None and 2 * len(again.text or "") > len(found.text):
                found = again
    except Exception as error:  # of lxml and trafilatura, of any kind: it is the page that broke them, not us
        reason = f"{type(error).__name__} {error}".strip()
        raise NotAnArticle(f"the page cannot be taken apart ({reason})", where=where, do=NOT_FOUND) from error
    text = found.text if found is not None else None
    if found is None or not text or not _SENTENCE_END.search(text) or is_notice(text):
        raise NotAnArticle("there is no article on the page", where=where, do=NOT_FOUND)
    return {
        "text": text,
        "title": found.title,
        "outlet": None if _NO_NAME.fullmatch(found.sitename or "") else found.sitename,
        "byline": _authors(found.author or ""),
        "published": _moment_of(found.date, html),
        "url": found.url,
    }


def _extracted(html: str, url: str | None, *, few: bool = False) -> Document | None:
    from trafilatura import bare_extraction  # late: half the work of a cold start, and plain text has no need of it
    from trafilatura.settings import DEFAULT_CONFIG, Document, use_config
    from trafilatura.utils import load_html

    page = load_html(whole_characters(html))
    if page is None:
        return None
    make_plain(page)
    config = DEFAULT_CONFIG
    if few:
        config = use_config()
        config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_FEW))
    found = bare_extraction(
        page,
        url=url,
        with_metadata=True,
        include_comments=False,
        # only dates that the page states, not those that its sentences mention; the first one, not the last change
        date_extraction_params={"original_date": True, "extensive_search": False},
        config=config,
    )
    return found if isinstance(found, Document) else None


def _authors(byline: str) -> list[str]:
    """The names in what trafilatura takes for authors: of "By Jo Marsh, Staff Writer" it makes two."""
    names = [name for name in re.split(r"\s*;\s*", byline) if name]
    return [name for number, name in enumerate(names) if number == 0 or not is_role(name)]


def is_host(outlet: str, url: str | None) -> bool:
    """Whether an outlet is called by the host of its page only, for want of a name."""
    host = _HOST.match(url or "")
    return host is not None and host[1] == outlet


def _moment_of(day: str | None, html: str) -> str | None:
    """The day of publication, with its clock where the page states one for that day; None where it may be another.

    The clocks of other stories and of comments stand beside the article's own, which is the one that says so; where
    none does, it must be the only one.
    """
    if day is None or wrong_moment(day) is not None or _may_be_another(day, html):
        return None
    of_day = [moment for moment in _said_moments(html) if moment.startswith(day)]
    if not of_day:
        every = {match[1].strip() for match in _ANY_MOMENT.finditer(html)}
        of_day = [moment for moment in every if moment.startswith(day)]
        of_day = of_day if len(of_day) == 1 else []
    return next((moment for moment in of_day if wrong_moment(moment) is None), day)


def _said_moments(html: str) -> Iterator[str]:
    """The moments of which a page says that they are of publication, in its data and in its tags."""
    for match in _PUBLISHED.finditer(html):
        yield match[1].strip()
    for said in _SAID_PUBLISHED.finditer(html):
        start = html.rfind("<", max(0, said.start() - _LONGEST_TAG), said.start())
        end = html.find(">", said.end(), said.end() + _LONGEST_TAG)
        if start >= 0 and end >= 0 and (value := _VALUE.search(html, start, end)):
            yield value[1].strip()


def _may_be_another(day: str, html: str) -> bool:
    """Whether a page writes a day in numbers only, in an order that may be the other: is 03/05/2024 of May or March?"""
    at = date.fromisoformat(day)
    if at.day > 12 or at.day == at.month:
        return False
    one, two, year = f"0?{at.day}", f"0?{at.month}", rf"(?:{at.year}|{at.year % 100:02})"
    in_numbers = rf"(?<!\d)(?:{one}([/-]){two}\1|{two}([/-]){one}\2){year}(?!\d)"
    month = rf"{at:%b}[a-z]*\.?"
    in_order = rf"{at:%Y([/-]?)%m}(?:\1){at:%d}|\b{month},? {one}(?!\d)|(?<!\d){one}(?:st|nd|rd|th)?(?: of)? {month}"
    return bool(re.search(in_numbers, html)) and not re.search(in_order, html, re.IGNORECASE)
