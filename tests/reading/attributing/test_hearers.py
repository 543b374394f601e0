from __future__ import annotations

import pytest

from reportedly.reading.attributing.hearers import with_hearers
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "source", "cue", "hears"),
    [
        ("Voss was told the pump had failed.", "Voss", "was told", True),
        ("Voss has never been asked the pump had failed.", "Voss", "has never been asked", True),
        ("Voss was twice warned the pump had failed.", "Voss", "was twice warned", True),
        ("Voss was once asked about the pump had failed.", "Voss", "was once asked about", True),
        ("Voss was pressed on the pump had failed.", "Voss", "was pressed on", True),
        ("Voss was pressed the pump had failed.", "Voss", "was pressed", False),
        ("Voss has told the pump had failed.", "Voss", "has told", False),
        ("Voss was afraid the pump had failed.", "Voss", "was afraid", False),
        ("Voss has been told by them the pump had failed.", "Voss", "has been told by", True),
        ("Asked whether the pump had failed, Voss shrugged.", "Voss", "Asked", True),
        ("Asked by Voss whether the pump had failed, she shrugged.", "Voss", "Asked", False),
        ("Voss, asked whether the pump had failed, shrugged.", "Voss", "asked", True),
        ("The mayor, Ada Voss, asked whether the pump had failed.", "The mayor, Ada Voss", "asked", False),
        ("Voss, a reporter, asked whether the pump had failed.", "Voss", "asked", False),
        ("Voss asked whether the pump had failed.", "Voss", "asked", False),
        ("Ulm Crown Court heard the pump had failed.", "Ulm Crown Court", "heard", True),
        ("The jury has heard the pump had failed.", "The jury", "has heard", True),
        ("The Court Gazette heard the pump had failed.", "The Court Gazette", "heard", False),
    ],
)
def test_whoever_was_told_is_no_source(text: str, source: str, cue: str, hears: bool) -> None:
    article = Article.of(text, id="one", language="en")
    named = find(article, source)
    given = Attribution(
        source=named, cue=find(article, cue), content=(find(article, "the pump had failed"),), within=None,
        form="indirect", score=0.9,
    )  # fmt: skip
    (found,) = with_hearers(article, [given], [])
    assert (found.source, found.addressees) == ((None, (named,)) if hears else (named, ()))


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Voss was told by the council the pump had failed.", "was told", "the council"),
        ("Voss was told by the council the pump had failed.", "was told by", "the council"),
        ("Voss was told by Monday the pump had failed.", "was told", None),
    ],
)
def test_whoever_told_it_is_the_source(text: str, cue: str, source: str | None) -> None:
    article = Article.of(text, id="one", language="en")
    mentions = [find(article, name) for name in ("Voss", "the council") if name in text]
    for first in (find(article, "Voss"), None):  # the hearer may be known as one already
        given = Attribution(
            source=first, cue=find(article, cue), content=(find(article, "the pump had failed"),), form="indirect"
        )
        (found,) = with_hearers(article, [given], mentions)
        assert (found.source and found.source.text) == source


def test_many_adverbs_take_no_time() -> None:
    article = Article.of(f"Voss had been {'only ' * 60}late.", id="one", language="en")
    given = Attribution(
        source=find(article, "Voss"), cue=article.span(5, len(article.text) - 6),
        content=(find(article, "late"),), form="indirect",
    )  # fmt: skip
    assert with_hearers(article, [given], []) == [given]


@pytest.mark.parametrize(
    ("text", "marked", "hearer"),
    [
        ("Ulm was told by Voss the pump had failed.", ["Ulm"], "Ulm"),
        ("Ulm left and was told by Voss the pump had failed.", ["Ulm"], None),
    ],
)
def test_the_subject_of_a_passive_is_told_by_whoever_stands_behind_it(
    text: str, marked: list[str], hearer: str | None
) -> None:
    article = Article.of(text, id="one", language="en")
    voss = find(article, "Voss")
    given = Attribution(
        source=voss, cue=find(article, "was told"), content=(find(article, "the pump had failed"),), form="indirect"
    )
    (found,) = with_hearers(article, [given], [find(article, name) for name in marked])
    assert (found.source, [span.text for span in found.addressees]) == (voss, [] if hearer is None else [hearer])


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        ("Asked by Ada Renn whether the pump had failed, Voss shrugged.", "Ada Renn"),
        ("Asked on Lumen by Ada Renn whether the pump had failed, Voss shrugged.", "Ada Renn"),
        ("Pressed on Sunday by Lumen's Ada Renn if the pump had failed, Voss shrugged.", "Ada Renn"),
        ("Asked whether, by Ada Renn's clock, the pump had failed, Voss shrugged.", None),
    ],
)
def test_whoever_asks_is_the_source(text: str, asker: str | None) -> None:
    article = Article.of(text, id="one", language="en")
    mentions = [find(article, name) for name in ("Lumen", "Ada Renn", "Voss") if name in text]
    given = Attribution(
        source=mentions[-1], cue=article.span(0, text.index(" ")), content=(find(article, "the pump had failed"),),
        addressees=(mentions[0],) if "Lumen" in text else (), form="indirect",
    )  # fmt: skip
    (found,) = with_hearers(article, [given], mentions)
    told = find(article, asker) if asker else None
    assert (found.source, found.addressees) == (told, () if asker else (mentions[-1],))
