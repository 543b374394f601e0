"""A small press: articles about one quarrel, with what was made from what."""

from __future__ import annotations

from dataclasses import replace

from reportedly.records import Actor, Article, Reading

WIRE = (
    "ELSWICK, March 3 (MW) — The harbour authority will close the north quay on Monday after divers found cracks in "
    "forty of its piles, two engineers who saw the survey told Meridian Wire.\n\n"
    "“Nobody should load timber there,” said Ada Renn, a spokeswoman for the authority. The repairs may cost 12 "
    "million crowns and take until the autumn herring season, the engineers added.\n\n"
    "Mayor Tom Vale called a meeting of skippers for Thursday evening in the fish hall."
)
REPRINT = WIRE.replace("ELSWICK, March 3 (MW) — ", "") + "\n\nMore news at noon."
REWRITE = (
    "Skippers are furious. The north quay shuts on Monday because divers found cracks in forty piles, according to "
    "Meridian Wire, and the repairs may take until the autumn herring season.\n\n"
    "“We were told nothing,” said Olaf Brandt, who has landed cod here for thirty years."
)
APART = (
    "The city theatre opens its winter programme with a comedy about two bakers. Tickets cost eight crowns.\n\n"
    "“It is a very silly play,” said the director, Lise Morn."
)


def reading(outlet: str, text: str, published: str | None, *, id: str | None = None, kinds: str = "") -> Reading:
    """A reading in which the only actors are the outlet and, by `kinds`, others that the text names."""
    slug = outlet.lower().replace(" ", "-")
    article = Article.of(text, id=id or slug, outlet=outlet, url=f"https://{slug}.example/1", published=published)
    if text.startswith("ELSWICK"):
        article = replace(article, dateline=article.span(0, len("ELSWICK, March 3")))
    found = [Actor(id="a1", kind="outlet", name=outlet)]
    if kinds and kinds in text:
        at = text.index(kinds)
        found.append(Actor(id="a2", kind="outlet", name=kinds, mentions=(article.span(at, at + len(kinds)),)))
    return Reading(article=article, actors=tuple(found))


def press() -> list[Reading]:
    """An agency's report, a reprint without credit, a rewrite with credit, and an article on something else."""
    return [
        reading("Meridian Wire", WIRE, "2031-03-03T10:00:00+00:00"),
        reading("Evening Post", REPRINT, "2031-03-03T12:00:00+00:00"),
        reading("The Lantern", REWRITE, "2031-03-04T08:00:00+00:00"),
        reading("Stage Weekly", APART, "2031-03-04T09:00:00+00:00"),
    ]
