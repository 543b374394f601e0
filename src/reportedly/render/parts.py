"""The parts of a page for the browser, each with what the template asks for in the order in which it shows it."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import accumulate, pairwise
from urllib.parse import urlsplit

from reportedly.records import UNDETERMINED, Failure, Reading
from reportedly.render import wording
from reportedly.render.inert import one_line
from reportedly.render.marks import pieces_of
from reportedly.render.outline import Entry, Hop, Outline


class Part:
    """One article of the page, with what the template asks for; ids on the page begin with its `id`."""

    unread = False

    def __init__(self, reading: Reading, id: str) -> None:
        self.id = id
        self.article = reading.article
        self.reading = reading
        self.outline = outline = Outline(reading)
        self.paragraphs = list(zip(outline.paragraphs.spans, pieces_of(outline), strict=True))
        self.notes: dict[int, list[Entry]] = defaultdict(list)  # by the paragraph in which a statement begins
        for entry in outline.entries:
            self.notes[entry.paragraph].append(entry)
        self.contacts = outline.contacts()
        self.positions = outline.positions()
        self.dates = outline.dates()

    @property
    def heading(self) -> str:
        """The title, else the outlet."""
        return one_line(self.article.title or "") or one_line(self.article.outlet or "") or "Untitled article"

    @property
    def address(self) -> str | None:
        """The address of the article, if it is one of the web: no other kind becomes a link."""
        url = self.article.url
        return url if url and is_of_the_web(url) else None

    @property
    def language(self) -> str | None:
        """The language of the text as BCP 47 writes it; None when nobody has looked."""
        given = self.article.language
        return given if given != UNDETERMINED and re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", given) else None

    @property
    def facts(self) -> list[str]:
        """Outlet, day, byline and agencies, as far as they are known."""
        article = self.article
        others = [one_line(wire) for wire in article.wires if wire != article.outlet]
        return list(
            filter(
                None,
                [
                    one_line(article.outlet or "") if article.title else "",
                    wording.day_of(article.published) if article.published else "date unknown",
                    wording.byline(article),
                    f"copy from {wording.listed(others)}" if others else "",
                ],
            )
        )

    @property
    def bar(self) -> list[tuple[str, float, float]]:
        """How firm the statements are, as parts of a line of 100: grade, where it begins, how long it is."""
        tally = self.outline.tally()
        ends = accumulate((100 * count / len(self.outline.entries) for _, count in tally), initial=0.0)
        grades = [wording.GRADES[sourcing] for sourcing, _ in tally]
        return [(grade, start, end - start) for grade, (start, end) in zip(grades, pairwise(ends), strict=True)]

    def details(self, entry: Entry) -> list[tuple[str, str]]:
        """What there is to say of a statement besides its chain, each with its name."""
        statement, link = entry.statement, entry.speaker.link
        offsets = ", ".join(f"{span.start:,}–{span.end:,}" for span in statement.content)
        rows = [
            ("To", wording.listed(self.outline.listeners(entry))),
            ("When", wording.days_of(link.on, self.article)),
            ("Form", wording.FORM[statement.form]),
            ("Act", wording.ACT[statement.act]),
            ("Status", wording.STATUS[statement.status]),
            ("Inside", f"statement {entry.within}" if entry.within else None),
            ("Place", f"¶{entry.paragraph}" + (f", characters {offsets}" if offsets else "")),
            ("Score", f"{statement.score:.2f}"),
        ]
        return [(name, value) for name, value in rows if value]

    def hops(self, entry: Entry) -> list[tuple[Hop, str, str, str]]:
        """The hops of a chain, each with its cue, its grade and what it does: "published this", "unnamed · 3".

        Who published, and who stands behind a spokesperson, are plain: how firm the words are does not hang on them.
        """
        rows = []
        for at, (hop, inner) in enumerate(zip(entry.hops, [*entry.hops[1:], None], strict=True)):
            cue = hop.link.cue if inner is None or inner.link is not hop.link else None
            grade: str = hop.grade
            does = self.outline.firmness(hop.actor, hop.sourcing, hop.label)
            if at == 0 and entry.said_by:
                grade, does = "plain", "published this"
            elif at > entry.said_by:
                grade, does = "plain", "principal"
            elif hop.weakest:
                does += " · weakest hop"
            rows.append((hop, one_line(cue.text) if cue else "", grade, does))
        return rows


class Unread:
    """The place on the page of an article that could not be read; the facts are the reason."""

    unread = True

    def __init__(self, failure: Failure, id: str) -> None:
        self.id = id
        source = one_line(failure.source or "") or one_line(failure.id or "") or "an article"
        self.heading = f"Could not be read: {source}"
        self.facts = [one_line(failure.reason)]


def is_of_the_web(url: str) -> bool:
    """Whether an address can be a link: http or https, on one line."""
    try:
        return urlsplit(url).scheme in ("http", "https") and one_line(url) == url
    except ValueError:
        return False
