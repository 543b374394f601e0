"""The command that learns on which day things were said, on stories by hand; is skipped without what training needs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportedly.reading.saying.weights import DayWeights
from reportedly.reading.scoring.encoder import Encoder
from reportedly.records import Article, Chain, Link, Reading, Statement
from tests.byhand import find

pytest.importorskip("torch", reason="torch is for training; pip install -r training/requirements.txt")

from training import saying

TEXT = "Berg said on Monday that it rains. The road is closed. Voss thinks it snows."
PUBLISHED = "2031-05-14"  # a Wednesday
MONDAY = {"from": "2031-05-12", "to": "2031-05-12"}


def story(number: int) -> dict[str, Any]:
    def gold(id: str, source: str, cue: str, content: str, said_on: dict[str, str] | None) -> dict[str, Any]:
        places = {"cue_span": place(cue), "source_span": place(source), "content_spans": [place(content)]}
        return {"id": id, "source": source, "cue": cue, "content": content, "said_on": said_on, **places}

    statements = [gold("S1", "Berg", "said", "it rains", MONDAY), gold("S2", "Voss", "thinks", "it snows", None)]
    article = {"id": f"{number}/a", "text": TEXT, "published": PUBLISHED, "statements": statements}
    return {"story": str(number), "articles": [article]}


def place(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


class ByHand:
    """Reads every article as the two statements of TEXT."""

    def __init__(self, _: object) -> None:
        pass

    def read_all(self, articles: Iterable[Article]) -> Iterator[Reading]:
        for article in articles:
            statements = (
                told(article, "s1", "berg", "said", "it rains"),
                told(article, "s2", "voss", "thinks", "it snows"),
            )
            yield Reading(article=article, statements=statements)


def told(article: Article, id: str, actor: str, cue: str, content: str) -> Statement:
    links = Link(actor="outlet"), Link(actor=actor, cue=find(article, cue), mention=find(article, actor.title()))
    return Statement(
        id=id, form="indirect", content=(find(article, content),), sourcing="on_record", chain=Chain(links), score=1.0
    )


def test_the_command_writes_weights_that_find_the_days(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stories = [story(number) for number in range(40)]
    monkeypatch.setattr(saying, "Reader", ByHand)
    monkeypatch.setattr(Encoder, "load", lambda *_, **__: None)
    monkeypatch.setattr(saying, "all_stories", lambda: stories)
    monkeypatch.setattr(saying, "real_articles", list)
    monkeypatch.setattr(saying, "OUT", tmp_path / "day_signs.json")
    monkeypatch.setattr(sys, "argv", ["saying", str(tmp_path)])
    saying.main()
    weights = DayWeights(**json.loads((tmp_path / "day_signs.json").read_text(encoding="utf-8")))
    (page,) = saying.pages_of(ByHand(None), [stories[0]])  # type: ignore[arg-type]
    days = {key[0]: on.from_ if on else None for key, on in saying.found_in(page, weights).items()}
    assert days == {"berg": "2031-05-12", "voss": None}
    assert saying.shares([page], lambda page: saying.found_in(page, weights)) == (1.0, 1.0)
    assert saying.shares([page], lambda page: saying.found_in(page, replace(weights, at=1.0)))[0] < 1.0
