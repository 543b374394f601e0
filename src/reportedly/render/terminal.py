"""A reading as a page for the terminal: who says what, how firmly, and through whom it came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console
from rich.text import Text

from reportedly.records import Contact, Position, Reading, Span
from reportedly.render.inert import one_line
from reportedly.render.outline import Dated, Entry, Group, Hop, Outline
from reportedly.render.wording import GRADES, NOT_KNOWN, SOURCING, STATUS, byline, day_of, days_of, ordinal, words_of

NARROWEST = 24  # cells; under this a long word beside its paragraph number leaves a column of letters
WIDEST = 100  # cells; over this the eye does not find the next line

GRADE = {"firm": "green", "relayed": "cyan", "soft": "magenta"}  # these can be read on black and on white
QUIET = "dim"
DOT, FROM = "·", "‹"
INDENT = "  "  # content and chain, under the cue


def render_terminal(reading: Reading, *, width: int = 80, colour: bool = False) -> str:
    """The reading as lines of at most `width` cells, each with its line end; ANSI colours only when asked for.

    Statements are grouped by who says them, each with its paragraph (¶), cue, whom it was told to and when,
    content and chain. Control characters of the article are made visible, so that nothing in it drives the
    terminal. A width under 24 counts as 24, and lines stay within 100.
    """
    page = _Page(Outline(reading), min(max(width, NARROWEST), WIDEST))
    paper = StringIO()
    console = Console(
        file=paper,
        width=page.width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        legacy_windows=False,
        _environ={},  # the caller has decided on width and colours
    )
    for line in page.lines():
        console.print(line, no_wrap=True, overflow="ignore", crop=False, highlight=False)
    return paper.getvalue()


class _Page:
    """The lines of one reading, each no wider than `width` cells."""

    def __init__(self, outline: Outline, width: int) -> None:
        self.outline = outline
        self.width = width
        self.gutter = max(5, len(f" ¶{len(outline.paragraphs.spans)} "))
        self._ruler = Console(file=StringIO(), width=width, _environ={})  # Text wraps by the rules of a console

    def lines(self) -> Iterator[Text]:
        """All lines of the page, sections parted by blank ones."""
        for at, section in enumerate(filter(None, map(list, self._sections()))):
            if at:
                yield Text()
            yield from section

    def _sections(self) -> Iterator[Iterable[Text]]:
        reading = self.outline.reading
        yield self._head()
        if not self.outline.groups:
            yield [Text("No statements found.")]
        for group in self.outline.groups:
            yield self._group(group)
        if reading.contacts:
            yield self._table("Contacts", [self._contact(contact) for contact in self.outline.contacts()])
        if reading.positions:
            yield self._table("Positions", [self._position(position) for position in self.outline.positions()])
        if dates := self.outline.dates():
            yield self._dates(dates)
        yield self._notes()
        yield self._legend()

    def _head(self) -> Iterator[Text]:
        article = self.outline.article
        if article.title:
            yield from self._block(Text(one_line(article.title), "bold"))
        outlet = Text(one_line(article.outlet or "outlet unknown"), "bold")
        day = day_of(article.published) if article.published else "date unknown"
        by = byline(article)
        others = [wire for wire in article.wires if wire != article.outlet]
        wires = f"copy from {one_line(', '.join(others))}" if others else None
        facts = [day, by, wires, self.outline.counts(), self.outline.rests_on()]
        yield from self._flow([outlet, *map(Text, filter(None, facts))], DOT)
        yield from self._flow(
            [
                Text(f"{SOURCING[sourcing]} {count}", GRADE[GRADES[sourcing]])
                for sourcing, count in self.outline.tally()
            ],
            DOT,
        )

    def _group(self, group: Group) -> Iterator[Text]:
        principals = f"for {', '.join(group.speaks_for)}" if group.speaks_for else ""
        name = Text.assemble((group.label, "bold"), *(f", {fact}" for fact in (*group.roles, principals) if fact))
        yield from self._line(name, Text(group.firmness, GRADE[group.grade]))
        for entry in group.entries:
            yield from self._statement(entry, group)

    def _statement(self, entry: Entry, group: Group) -> Iterator[Text]:
        statement = entry.statement
        cue = Text(("↳ " if entry.within else "") + self.outline.told(entry), "italic")
        firmness = SOURCING[statement.sourcing] if statement.sourcing != group.sourcing else None
        unsure = "unsure" if entry.unsure else None
        tag = Text(" · ".join(filter(None, [STATUS[statement.status], firmness, unsure])), "bold")
        place = self._place(entry.paragraph)
        if cue or tag:
            yield from self._line(cue, tag, place)
            place = self._place(None)
        place.append(INDENT)
        yield from self._block(Text(words_of(statement)), place)
        yield from self._flow([_hop(hop) for hop in entry.hops], FROM, _blank(place))

    def _table(self, title: str, rows: list[tuple[Span, list[str], Text]]) -> Iterator[Text]:
        """A titled section: each row its paragraph, short cells in columns, a text that wraps, and the page's words."""
        yield Text(title, "bold")
        wide = [max(Text(row[1][at]).cell_len for row in rows) for at in range(len(rows[0][1]))]
        columns = self.gutter + sum(width + 2 for width in wide if width)
        for evidence, cells, text in rows:
            place = self._place(self.outline.place(evidence))
            if columns > self.width * 2 // 3:  # no room for columns: one running line
                yield from self._block(Text(" · ").join([*map(Text, filter(None, cells)), text]), place)
            else:
                for cell, width in zip(cells, wide, strict=True):
                    padded = Text(cell)
                    padded.pad_right(width + 2 - padded.cell_len if width else 0)
                    place.append_text(padded)
                yield from self._block(text, place)
            words = self._place(None)
            words.append(INDENT)
            yield from self._block(Text(f"“{one_line(evidence.text)}”", QUIET), words)

    def _dates(self, dates: list[Dated]) -> Iterator[Text]:
        """Each expression of time beside the days it means; where they have no room in columns, in one running line."""
        yield Text("Dates", "bold")
        wide = max(Text(date.words).cell_len for date in dates) + 2
        for date in dates:
            place = self._place(date.paragraphs[0])
            others = ", ".join(f"¶{number}" for number in date.paragraphs[1:])
            days = Text.assemble(date.days or NOT_KNOWN, (f" · also {others}" if others else "", QUIET))
            if self.gutter + wide > self.width * 2 // 3:
                yield from self._block(Text.assemble(date.words, " · ", days), place)
            else:
                place.append(date.words + " " * (wide - Text(date.words).cell_len))
                yield from self._block(days, place)

    def _contact(self, contact: Contact) -> tuple[Span, list[str], Text]:
        outline = self.outline
        first, *others = [outline.label(id) for id in contact.parties] or ["parties not given"]
        facts = [
            first + (f" × {', '.join(others)}" if others else ""),
            one_line(contact.place.text) if contact.place else None,
            f"{ordinal(contact.ordinal)} time" if contact.ordinal else None,
        ]
        text = Text(" · ".join(filter(None, facts)))
        teller = outline.entry_of(contact.statement)
        text.append(f" ‹ {teller.speaker.label}" if teller else "", QUIET)
        days = days_of(contact.on, outline.article) or ""
        return contact.evidence, [contact.status, days, contact.kind], text

    def _position(self, position: Position) -> tuple[Span, list[str], Text]:
        outline = self.outline
        text = Text(one_line(position.target))
        teller = outline.entry_of(position.statement)
        text.append(f" ‹ {teller.speaker.label}" if teller else "", QUIET)
        return position.evidence, [outline.label(position.holder), position.stance], text

    def _notes(self) -> Iterator[Text]:
        notes = self.outline.notes()
        if notes:
            yield Text("Notes", "bold")
        for note in notes:
            yield from self._block(Text(note), Text("  – "))

    def _legend(self) -> Iterator[Text]:
        entries = self.outline.entries
        legend: list[Text] = []
        if entries:
            legend.append(Text("¶ paragraph · A ‹ B: A has it from B"))
        if any(hop.weakest for entry in entries for hop in entry.hops):
            legend.append(Text("*weakest hop*"))
        if any(entry.within for entry in entries):
            legend.append(Text("↳ inside another statement"))
        if any(entry.unsure for entry in entries):
            legend.append(Text("unsure: look at the words yourself"))
        yield from self._flow(legend, DOT)

    def _place(self, paragraph: int | None) -> Text:
        """The margin that text hangs from, with the number of its paragraph."""
        number = f" ¶{paragraph}" if paragraph else ""
        return Text.assemble((number, QUIET), " " * (self.gutter - len(number)))

    def _line(self, left: Text, right: Text, margin: Text | None = None) -> Iterator[Text]:
        """A text at either end of one line; where both have no room on it, the right one gets a line of its own."""
        margin = margin or Text()
        room = self.width - margin.cell_len
        if left and right and left.cell_len + 2 + right.cell_len <= room:
            left = Text.assemble(left, " " * (room - left.cell_len - right.cell_len), right)
            right = Text()
        if left:
            yield from self._block(left, margin)
            margin = _blank(margin)
        if right:
            yield from self._block(Text.assemble(" " * (room - right.cell_len), right), margin)

    def _block(self, text: Text, margin: Text | None = None) -> Iterator[Text]:
        """The text wrapped to what the margin leaves of the width; the margin's words stand before the first line."""
        margin = margin or Text()
        for line in text.wrap(self._ruler, self.width - margin.cell_len, overflow="fold"):
            whole = Text.assemble(margin, line)
            whole.rstrip()
            yield whole
            margin = _blank(margin)

    def _flow(self, texts: list[Text], sign: str, margin: Text | None = None) -> Iterator[Text]:
        """The texts in a row with a sign between two; lines break between texts, inside one only when it is too long.

        A "‹" goes to the next line with its text, a "·" is not needed there.
        """
        margin = margin or Text()
        row = Text()
        for text in texts:
            signed = Text.assemble((sign, QUIET), " ", text)
            if not row:
                row = text
            elif margin.cell_len + row.cell_len + 1 + signed.cell_len <= self.width:
                row = Text.assemble(row, " ", signed)
            else:
                yield from self._block(row, margin)
                row, margin = text if sign == DOT else signed, _blank(margin)
        if row:
            yield from self._block(row, margin)


def _blank(margin: Text) -> Text:
    return Text(" " * margin.cell_len)


def _hop(hop: Hop) -> Text:
    if hop.weakest:
        return Text.assemble("*", (hop.label, GRADE[hop.grade]), "*")
    return Text(hop.label, QUIET)
