from __future__ import annotations

from dataclasses import replace

import pytest

from tests.trace.tellings import ENGINEERS, WIRE, Hop, Line, article, tell

VALE = Hop(name="Ada Vale")


def test_who_declines_or_asks_not_to_be_named_claims_nothing() -> None:
    reading = article(
        "Courier", "2031-03-03",
        Line(content="the quay would close", hops=(VALE,)),
        Line(content="not to be named, for fear of the owners", hops=(VALE,), cue="asked"),
        Line(content="the closure of the quay", hops=(VALE,), cue="declined to discuss"),
    )  # fmt: skip
    first, second, third = reading.statements
    told = tell(replace(reading, statements=(first, second, replace(third, status="declined"))))
    assert [one.text for one in told] == ["the quay would close"]


@pytest.mark.parametrize(
    ("content", "hops", "meant"),
    [
        ("the report", (WIRE, ENGINEERS), "the quay would close"),
        ("the report", (ENGINEERS,), "the quay would close"),
        ("it", (WIRE, ENGINEERS), "ten boats were at sea"),
        ("the report", (Hop(name="Olaf Brandt"),), "ten boats were at sea"),
    ],
)
def test_a_report_that_is_denied_is_what_others_were_said_to_report(
    content: str, hops: tuple[Hop, ...], meant: str
) -> None:
    reading = article(
        "Courier", "2031-03-03",
        Line(content="the quay would close", hops=hops),
        Line(content="ten boats were at sea", hops=(Hop(name="Lise Morn"),)),
        Line(content=content, hops=(VALE,), act="deny", cue="denied"),
    )  # fmt: skip
    assert tell(reading)[-1].text == f"{meant} ({content})"
