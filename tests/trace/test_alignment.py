from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.records import Article
from reportedly.trace.alignment import Words, shared_runs


def words(text: str) -> Words:
    return Words.of(Article.of(text))


def test_runs_are_the_longest_and_give_back_the_words_of_both_articles() -> None:
    earlier, later = (
        words("So: the old harbour wall will fall in May."),
        words("“The old harbour wall will fall”, he said"),
    )
    (run,) = shared_runs(earlier, later)
    assert earlier.span(run.earlier, run.earlier + run.length).text == "the old harbour wall will fall"
    assert later.span(run.later, run.later + run.length).text == "The old harbour wall will fall"


def test_accents_capitals_and_apostrophes_do_not_part_words() -> None:
    assert shared_runs(words("the Café’s old owner left"), words("The cafe's old owner left"))[0].length == 5


def test_words_in_quotation_marks_are_known_as_such() -> None:
    found = words("He said “it is over”. Then «nothing» and 'no more' of it")
    assert [form for form, quoted in zip(found.forms, found.quoted, strict=True) if quoted] == [
        "it", "is", "over", "nothing", "no", "more",
    ]  # fmt: skip


@given(st.lists(st.sampled_from("abc"), max_size=30), st.lists(st.sampled_from("abc"), max_size=30))
def test_runs_hold_the_same_words_and_do_not_overlap_in_the_later_article(one: list[str], other: list[str]) -> None:
    earlier, later = words(" ".join(one)), words(" ".join(other))
    end = 0
    for run in shared_runs(earlier, later):
        assert earlier.forms[run.earlier : run.earlier + run.length] == later.forms[run.later : run.later + run.length]
        assert run.later >= end
        end = run.later + run.length
