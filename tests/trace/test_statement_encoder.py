from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reportedly.errors import BadWeights
from reportedly.trace.kinds import KINDS
from reportedly.trace.statement_encoder import ANSWERS, WIDTH, StatementEncoder, shipped

pytestmark = pytest.mark.weights


def test_contents_that_mean_the_same_are_near() -> None:
    quay, again, play = shipped().encode(
        ["The quay will close on Monday", "On Monday the quay shuts", "It is a very silly play"]
    )
    assert quay @ again > 0.7 > 0.4 > quay @ play
    assert np.linalg.norm(quay) == pytest.approx(1, abs=1e-4)


def test_no_content_has_no_vector() -> None:
    assert shipped().encode([]).shape == (0, WIDTH)


def test_answers_are_probabilities_of_the_kinds() -> None:
    pairs = [("Berg: The quay will close on Monday", "he: The quay will close on Tuesday"), ("a: b", "c: d")]
    answers = shipped().compare(pairs)
    assert answers.shape == (2, len(KINDS)) == (2, ANSWERS)
    assert np.exp(answers).sum(axis=1) == pytest.approx(1, abs=1e-2)
    assert shipped().compare([]).shape == (0, ANSWERS)


def test_a_pair_is_answered_the_same_whatever_is_asked_beside_it() -> None:
    one, other = ("Berg: The quay is shut", "Vale: The quay is open"), ("Vale: " + "on and " * 300, "Berg: no")
    assert (shipped().compare([one, other])[0] == shipped().compare([one])[0]).all()


def test_two_statements_of_one_thing_are_the_same_and_another_number_is_a_change() -> None:
    told = "the mayor: The bridge will be closed on Friday (… , the mayor said.)"
    same, number = (
        KINDS[int(row.argmax())]
        for row in shipped().compare(
            [
                (told, "Mayor Renn: On Friday the bridge will be shut (… , Mayor Renn said.)"),
                (told, "the mayor: the bridge will be closed on Sunday (… , the mayor said.)"),
            ]
        )
    )
    assert (same, number) == ("same", "number")


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadWeights, match="cannot be loaded"):
        StatementEncoder.load(tmp_path)
