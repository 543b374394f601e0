"""What looks like an hour or a day and is one, or is none, where it stands: read on Wednesday 14 May 2031."""

from __future__ import annotations

import pytest

from reportedly.reading.times.timexes import find_timexes
from reportedly.records import Article


def found(text: str) -> list[tuple[str, str | None]]:
    timexes = find_timexes(Article.of(text, published="2031-05-14"))
    return [(timex.span.text, timex.from_) for timex in timexes if timex.span]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("She spent the afternoon with Renn.", "the afternoon", "2031-05-14"),
        ("They are invited for the afternoon.", "the afternoon", "2031-05-14"),
        ("Renn spent Monday in Sarn. She met Vale in the morning.", "the morning", "2031-05-12"),
        ("Vale comes tomorrow. Renn is due in the afternoon.", "the afternoon", "2031-05-15"),
        ("Renn spoke on Monday. She will speak in the morning.", "the morning", "2031-05-15"),
        ("Renn leaves on Friday. She met Vale in the morning.", "the morning", "2031-05-14"),
        ("Renn left on Monday.\n\nShe met Vale in the morning.", "the morning", "2031-05-14"),
        ("She had him on the line all evening.", "all evening", "2031-05-14"),
        ("She has to see the bishop at ten.", "ten", "2031-05-14"),
        ("On the eve the minister announced a report.", "On the eve", "2031-05-13"),
        ("They voted on Super Tuesday.", "Super Tuesday", "2031-03-04"),
        ("At 5:11 the guard rang.", "5:11", "2031-05-14"),
    ],
)
def test_parts_of_days_and_hours(text: str, words: str, day: str) -> None:
    assert found(text)[-1] == (words, day)


@pytest.mark.parametrize(
    "text",
    [
        "She read Romans 5:11 and John 3:16.",
        "He hosted Saturday Night Live.",
        "He was heard on Monday Night Football.",
        "It came too late for the evening edition.",
        "The levy stays at eleven.",
        "She puts the number of open doors at seven.",
        "The price was one loaf at three to two.",
        "He lends at one and a half.",
        "The union put the dead at eleven.",
        "She won on the eve of the storm.",
        "The boats sail within twelve weeks of a verdict.",
        "The lift climbs 15 metres a second before it slows.",
        "It was first told by Lesk.today and others.",
        "The head of Local 1520 said no.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert found(text) == []
