from __future__ import annotations

import pytest

from reportedly.reading.layout.turns import find_turns
from reportedly.records import Article
from tests.cases import Case, cases


@pytest.mark.parametrize("case", cases("turns"), ids=lambda case: case.name)
def test_turns(case: Case) -> None:
    found = tuple(
        f"{turn.speaker.text}: {' / '.join(words.text for words in turn.words)}" for turn in find_turns(case.article)
    )
    assert found == tuple(filter(None, case.expected))


def test_a_long_turn_that_is_read_in_pieces_is_one() -> None:
    text = "RENN: Will it close?\n\nVALE: No.\n\nRENN: When?\n\nVALE: Never.\nAs I said.\nVale left.\n\nIt did."
    assert [span.text for span in find_turns(Article.of(text))[-1].words] == ["Never.\nAs I said."]


def test_a_line_of_capitals_takes_no_time() -> None:
    assert find_turns(Article.of("AB " * 20_000)) == ()
    assert find_turns(Article.of("A" * 60_000)) == ()
    assert find_turns(Article.of("AB, " * 20_000)) == ()
