from __future__ import annotations

from dataclasses import replace

from tests.trace.tellings import Hop, Line, article, tell

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
