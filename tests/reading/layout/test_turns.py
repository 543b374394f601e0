from __future__ import annotations

import pytest

from reportedly.reading.layout.turns import find_turns
from reportedly.records import Article
from tests.cases import Case, cases


@pytest.mark.parametrize("case", cases("turns"), ids=lambda case: case.name)
def test_turns(case: Case) -> None:
    found = tuple(f"{turn.speaker.text}: {turn.words[0].text}" for turn in find_turns(case.article))
    assert found == tuple(filter(None, case.expected))


def test_a_line_of_capitals_takes_no_time() -> None:
    assert find_turns(Article.of("AB " * 20_000)) == ()
    assert find_turns(Article.of("A" * 60_000)) == ()
