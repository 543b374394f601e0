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
        (
            "Renn fell ill at noon on Monday. The doctor was rung at five in the afternoon.",
            "five in the afternoon",
            "2031-05-12",
        ),
        ("Renn came at noon on Monday. The boat landed at dawn.", "dawn", "2031-05-14"),
        ("A decision is due at 1100 GMT.", "1100 GMT", "2031-05-14"),
        ("He rang at 11.40pm on the night of 3 May.", "11.40pm on the night of 3 May", "2031-05-03"),
        ("Friday: rain.", "Friday", "2031-05-16"),
        ("16.25 The gate is open.", "16.25", "2031-05-14"),
        ("15.30\nNobody came.", "15.30", "2031-05-14"),
        ("Tom Orr was paid that very evening.", "that very evening", "2031-05-14"),
        ("The lock was shut in the forenoon.", "the forenoon", "2031-05-14"),
        ("Renn spoke on Monday and by evening he was gone.", "evening", "2031-05-12"),
        ("Renn left on Monday. By morning the shop stood empty.", "morning", "2031-05-13"),
        ("The midweek paper left it out.", "midweek", "2031-05-14"),
        ("Few think the seventeenth will be met.", "the seventeenth", "2031-05-17"),
        ("It will be done before the new year.", "the new year", "2032-01-01"),
        ("(This May 9 photo shows the sluice.)", "May 9", "2031-05-09"),
        ("This May 9 people drowned.", "This May", "2031-05-01"),
        ("The judge will rule in a week's time.", "in a week's time", "2031-05-21"),
        ("He came on Sunday, a day before the vote was held.", "a day before", "2031-05-11"),
        ("On Monday, the day after the tape was aired, she came.", "the day after", "2031-05-12"),
    ],
)
def test_parts_of_days_and_hours(text: str, words: str, day: str) -> None:
    assert found(text)[-1] == (words, day)


@pytest.mark.parametrize(
    "text",
    [
        "She read Romans 5:11 and John 3:16.",
        "He hosted Saturday Night Live.",
        "It was slowed by morning traffic.",
        "3.20 million people were counted.",
        "She was back to back with Renn.",
        "He left the day after the vote.",
        "In the new year much may change.",
        "It was sold for 1100 crowns.",
        "They spent 1500 hours on it.",
        "The twelfth would be his last win.",
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


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It fell for the rest of May.", ("2031-05-14", "2031-05-31")),
        ("It will fall for the remainder of the year.", ("2031-05-14", "2031-12-31")),
        ("It fell for the rest of March.", ("2031-03-01", "2031-03-31")),
        ("Two barns burnt in the night to Monday.", ("2031-05-11", "2031-05-12")),
        ("Two barns burnt in the night from Sunday to Monday.", ("2031-05-11", "2031-05-12")),
        ("She will go inside eighteen months.", ("2031-05-14", "2032-11-14")),
    ],
)
def test_stretches(text: str, days: tuple[str, str]) -> None:
    (timex,) = find_timexes(Article.of(text, published="2031-05-14"))
    assert (timex.from_, timex.to) == days
