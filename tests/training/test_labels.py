import numpy as np

from reportedly.reading.scoring.labels import KINDS
from reportedly.reading.scoring.windows import cut_windows
from tests.reading.scored import pieces_of
from training.corpus import Attribution, Labelled, Mention, Place
from training.labels import UNKNOWN, WindowTargets, add_anchors, targets_of

TEXT = "Officials said Lee will argue that it is unfair."


def place(words: str) -> Place:
    start = TEXT.index(words)
    return start, start + len(words)


OUTER = Attribution(
    source=(place("Officials"),), cue=(place("said"),), content=(place("Lee will argue that it is unfair"),), act="say"
)
INNER = Attribution(
    source=(place("Lee"),), cue=(place("will argue"),), content=(place("it is unfair"),), depth=1, status="expected"
)


def targets(*attributions: Attribution, nested_known: bool = False, annotated: bool = True) -> WindowTargets:
    mentions = (Mention("L", "person", place("Lee")),) if nested_known else ()
    article = Labelled("a", TEXT, attributions, mentions, nested_known=nested_known, annotated=annotated)
    pieces = pieces_of(TEXT)
    (window,) = cut_windows(pieces.paragraphs, 64)
    return targets_of(article, pieces, window)


def test_each_depth_has_its_own_tags() -> None:
    found = targets(OUTER, INNER, nested_known=True)
    # [CLS] Officials said Lee will argue that it is unfair . [SEP]
    assert found.outer.tolist() == [UNKNOWN, 1, 3, 5, 6, 6, 6, 6, 6, 6, 0, UNKNOWN]
    assert found.inner.tolist() == [UNKNOWN, 0, 0, 1, 3, 4, 0, 5, 6, 6, 0, UNKNOWN]
    assert found.mention[3] == 1 + 2 * KINDS.index("person")


def test_where_only_outermost_attributions_are_marked_the_inside_is_unknown() -> None:
    found = targets(OUTER)
    assert found.inner.tolist() == [UNKNOWN, 0, 0, *[UNKNOWN] * 7, 0, UNKNOWN]
    assert set(found.mention.tolist()) == {UNKNOWN}


def test_roles_are_told_from_the_first_piece_of_the_cue() -> None:
    found = targets(OUTER, INNER, nested_known=True)
    assert found.anchors.tolist() == [2, 4]
    assert found.roles[1].tolist() == [UNKNOWN, 0, 0, 1, 0, 0, 0, 2, 2, 2, 0, UNKNOWN]
    assert found.acts.tolist() == [0, UNKNOWN]
    assert found.statuses.tolist() == [UNKNOWN, 1]


def test_without_annotation_nothing_is_told() -> None:
    found = targets(annotated=False)
    assert set(np.concatenate([found.outer, found.inner, found.mention]).tolist()) == {UNKNOWN}


def test_a_teachers_cues_become_anchors_of_which_gold_says_nothing() -> None:
    found = add_anchors(targets(OUTER), np.array([2, 4]))
    assert found.anchors.tolist() == [2, 4]
    assert set(found.roles[1].tolist()) == {UNKNOWN}
    assert found.acts.tolist() == [0, UNKNOWN]
