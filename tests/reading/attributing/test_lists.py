from __future__ import annotations

import pytest

from reportedly.reading.attributing.lists import with_lists
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import find


def contents(text: str, *others: str) -> list[list[str]]:
    """The contents of what Renn said, to which the first item is given, and of what others say."""
    article = Article.of(text)
    told = [("Renn", "said", "Fuel gets cheaper."), *((other, "says", f"{other} waits") for other in others)]
    given = [
        Attribution(source=find(article, who), cue=find(article, cue), content=(find(article, said),), form="indirect")
        for who, cue, said in told
    ]
    return [[span.text for span in a.content] for a in with_lists(article, given)]


@pytest.mark.parametrize("mark", ["-", "•", "–"])
def test_all_items_of_a_list_that_is_introduced_are_said(mark: str) -> None:
    text = f"Renn said:\n\n{mark} Fuel gets cheaper.\n{mark} Rents stay.\n{mark} No school closes.\n\nIt rained."
    assert contents(text) == [["Fuel gets cheaper.", "Rents stay.", "No school closes."]]


def test_what_others_say_ends_the_list() -> None:
    text = "Renn said:\n- Fuel gets cheaper.\n- Rents stay.\n- Voss waits, says Voss.\n- It rained."
    assert contents(text, "Voss") == [["Fuel gets cheaper.", "Rents stay."], ["Voss waits"]]


@pytest.mark.parametrize(
    "text",
    [
        "Renn said so.\n- Fuel gets cheaper.\n- Rents stay.",
        "Renn said:\nFuel gets cheaper.\nRents stay.",
        "- Renn said: Fuel gets cheaper.\n- Rents stay.",
    ],
)
def test_without_a_colon_and_marks_there_is_no_list(text: str) -> None:
    assert contents(text) == [["Fuel gets cheaper."]]
