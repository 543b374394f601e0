"""Whether expressions of time are resolved to the right days, on the documents of MEANTIME and GUM kept for reporting.

    python -m evaluation.timexes [--errors]   # the errors shown are those of the documents to learn from

An expression is right when a timex overlaps it and has the same first and last day. Only gold expressions with a value
that is an interval of days are asked. Documents of ../shared/training/real are left out; the rules were written on
those that are not kept for reporting. (The dates of the development stories stand in `evaluation.stories`.)

How values become days (`interval_of`): 2031-05-14, with or without a time of day, is that day; 2031-05 the month;
2031 the year; 203 (and 203X) the ten years from 2030; 2031-Q3, 2031-H1 the quarter and half; 2031-W20 Monday to Sunday
of the ISO week, 2031-W20-WE its Saturday and Sunday; 2031-SP, -SU, -FA, -WI the three months that begin in March, June,
September, December. GUM's `when` is read in the same way, and `from` with `to` is the first day of the one to the last
day of the other.

Left out: durations and sets (TIMEX3 of type DURATION or SET), PAST_REF, PRESENT_REF, FUTURE_REF and values with X in
place of the year, GUM values without a year (--10) and intervals that are only `notBefore` or `notAfter`, and empty
markables. So are parts of MEANTIME's ("the end of this year", "early June"): it keeps no MOD, and has the whole year or
month as their value; GUM's, which say from when to when, are asked and taken literally. Two-digit centuries (18 for
1800 to 1899) are left out too. Where MEANTIME gives no `dct`, the date under the title is the day of publication.

Precision is not measured: a timex where gold has none costs nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from evaluation import gum
from evaluation.corpora import Row, corpus, digest, lines_of, story_of
from evaluation.measurement import Figure, Measurement, render
from reportedly.reading.times.timexes import find_timexes
from reportedly.records import Article, Timex

NAME = "timexes"

Interval = tuple[str, str]

_PART = re.compile(r"(?:the )?(?:early|earlier|late|later|mid|middle|end|start|beginning)\b", re.IGNORECASE)
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An article and its gold: places of expressions, each with its days, or None where gold has no value."""

    article: Article
    gold: tuple[tuple[int, int, Interval | None], ...]


def interval_of(value: str) -> Interval | None:
    """The first and last day of a TIMEX3 value; None where it is no interval of days."""
    value = value.partition("T")[0]
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        return value, value
    if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _months(int(found[1]), int(found[2]), 1)
    if re.fullmatch(r"\d{4}", value):
        return f"{value}-01-01", f"{value}-12-31"
    if found := re.fullmatch(r"(\d{3})X?", value):
        return f"{found[1]}0-01-01", f"{found[1]}9-12-31"
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return _months(int(found[1]), 3 * int(found[2]) - 2, 3)
    if found := re.fullmatch(r"(\d{4})-H([12])", value):
        return _months(int(found[1]), 6 * int(found[2]) - 5, 6)
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        first = monday + timedelta(days=5) if found[3] else monday
        return first.isoformat(), (monday + timedelta(days=6)).isoformat()
    if (found := re.fullmatch(r"(\d{4})-(SP|SU|FA|AU|WI)", value)) is not None:
        return _months(int(found[1]), _SEASONS[found[2]], 3)
    return None


def _day(value: str) -> str | None:
    """The day of a creation time, which one document has as DD-MM-YYYY; None where it is none."""
    if found := re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", value):
        return "-".join(reversed(found.groups()))
    return value if interval_of(value) else None


def _months(year: int, month: int, count: int) -> Interval:
    after = date(year + (month + count - 1) // 12, (month + count - 1) % 12 + 1, 1)
    return date(year, month, 1).isoformat(), (after - timedelta(days=1)).isoformat()


def meantime_documents() -> Iterator[tuple[str, Dated]]:
    """The documents of MEANTIME with their ids."""
    for row in lines_of(corpus("corpora", "meantime.jsonl")):
        timexes = [mark for mark in row["markables"] if mark["tag"] == "TIMEX3" and mark.get("start") is not None]
        under_title = (mark["value"] for mark in timexes if mark.get("sentence") == 1 and mark["type"] == "DATE")
        gold = [
            (mark["start"], mark["end"], interval_of(mark["value"]) if _has_days(mark) else None) for mark in timexes
        ]
        written = [day for value in (row["dct"], *under_title) if value and (day := _day(value))]
        article = Article.of(row["text"], published=next(iter(written), None))
        yield row["doc_id"], Dated(article=article, gold=tuple(gold))


def _has_days(mark: Row) -> bool:
    return mark["type"] in {"DATE", "TIME"} and not _PART.match(mark["text"])


def gum_documents() -> Iterator[tuple[str, Dated]]:
    """The documents of GUM with their ids; the text is their sentences, one a line."""
    for row in lines_of(corpus("corpora", "gum.jsonl")):
        text = "\n".join(row["sentences"])
        starts, ends = _token_places(text, row["tokens"])
        gold = [(starts[mark["start_tok"]], ends[mark["end_tok"]], _gum_interval(mark)) for mark in row["dates"]]
        yield row["doc_id"], Dated(article=Article.of(text, published=row["published"]), gold=tuple(gold))


def _gum_interval(mark: Row) -> Interval | None:
    if "when" in mark:
        return interval_of(mark["when"])
    first, last = (interval_of(mark.get(edge, "")) for edge in ("from", "to"))
    return (first[0], last[1]) if first and last else None


def _token_places(text: str, tokens: Iterable[str]) -> tuple[list[int], list[int]]:
    """Where each token starts and ends in a text that has the same characters, other white space aside."""
    starts, ends, at = [], [], 0
    for token in tokens:
        at = text.index(token[0], at) if token else at
        starts.append(at)
        for character in token:
            at = text.index(character, at) + 1
        ends.append(at)
    return starts, ends


def kept_for_reporting(doc_id: str) -> bool:
    """Whether a document of MEANTIME or GUM is only measured on."""
    return gum.kept_for_reporting(doc_id) and doc_id not in _learnt_from()


@cache
def _learnt_from() -> frozenset[str]:
    sources = (story_of(path)["articles"][0].get("source_doc") for path in corpus("training", "real").glob("*.json"))
    return frozenset(source.split(" ")[-1] for source in sources if source)


def judged(dated: Dated) -> Iterator[tuple[tuple[int, int], Interval, list[Timex]]]:
    """Each expression that is asked: its place, its days, and the timexes found over it."""
    found = find_timexes(dated.article)
    for start, end, days in dated.gold:
        if days is not None:
            yield (start, end), days, [t for t in found if t.span and t.span.start < end and start < t.span.end]


def is_right(days: Interval, found: Iterable[Timex]) -> bool:
    """Whether one of the timexes has these days."""
    return any((timex.from_, timex.to) == days for timex in found)


def measure() -> Measurement:
    """The share of expressions with the right days, for either corpus."""
    figures = []
    for name, documents in _CORPORA.items():
        reported = [dated for doc_id, dated in documents() if kept_for_reporting(doc_id)]
        right = [is_right(days, found) for dated in reported for _, days, found in judged(dated)]
        counts = f"{sum(right)} of {len(right)}, {len(reported)} documents"
        figures.append(Figure(name=name, value=sum(right) / len(right) if right else 0.0, counts=counts))
    return Measurement(
        name=NAME,
        about="expressions of time with the right first and last day, MEANTIME and GUM dev, as kept for reporting",
        measured_on=digest(corpus("corpora", f"{name}.jsonl") for name in ("meantime", "gum")),
        figures=tuple(figures),
    )


_CORPORA = {"MEANTIME days": meantime_documents, "GUM days": gum_documents}


def main() -> None:
    """Prints the figures, and with --errors each expression that is wrong."""
    print(render(measure()))
    if "--errors" in sys.argv[1:]:
        for name, documents in _CORPORA.items():
            for doc_id, dated in documents():
                if gum.kept_for_reporting(doc_id):
                    continue
                text = dated.article.text
                for (start, end), days, found in judged(dated):
                    if not is_right(days, found):
                        ours = [(t.span.text, t.from_, t.to) for t in found if t.span]
                        around = f"{text[max(0, start - 90) : start]}[{text[start:end]}]{text[end : end + 50]}"
                        print(f"{name} {dated.article.published} {around} IS {days} FOUND {ours}".replace("\n", " "))


if __name__ == "__main__":
    main()
