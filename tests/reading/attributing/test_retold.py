from __future__ import annotations

import pytest

from reportedly.reading.attributing.retold import with_retold
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import find

LEAD = "Ada Renn will go in May, the Halden Gazette found out, PORTAL writes."
FIRST = "“She packed on Friday,” says one of the publication's interlocutors."
SECOND = "Otto Brandt, in turn, promised a vote."


def read(text: str) -> list[tuple[str | None, str, list[str], int | None]]:
    """Source, cue, content and parent of what is found, of what an interlocutor and Brandt say."""
    article = Article.of(text)
    told = [
        ("one of the publication's interlocutors", "says", "She packed on Friday"),
        ("Otto Brandt", "promised", "a vote"),
    ]
    given = [
        Attribution(source=find(article, who), cue=find(article, cue), content=(find(article, said),), form="indirect")
        for who, cue, said in told
    ]
    return [
        (a.source.text if a.source else None, a.cue.text if a.cue else "", [span.text for span in a.content], a.within)
        for a in with_retold(article, given)
    ]


@pytest.mark.parametrize(
    ("closing", "source", "cue"),
    [
        ("So writes the Gazette.", "the Gazette", "writes"),
        ("The daily Gazette reports all this.", "The daily Gazette", "reports"),
        ("All of that was taken from the Gazette.", "the Gazette", "taken from"),
        ("The above was set out in a story by the Gazette.", "the Gazette", "set out in"),
        ("This is how the Gazette presents the matter.", "the Gazette", "presents"),
        ("Such is the report in the Gazette.", "the Gazette", "report"),
    ],
)
def test_all_since_the_lead_is_what_a_closing_s_outlet_tells(closing: str, source: str, cue: str) -> None:
    found = read(f"{LEAD}\n\n{FIRST}\n\n{SECOND} {closing}\n\nIt rained.")
    assert found[2] == (source, cue, [FIRST, SECOND], None)
    assert [within for *_, within in found[:2]] == [2, 2]


@pytest.mark.parametrize(
    "text",
    [
        f"It rained.\n\n{FIRST}\n\n{SECOND} So writes the Gazette.",  # no lead
        f"{LEAD}\n\n{FIRST}\n\n{SECOND} So writes he.",
        f"{LEAD}\n\n{FIRST}\n\n{SECOND} So writes the Gazette, which sells well.",
        f"{LEAD}\n\n{FIRST}\n\n{SECOND} It was the Gazette that was right.",
    ],
)
def test_other_ends_close_nothing(text: str) -> None:
    assert len(read(text)) == 2


def test_what_a_closing_was_read_as_goes() -> None:
    article = Article.of(f"{LEAD}\n\n{FIRST} So writes the Gazette.")
    content = (find(article, "the publication"),)
    given = Attribution(
        source=find(article, "the Gazette"), cue=find(article, "writes", nth=2), content=content, form="indirect"
    )
    (found,) = with_retold(article, [given])
    assert [span.text for span in found.content] == [FIRST]
