"""The quotation scorer, on a story whose quotations are known."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.quotations import judge, pieces_held

TEXT = "“We stay,” Renn said on “The Late Table.”\n\nThe so-called “deal” is dead.\n\n“Elswick”"


def story(folder: Path) -> list[Path]:
    statement = {"mode": "direct", "content_spans": [[1, 9]]}
    furniture = {"kind": "related_headline", "span": [len(TEXT) - 9, len(TEXT)], "agency": None}
    row = {"text": TEXT, "furniture": [furniture], "statements": [statement]}
    path = folder / "story-renn.json"
    path.write_text(json.dumps({"articles": [row]}), encoding="utf-8")
    return [path]


def test_speech_is_what_a_direct_statement_holds(tmp_path: Path) -> None:
    assert list(judge(story(tmp_path))) == [(True, True), (False, False), (False, False)]


def test_the_content_lies_inside_a_piece(tmp_path: Path) -> None:
    assert pieces_held(story(tmp_path)).value == 1
