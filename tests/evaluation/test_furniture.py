"""The furniture scorer, on gold whose figures are known."""

from __future__ import annotations

import pytest

from evaluation.corpora import NotBeside
from evaluation.furniture import Tally, dice, matched, same_agencies
from evaluation.furniture import main as print_figures
from reportedly.reading.layout.furniture import Furniture, Piece, find_furniture
from reportedly.records import Article

TEXT = "OSSUM (CP) - The harbour closes, the mayor said.\n\nRead also: Who is the mayor?"


def gold_row() -> dict[str, object]:
    end = len(TEXT)
    return {
        "furniture": [
            {"kind": "dateline", "span": [0, 12], "agency": "Confederal Press"},
            {"kind": "read_also", "span": [50, end], "agency": None},
        ],
        "statements": [{"content_spans": [[13, 31]]}],
    }


def values(tally: Tally) -> dict[str, float]:
    return {figure.name: figure.value for figure in tally.figures()}


def test_what_is_found_scores_one() -> None:
    article = Article.of(TEXT)
    tally = Tally()
    tally.add(gold_row(), article, find_furniture(article))
    assert values(tally) == {
        "precision": 1, "recall": 1, "F1": 1, "F1, any kind": 1, "body lost": 0, "statements lost": 0, "wires right": 1,
    }  # fmt: skip


def test_body_that_is_taken_shows() -> None:
    article = Article.of(TEXT)
    tally = Tally()
    taken = Piece(kind="credit", span=article.span(0, 48))
    tally.add(gold_row(), article, Furniture(article=article, pieces=(taken,)))
    found = values(tally)
    assert (found["precision"], found["recall"], found["statements lost"], found["wires right"]) == (0, 0, 1, 0)
    assert found["body lost"] == pytest.approx(36 / 38)


def test_a_piece_is_found_once() -> None:
    assert matched([("credit", 0, 10), ("credit", 1, 9)], [("credit", 0, 10)]) == [("credit", 0, 10)]
    assert matched([("credit", 0, 10)], [("byline", 0, 10)]) == []


def test_dice_is_half_where_half_is_shared() -> None:
    assert dice(("credit", 0, 10), ("credit", 5, 15)) == 0.5
    assert dice(("credit", 0, 5), ("credit", 8, 9)) == 0


@pytest.mark.parametrize(
    ("gold", "wires", "same"),
    [
        ({"The Associated Press"}, ("AP",), True),
        ({"Velland Press Agency"}, ("VPA",), True),
        ({"Anchor Newswire"}, ("Anchor",), True),
        ({"AP"}, ("AP", "Reuters"), False),
        ({"AP", "Reuters"}, ("AP",), False),
        ({"Coast Agency"}, ("Velland Press Agency",), False),
    ],
)
def test_agencies_by_any_of_their_names(gold: set[str], wires: tuple[str, ...], same: bool) -> None:
    assert same_agencies(gold, wires) == same


def test_a_missing_corpus_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(*parts: str) -> None:
        raise NotBeside(f"{parts} is not there")

    monkeypatch.setattr("evaluation.furniture.corpus", refuse)
    assert print_figures() == 1
    assert "is not there" in capsys.readouterr().err
