from __future__ import annotations

import pytest

from reportedly.reading.layout.turns import find_turns
from tests.cases import Case, cases


@pytest.mark.parametrize("case", cases("turns"), ids=lambda case: case.name)
def test_turns(case: Case) -> None:
    found = tuple(f"{turn.speaker.text}: {turn.words.text}" for turn in find_turns(case.article))
    assert found == tuple(filter(None, case.expected))
