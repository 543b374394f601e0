"""A story of five articles, its trace built by hand: a wire, a reprint, a distorting rewrite, a citation, a denial."""

from __future__ import annotations

from reportedly.records import (
    Actor,
    Article,
    Chain,
    Claim,
    Derivation,
    Link,
    Origin,
    Place,
    Reading,
    Statement,
    Story,
    Telling,
    Trace,
    Variant,
)
from tests.byhand import find

TEXTS = {
    "wire": ("Meridian Wire", "2031-05-02T14:10:00+00:00", "Valdoria may close five posts, three officials said."),
    "print": ("The Lantern", "2031-05-02T15:00:00+00:00", "Valdoria may close five posts, three officials said."),
    "twist": ("Pryzma", "2031-05-02T18:00:00+02:00", "Valdoria may close seven posts, three officials said."),
    "cites": ("Channel 6", "2031-05-02T17:00:00+00:00", "Valdoria may close five posts, the Courier wrote."),
    "denies": ("Post", "2031-05-02T19:00:00+00:00", "Valdoria will close no post, Ilse Varga said."),
}
CONTENT = {
    "wire": "Valdoria may close five posts",
    "print": "Valdoria may close five posts",
    "twist": "Valdoria may close seven posts",
    "cites": "Valdoria may close five posts",
    "denies": "Valdoria will close no post",
}
SOURCES = {"cites": "the Courier", "denies": "Ilse Varga"}


def readings() -> dict[str, Reading]:
    """The readings by article, one statement in each."""
    return {id: reading_of(id) for id in TEXTS}


def reading_of(id: str, *, title: str | None = None) -> Reading:
    outlet, published, text = TEXTS[id]
    article = Article.of(text, id=id, outlet=outlet, published=published, title=title or f"Of {id}", language="en")
    source = find(article, SOURCES.get(id, "three officials"))
    return Reading(
        article=article,
        actors=(
            Actor(id="a1", kind="outlet", name=outlet),
            Actor(id="a2", kind="group", name=source.text, mentions=(source,)),
        ),
        statements=(
            Statement(
                id="s1",
                form="indirect",
                content=(find(article, CONTENT[id]),),
                sourcing="unnamed",
                chain=Chain((Link(actor="a1"), Link(actor="a2", mention=source))),
                score=0.9,
            ),
        ),
    )


def trace() -> Trace:
    """What is to be found in them."""
    held = {id: reading.article for id, reading in readings().items()}

    def told(*ids: str) -> tuple[Telling, ...]:
        return tuple(Telling(article=id, statement="s1", content=(find(held[id], CONTENT[id]),)) for id in ids)

    whole = find(held["wire"], CONTENT["wire"]), find(held["print"], CONTENT["print"])
    others = find(held["wire"], "posts"), find(held["twist"], "posts")
    return Trace(
        stories=(Story(id="st-01", headline="Posts may close", articles=tuple(TEXTS)),),
        claims=(
            Claim(
                id="c-denied",
                wording=CONTENT["denies"],
                statements=told("denies"),
                origins=(Origin(id="o-3", kind="on_record", label="Ilse Varga", articles=("denies",)),),
                independent_origins=1,
                first_report=("denies",),
                contradicts=("c-closed",),
            ),
            Claim(
                id="c-closed",
                wording=CONTENT["wire"],
                statements=told("wire", "print", "twist", "cites"),
                origins=(
                    Origin(
                        id="o-1",
                        kind="unnamed",
                        label="three officials, to Meridian Wire",
                        articles=("wire", "print"),
                    ),
                    Origin(id="o-2", kind="unheld", label="the Courier", articles=("cites",)),
                ),
                independent_origins=2,
                first_report=("wire",),
                variants=(
                    Variant(
                        article="twist",
                        statement="s1",
                        how="number",
                        against=Place(article="wire", statement="s1"),
                        evidence=(find(held["twist"], "seven"), find(held["wire"], "five")),
                    ),
                ),
                contradicts=("c-denied",),
            ),
        ),
        derivations=(
            Derivation(from_="wire", to="print", kind="reprint", credited=True, evidence=(whole,), score=0.99),
            Derivation(from_="wire", to="twist", kind="rewrite", credited=False, evidence=(others,), score=0.8),
        ),
    )
