import pytest

from reportedly.reading.scoring.attributions import find_attributions
from reportedly.reading.scoring.labels import COLUMNS
from reportedly.reading.scoring.settings import Settings
from reportedly.reading.scoring.tagged import find_tags
from reportedly.records import Article
from tests.reading.scored import SURE, Marked, no_distance, pieces_of, scores_of

TEXT = "By the mayor’s own count it would be the fourth time."
CONTENT = "it would be the fourth time"
_CUE = COLUMNS["outer"].start + 3


def cues_in(content: str, odds: float) -> list[tuple[str, str, list[str]]]:
    """Source, cue and content of what is found where the cue has these log-odds."""
    pieces = pieces_of(TEXT)
    scores = scores_of(TEXT, pieces, [Marked({"source": ["the mayor"], "cue": ["count"], "content": [content]})])
    (cue,) = (n for n in range(len(pieces)) if TEXT[pieces.starts[n] : pieces.ends[n]] == "count")
    scores.tags[cue, [_CUE, _CUE + 1]] = SURE / 2 + odds, 0
    section = (Article.of(TEXT), pieces, scores)
    found = find_attributions(find_tags([section], no_distance(), Settings())[0]).attributions
    assert all(a.source and a.cue for a in found)
    return [(a.source.text, a.cue.text, [c.text for c in a.content]) for a in found if a.source and a.cue]


@pytest.mark.parametrize(("odds", "told"), [(0.5, True), (-0.5, True), (-1.5, False)])
def test_a_cue_that_is_likelier_none_tells_what_surely_is_told(odds: float, told: bool) -> None:
    assert cues_in(CONTENT, odds) == [("the mayor", "count", [CONTENT])] * told


def test_a_word_alone_calls_for_no_cue() -> None:
    assert cues_in("it", 0.5) == [("the mayor", "count", ["it"])]
    assert cues_in("it", -0.5) == []
