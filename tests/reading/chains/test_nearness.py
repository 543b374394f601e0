from __future__ import annotations

import pytest

from reportedly.reading.attribution import Attribution
from reportedly.reading.chains.nearness import LISTENER, QUOTED_BY, REPORTER, nearness
from reportedly.records import Article
from tests.byhand import find

CONTENT = "it will hold"


def nearness_of(text: str, mention: str, source: str, cue: str) -> int | None:
    article = Article.of(text)
    said = Attribution(
        source=find(article, source), cue=find(article, cue), content=(find(article, CONTENT),), form="indirect"
    )
    return nearness(text, said, (0, len(text)), find(article, mention))


@pytest.mark.parametrize(
    ("text", "mention", "source", "cue", "expected"),
    [
        ("To Radio Ulm she said it will hold.", "Radio Ulm", "she", "said", LISTENER),
        ("In an interview with Weekly magazine, Renn said it will hold.", "Weekly magazine", "Renn", "said", LISTENER),
        ("In the Ledger, two aides call it solid: it will hold.", "the Ledger", "two aides", "call", LISTENER),
        ("Renn swears to the Ledger that it will hold.", "the Ledger", "Renn", "swears", LISTENER),
        (
            "It will hold, that is it will hold, said Renn, the mayor, to Radio Ulm.",
            "Radio Ulm",
            "Renn, the mayor",
            "said",
            LISTENER,
        ),
        ("Two aides, as Coastline disclosed, say it will hold.", "Coastline", "Two aides", "say", REPORTER),
        ("Two aides in the Ledger say it will hold.", "the Ledger", "Two aides in the Ledger", "say", REPORTER),
        ("NBX’s Ada Renn said it will hold.", "NBX’s", "NBX’s Ada Renn", "said", REPORTER),
        ("NBX's Ada Renn said it will hold.", "NBX", "NBX's Ada Renn", "said", REPORTER),
        ("Renn denied a tryst, which the Ledger disclosed; he said it will hold.", "the Ledger", "he", "said", None),
        ("It will hold, so it will hold, Renn said, dismissing a Ledger report.", "Ledger", "Renn", "said", None),
        (
            "Renn said of a deal it will hold, which was first reported by the Ledger.",
            "the Ledger",
            "Renn",
            "said",
            None,
        ),
        ("Renn denied to the Ledger that it will hold.", "the Ledger", "Renn", "denied", LISTENER),
        ("The log, which the Ledger published, says it will hold.", "the Ledger", "The log", "says", REPORTER),
        (
            "Aides who spoke to the Ledger say it will hold.",
            "the Ledger",
            "Aides who spoke to the Ledger",
            "say",
            LISTENER,
        ),
        ("The Ledger also has two aides saying it will hold.", "The Ledger", "two aides", "saying", REPORTER),
        ("The Ledger has two aides. Renn says it will hold.", "The Ledger", "Renn", "says", None),
        ("Renn, whom the Ledger reached on Friday, said it will hold.", "the Ledger", "Renn", "said", REPORTER),
        ("Renn, whom the Ledger supports, said it will hold.", "the Ledger", "Renn", "said", None),
        ("So wrote the Ledger, to whom an aide swore it will hold.", "the Ledger", "an aide", "swore", LISTENER),
        ("In the Ledger's version, Renn swore it will hold.", "the Ledger", "Renn", "swore", REPORTER),
        ("Renn swears it will hold, if you believe the Ledger.", "the Ledger", "Renn", "swears", REPORTER),
        ("Renn swears it will hold, if the Ledger is to be believed.", "the Ledger", "Renn", "swears", REPORTER),
        ("Renn swears it will hold; Lund believes the Ledger.", "the Ledger", "Renn", "swears", None),
        ("Renn swears it will hold (h/t Ledger).", "Ledger", "Renn", "swears", QUOTED_BY),
    ],
)
def test_how_near_an_outlet_is(text: str, mention: str, source: str, cue: str, expected: int | None) -> None:
    assert nearness_of(text, mention, source, cue) == expected
