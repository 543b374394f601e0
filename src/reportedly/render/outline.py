"""A reading put in the order that every page shows: numbered statements, their hops, grouped by who says them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from reportedly.records import Actor, Contact, ContactStatus, Link, Position, Reading, Sourcing, Span, Statement
from reportedly.render.inert import one_line
from reportedly.render.paragraphs import Paragraphs
from reportedly.render.wording import FIRMEST_FIRST, GRADES, SOURCING, UNSURE, Grade, counted, days_of, listed

NOBODY = "no source named"
SOONEST_FIRST: tuple[ContactStatus, ...] = ("planned", "possible", "held", "cancelled", "refused")
LATE: dict[Sourcing, int] = {"outlet": 1, "none": 2}  # whose groups come after everybody quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One link of a chain as a page shows it: what the text calls the actor, and how firm this hop is.

    `weakest` marks the least firm hop of a chain that has several, the innermost when they tie. The publishing
    outlet, and a principal behind a spokesperson, relay nothing and are never the weakest.
    """

    link: Link
    actor: Actor
    label: str
    sourcing: Sourcing
    weakest: bool = False

    @property
    def grade(self) -> Grade:
        """How firm: firm, relayed or soft."""
        return GRADES[self.sourcing]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A statement with its place on the page: `number` from 1 in the order of the text, `paragraph` from 1.

    `extent` runs from the first to the last character of its content, or of what attributes it where it has none.
    `within` is the number of the statement that holds it, `depth` how many do. `hops` are its chain, and
    `hops[said_by]` whoever uttered it: a spokesperson, not the principal, a document, not its author.
    """

    statement: Statement
    number: int
    within: int | None
    depth: int
    paragraph: int
    extent: tuple[int, int]
    hops: tuple[Hop, ...]
    said_by: int

    @property
    def speaker(self) -> Hop:
        """The hop of whoever uttered the statement."""
        return self.hops[self.said_by]

    @property
    def grade(self) -> Grade:
        """How firm whoever uttered it makes it."""
        return GRADES[self.statement.sourcing]

    @property
    def unsure(self) -> bool:
        """Whether the reading itself holds it for less likely than not."""
        return self.statement.score < UNSURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Words for a time with the days they mean, None where these are not known, and the paragraphs where they stand."""

    words: str
    days: str | None
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """All statements that one actor utters, or that nobody is named for."""

    actor: Actor | None
    label: str
    roles: tuple[str, ...]
    speaks_for: tuple[str, ...]
    sourcing: Sourcing
    firmness: str
    entries: tuple[Entry, ...]

    @property
    def grade(self) -> Grade:
        """How firm: firm, relayed or soft."""
        return GRADES[self.sourcing]


class Outline:
    """What the pages show of a reading, each number counted once and for all of them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.article = reading.article
        self.paragraphs = Paragraphs(reading.article)
        self._actors = {actor.id: actor for actor in reading.actors}
        self._statements = {statement.id: statement for statement in reading.statements}
        in_order = sorted(reading.statements, key=_outer_first)
        self._numbers = {statement.id: number for number, statement in enumerate(in_order, 1)}
        self.entries = tuple(self._entry(statement) for statement in in_order)
        self.groups = self._groups()

    def label(self, id: str, mention: Span | None = None) -> str:
        """What to call an actor: the name, else what the text calls it here, else its label."""
        return one_line(self._actors[id].label_here(mention))

    def number_of(self, statement_id: str | None) -> int | None:
        """The number of a statement on the page; None for none."""
        return self._numbers.get(statement_id) if statement_id is not None else None

    def entry_of(self, statement_id: str | None) -> Entry | None:
        """A statement with its place on the page; None for none."""
        number = self.number_of(statement_id)
        return self.entries[number - 1] if number else None

    def place(self, span: Span) -> int:
        """The number of the paragraph in which a span begins."""
        return self.paragraphs.number(span.start)

    def counts(self) -> str:
        """ "16 statements (2 unsure), 4 contacts"; what there is none of is left out, but for statements."""
        reading = self.reading
        rows = [("statement", reading.statements), ("contact", reading.contacts), ("position", reading.positions)]
        statements, *others = [counted(len(row), noun) for noun, row in rows if row or noun == "statement"]
        unsure = sum(entry.unsure for entry in self.entries)
        return ", ".join([f"{statements} ({unsure} unsure)" if unsure else statements, *others])

    def contacts(self) -> list[Contact]:
        """The contacts as a calendar has them: those to come first, then those that were, each in time order."""

        def order(contact: Contact) -> tuple[int, str, int]:
            day = (contact.on.from_ or contact.on.to if contact.on else None) or "9999"
            return SOONEST_FIRST.index(contact.status), day, contact.evidence.start

        return sorted(self.reading.contacts, key=order)

    def positions(self) -> list[Position]:
        """The positions in the order of the text."""
        return sorted(self.reading.positions, key=lambda position: position.evidence.start)

    def dates(self) -> list[Dated]:
        """The expressions of time in the order of the text; those of the same words and days stand in one row."""
        rows: dict[tuple[str, str | None], dict[int, None]] = {}
        first: dict[tuple[str, str | None], str] = {}
        for timex in sorted(self.reading.timexes, key=lambda timex: timex.span.start if timex.span else 0):
            if timex.span is None:
                continue
            words = one_line(timex.span.text)
            known = timex.from_ is not None or timex.to is not None
            row = words.casefold(), days_of(timex, self.article) if known else None
            first.setdefault(row, words)
            rows.setdefault(row, {})[self.place(timex.span)] = None
        return [Dated(words=first[row], days=row[1], paragraphs=tuple(places)) for row, places in rows.items()]

    def tally(self) -> list[tuple[Sourcing, int]]:
        """How many statements there are of each sourcing, the firmest first."""
        found = Counter(entry.statement.sourcing for entry in self.entries)
        return [(sourcing, found[sourcing]) for sourcing in FIRMEST_FIRST if found[sourcing]]

    def through(self) -> list[tuple[str, int]]:
        """The other outlets that statements came through, and how many through each, the most first."""
        labels = ({hop.label for hop in entry.hops[1:] if _relays(hop, entry)} for entry in self.entries)
        return Counter(label for row in labels for label in sorted(row)).most_common()

    def rests_on(self) -> str:
        """ "rests on 1 outlet (Financial Times: 15 of 16 statements)"; empty without statements."""
        through = self.through()
        if not through:
            return "no other outlet cited" if self.entries else ""
        shares = ", ".join(f"{label}: {count}" for label, count in through)
        return f"rests on {counted(len(through), 'outlet')} ({shares} of {counted(len(self.entries), 'statement')})"

    def notes(self) -> list[str]:
        """What the reading left open or left out, a line each."""
        return list(filter(None, map(one_line, self.reading.notes)))

    def told(self, entry: Entry) -> str:
        """How it was said, to whom and when: "told → reporters, Thu 24 Apr"; empty when the text does not say."""
        link = entry.speaker.link
        cue = one_line(link.cue.text) if link.cue else ""
        to = f"→ {listed(listeners)}" if (listeners := self.listeners(entry)) else ""
        return ", ".join(filter(None, [" ".join(filter(None, [cue, to])), days_of(link.on, self.article)]))

    def listeners(self, entry: Entry) -> list[str]:
        """Whom the speaker told; not the hop above it, since that is what the chain shows."""
        above = entry.hops[entry.said_by - 1].actor.id if entry.said_by else None
        return [self.label(id) for id in entry.speaker.link.addressees if id != above]

    def firmness(self, actor: Actor | None, sourcing: Sourcing, label: str) -> str:
        """How far the words can be held to somebody: "on record", "unnamed · 3", "unnamed · number not given".

        The basis follows where the label does not already tell it; nobody is as firm as the label says.
        """
        if sourcing == "none":
            return ""
        said = [SOURCING[sourcing]]
        if actor and sourcing == "unnamed":
            said.append(f"{actor.count:,}" if actor.count else "number not given")
            basis = one_line(actor.basis or "basis not given")
            said += [basis] if basis not in label else []
        return " · ".join(said)

    def _entry(self, statement: Statement) -> Entry:
        links = statement.chain
        principal = len(links) > 1 and (
            (links[-1].cue is None and links[-1].actor in self._actors[links[-2].actor].speaks_for)
            or (statement.sourcing == "document" and self._actors[links[-2].actor].kind == "document")  # its author
        )
        said_by = len(links) - 1 - principal
        hops = [self._hop(link, statement.sourcing if at == said_by else None) for at, link in enumerate(links)]
        if statement.sourcing == "none":  # "is expected to": a hop that the text leaves empty
            hops.append(replace(hops[-1], label=NOBODY, sourcing="none"))
            said_by = len(hops) - 1
        if said_by > 1:  # with one hop behind the outlet there is nothing to be weaker than
            at = max(range(1, said_by + 1), key=lambda at: (FIRMEST_FIRST.index(hops[at].sourcing), at))
            hops[at] = replace(hops[at], weakest=True)
        return Entry(
            statement=statement,
            number=self._numbers[statement.id],
            within=self.number_of(statement.within),
            depth=self._depth(statement),
            paragraph=self.paragraphs.number(_extent(statement)[0]),
            extent=_extent(statement),
            hops=tuple(hops),
            said_by=said_by,
        )

    def _hop(self, link: Link, sourcing: Sourcing | None) -> Hop:
        actor = self._actors[link.actor]
        return Hop(
            link=link, actor=actor, label=self.label(actor.id, link.mention), sourcing=sourcing or _sourcing(actor)
        )

    def _depth(self, statement: Statement) -> int:
        above: set[str] = set()
        outer = self._statements.get(statement.within or "")
        while outer is not None and outer.id not in above:
            above.add(outer.id)
            outer = self._statements.get(outer.within or "")
        return len(above)

    def _groups(self) -> tuple[Group, ...]:
        """Those whose words the article reports in the order in which it does, then outlets and nobody."""
        rows: dict[str | None, list[Entry]] = {}
        for entry in self.entries:
            rows.setdefault(None if entry.statement.sourcing == "none" else entry.speaker.actor.id, []).append(entry)
        return tuple(sorted(map(self._group, rows.values()), key=lambda group: LATE.get(group.sourcing, 0)))

    def _group(self, entries: list[Entry]) -> Group:
        speaker = entries[0].speaker
        sourcing = entries[0].statement.sourcing
        actor = None if sourcing == "none" else speaker.actor
        return Group(
            actor=actor,
            label=speaker.label,
            roles=tuple(map(one_line, actor.roles)) if actor and actor.name else (),
            speaks_for=tuple(self.label(id) for id in actor.speaks_for) if actor else (),
            sourcing=sourcing,
            firmness=self.firmness(actor, sourcing, speaker.label),
            entries=tuple(entries),
        )


def _extent(statement: Statement) -> tuple[int, int]:
    links = [span for link in statement.chain for span in (link.mention, link.cue) if span]
    spans = statement.content or tuple(links)
    return min((span.start for span in spans), default=0), max((span.end for span in spans), default=1)


def _outer_first(statement: Statement) -> tuple[int, int]:
    """Sorts by where a content begins, and the longer of two before the shorter, which it holds."""
    start, end = _extent(statement)
    return start, -end


def _relays(hop: Hop, entry: Entry) -> bool:
    """Whether the hop is another outlet than the one that published the article."""
    return hop.actor.kind == "outlet" and hop.sourcing != "none" and hop.actor is not entry.hops[0].actor


def _sourcing(actor: Actor) -> Sourcing:
    """How firm an actor is as a hop, by what it is."""
    if actor.unnamed:
        return "unnamed"
    if actor.speaks_for:
        return "spokesperson"
    if actor.kind == "person":
        return "on_record"
    return actor.kind if actor.kind in ("outlet", "document") else "institution"
