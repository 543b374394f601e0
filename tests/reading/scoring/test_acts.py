import json
from collections.abc import Sequence
from importlib.resources import files

import pytest

from reportedly.reading.scoring.acts import ActWeights, act_weights, signs_of
from reportedly.records.statement import ACTS

EVEN = (1 / len(ACTS),) * len(ACTS)


def signs(text: str, cue: str | None, *content: str, nested: bool = False) -> frozenset[str]:
    return signs_of(
        text, None if cue is None else _place(text, cue), [_place(text, part) for part in content], "indirect", nested
    )


def _place(text: str, words: str) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


def test_forms_of_a_verb_are_one_sign() -> None:
    forms = ("denied", "denies", "deny", "denying")
    assert {next(iter(s for s in signs(f"Lee {f} it.", f, "it") if s.startswith("cue: "))) for f in forms} == {
        "cue: den"
    }


def test_what_is_said_tells_the_act_only_where_the_cue_does_not() -> None:
    assert "plain, must" in signs("Lee said they must go.", "said", "they must go")
    telling = signs("Lee warned they must go.", "warned", "they must go")
    assert "must" in telling
    assert "plain, must" not in telling


def test_a_floating_quotation_is_plain() -> None:
    assert {"no cue", "plain", "plain, question"} <= signs("Who pays?", None, "Who pays")


def test_the_words_beside_a_cue_are_signs() -> None:
    found = signs("He refused to accept that they lost.", "accept", "they lost", nested=True)
    assert {"before refus", "before to", "after that", "nested"} <= found


def test_signs_and_encoder_are_weighed_together() -> None:
    weights = ActWeights(signs={"always": {"say": 1.0}, "must": {"demand": 2.0}}, encoder=1.0)
    assert weights.best(["must"], EVEN) == "demand"
    assert weights.best(["will"], EVEN) == "say"
    sure_of_denial = [0.9 if act == "deny" else 0.1 / 15 for act in ACTS]
    assert weights.best(["must"], sure_of_denial) == "deny"


@pytest.mark.parametrize(
    ("text", "cue", "content", "act"),
    [
        ("Lee denied that he had paid.", "denied", ["he had paid"], "deny"),
        ("The union demanded a new vote.", "demanded", ["a new vote"], "demand"),
        ("Lee promised to rebuild the pier.", "promised", ["to rebuild the pier"], "promise"),
        ("It is cold, Lee said.", "said", ["It is cold"], "say"),
    ],
)
def test_the_weights_that_ship_know_telling_cues(text: str, cue: str, content: Sequence[str], act: str) -> None:
    assert act_weights().best(signs(text, cue, *content), EVEN) == act


def test_the_weights_that_ship_speak_of_known_acts() -> None:
    stored = json.loads(files("reportedly.reading").joinpath("lists", "act_signs.json").read_text(encoding="utf-8"))
    assert {act for row in stored["signs"].values() for act in row} == set(ACTS)
