from __future__ import annotations

from typing import Any

import pytest

from training.written import story_of


def article(id: str, outlet: str, hour: int, claim: str | None, **more: Any) -> dict[str, Any]:
    said = {
        "id": "S1", "source": "the mayor", "cue": "said", "content": ["the bridge is safe"], "mode": "indirect",
        "source_kind": "named", "speaker": "A1", "speaks_for": None, "act": "say", "status": "made", "within": None,
        "chain": [outlet, "Ida Holm"], "claim": claim,
    }  # fmt: skip
    return {
        "id": id, "outlet": outlet, "published": f"2031-05-02T{hour:02}:00:00+00:00", "derived_from": [],
        "paragraphs": ["On Monday [[the mayor|A1]] said the bridge is safe."], "statements": [said], "contacts": [],
        "positions": [], "dates": [{"text": "Monday", "from": "2031-04-28", "to": "2031-04-28"}], "furniture": [],
    } | more  # fmt: skip


def story(*articles: dict[str, Any], claims: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    flow = {} if claims is None else {"claims": claims, "origins": [{"id": "O1"}]}
    return {"story": "bridge", "actors": [{"id": "A1", "kind": "person"}], "articles": list(articles)} | flow


def claim(id: str, first: str, **more: Any) -> dict[str, Any]:
    whole = {"origins": ["O1"], "first_report": first, "distorts": None, "distortion": None, "contradicts": []}
    return {"id": id, **whole} | more


def test_quoted_words_become_places() -> None:
    (read,) = story_of(story(article("wire", "Wire", 8, None)))["articles"]
    (said,) = read["statements"]
    assert read["text"] == "On Monday the mayor said the bridge is safe."
    assert [read["text"][slice(*span)] for span in said["content_spans"]] == said["content"]
    assert read["text"][slice(*said["source_span"])] == "the mayor"
    assert read["mentions"] == [{"actor": "A1", "span": [10, 19]}]


def test_words_that_stand_twice_or_never_are_told_with_their_place() -> None:
    twice = article("wire", "Wire", 8, None, paragraphs=["On Monday [[the mayor|A1]] said the bridge is safe. Monday!"])
    with pytest.raises(ValueError, match="wire date 0: 'Monday' stands 2 times"):
        story_of(story(twice))


COPY = [{"article": "wire", "how": "rewritten", "credited": True}]
WHOLE = (article("wire", "Wire", 8, "C1"), article("post", "Post", 9, "C2", derived_from=COPY))
CLAIMS = [
    claim("C1", "wire"),
    claim("C2", "post", origins=[], distorts="C1", distortion="hedge"),
]


def test_a_whole_flow_of_information_is_taken() -> None:
    assert story_of(story(*WHOLE, claims=CLAIMS))["claims"] == CLAIMS


@pytest.mark.parametrize(
    ("articles", "claims", "told"),
    [
        (WHOLE, CLAIMS[:1], "claim C2: it is told, but there is none"),
        (WHOLE, [claim("C1", "post"), CLAIMS[1]], "claim C1: its first report 'post' does not tell it"),
        (WHOLE, [claim("C1", "wire", origins=[]), CLAIMS[1]], "claim C1: origins"),
        (WHOLE, [CLAIMS[0], CLAIMS[1] | {"distortion": "mood"}], "claim C2: distorts 'C1', 'mood'"),
        (WHOLE, [claim("C1", "wire", contradicts=["C2"]), CLAIMS[1]], "claim C1: contradicts 'C2'"),
        (
            (WHOLE[0], WHOLE[1] | {"published": "2031-05-02T09:00:00+02:00"}),
            CLAIMS,
            "post: derived from wire, which is",
        ),
        (
            (WHOLE[0], article("post", "Post", 9, "C2", derived_from=[COPY[0] | {"how": "seen"}])),
            CLAIMS,
            "post: derived",
        ),
        ((WHOLE[0], WHOLE[1] | {"outlet": "Star"}), CLAIMS, "post S1: the chain does not begin with Star"),
    ],
)
def test_a_flow_that_does_not_fit_is_told(articles: Any, claims: list[dict[str, Any]], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        story_of(story(*articles, claims=claims))
