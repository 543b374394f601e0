"""A trace on the terminal: stories and claims in a line each, and one claim as the tree of how it travelled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from rich.console import Console
from rich.text import Text

from reportedly.records import Claim, Reading, Span, Story, Trace
from reportedly.render.inert import one_line
from reportedly.render.journey import Journey, Root, Step, Words, around
from reportedly.render.sourced import (
    CHANGE,
    GRADES,
    NO_STATUSES,
    ORIGIN,
    Copies,
    Statuses,
    caveat,
    grade_of,
    line_of,
    named_origins,
    statuses_of,
    stories_weakest_first,
)
from reportedly.render.terminal import GRADE, NARROWEST, QUIET, WIDEST
from reportedly.render.wording import counted

DEEPEST = 8  # steps; past it, or past half of the width, the tree goes on without a further indent


def render_trace(
    trace: Trace, copies: Copies, statuses: Statuses = NO_STATUSES, *, width: int = 80, colour: bool = False
) -> str:
    """Stories and claims, the weakest-sourced first, each claim its wording, one line on its sources, and its id.

    `statuses` are those of its statements, so that what nobody said, or may be misread, is marked.
    """
    page = _Page(width)
    lines: list[Text] = []
    for story, claims in stories_weakest_first(trace, copies, statuses):
        lines += [Text()] if lines else []
        lines += page.story(story, claims, copies, statuses)
    return _printed(lines or [Text("No stories found.")], page.width, colour)


def render_claim(
    claim: Claim, trace: Trace, readings: Mapping[str, Reading], *, width: int = 80, colour: bool = False
) -> str:
    """One claim as a tree: from each origin through the articles that tell it, every wording quoted with its place."""
    page = _Page(width)
    return _printed(list(page.claim(claim, trace, readings)), page.width, colour)


def _printed(lines: Iterable[Text], width: int, colour: bool) -> str:
    paper = StringIO()
    console = Console(
        file=paper,
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        legacy_windows=False,
        _environ={},  # the caller has decided on width and colours
    )
    for line in lines:
        console.print(line, no_wrap=True, overflow="ignore", crop=False, highlight=False)
    return paper.getvalue()


@dataclass(frozen=True, slots=True)
class _Branch:
    """A step on the paper: what stands before its line, how deep it is, and whether no other comes after it."""

    step: Step
    before: str
    depth: int
    is_last: bool


def _siblings(steps: Sequence[Step], before: str, depth: int) -> list[_Branch]:
    """The steps as branches, the first of them last: to be taken from the end."""
    return [_Branch(step, before, depth, at == 0) for at, step in enumerate(reversed(steps))]


def _where(claim: Claim, copies: Copies) -> str:
    """Where the wording of a claim stands."""
    same = (told for told in claim.statements if claim.wording.endswith(" … ".join(span.text for span in told.content)))
    told = next(same, claim.statements[0])
    places = ", ".join(f"{span.start}–{span.end}" for span in told.content)
    name = copies[told.article].name if told.article in copies else told.article
    return one_line(f"{name} · {told.article} {places}")


class _Page:
    def __init__(self, width: int) -> None:
        self.width = min(max(width, NARROWEST), WIDEST)
        self._ruler = Console(file=StringIO(), width=self.width, _environ={})

    def story(self, story: Story, claims: list[Claim], copies: Copies, statuses: Statuses) -> Iterator[Text]:
        yield from self.block(Text(one_line(story.headline or "no headline"), "bold"))
        articles = [copies[id] for id in story.articles if id in copies]
        dated = sorted((copy for copy in articles if copy.published), key=lambda copy: copy.moment)
        days = list(dict.fromkeys((copy.published or "")[:10] for copy in dated))
        span = "dates not known"
        if days:
            first, last = dated[0].when(), dated[-1].when()
            span = first if first == last else f"{first} – {last}"
        outlets = counted(len({copy.name for copy in articles}), "outlet")
        facts = [counted(len(story.articles), "article"), outlets, span, counted(len(claims), "claim"), story.id]
        yield from self.block(Text(" · ".join(facts), QUIET))
        if not claims:
            yield from self.block(Text("no claims"), "  ", "  ")
        for claim in claims:
            yield Text()
            yield from self.block(Text(one_line(claim.wording), "bold"), "  ", "  ")
            yield from self.line(claim, copies, statuses, day=len(days) != 1, indent="    ")
            if claim.origins:
                yield from self.block(Text(f"from {named_origins(claim)}", QUIET), "    ", "      ")
            yield from self.block(Text(claim.id, QUIET), "    ", "    ")

    def line(
        self, claim: Claim, copies: Copies, statuses: Statuses, *, day: bool = True, indent: str = ""
    ) -> Iterator[Text]:
        line = Text(line_of(claim, copies, day=day), GRADE[grade_of(claim)])
        if (status := caveat(claim, statuses)) is not None:
            line = Text.assemble((status, "bold"), " · ", line)
        yield from self.block(line, indent, indent + "  ")

    def claim(self, claim: Claim, trace: Trace, readings: Mapping[str, Reading]) -> Iterator[Text]:
        journey = Journey(claim, trace, readings)
        yield from self.block(Text(one_line(claim.wording), "bold"))
        statuses = statuses_of(readings.values())
        yield from self.line(claim, journey.copies, statuses)
        yield from self.block(Text(claim.id, QUIET))
        for root in journey.roots():
            yield Text()
            yield from self.root(root, readings)
        by_id = {other.id: other for other in trace.claims}
        if claim.contradicts:
            yield Text()
            yield Text("Contradicted by", "bold")
        for id in claim.contradicts:
            other = by_id.get(id)
            yield from self.block(Text(one_line(other.wording) if other else "a claim that is not here"), "  ", "  ")
            if other:
                yield from self.line(other, journey.copies, statuses, indent="    ")
                yield from self.block(Text(_where(other, journey.copies), QUIET), "    ", "      ")
            yield from self.block(Text(id, QUIET), "    ", "    ")

    def root(self, root: Root, readings: Mapping[str, Reading]) -> Iterator[Text]:
        if root.origin is None:
            kind, name = "vouch for nothing", "Changed on the way, or from nobody named"
        else:
            kind, name = ORIGIN[root.origin.kind], one_line(root.origin.label)
        style = GRADE[GRADES[root.origin.kind]] if root.origin else GRADE["soft"]
        yield from self.block(Text.assemble((name, "bold"), " · ", (kind, style)))
        if root.origin and root.origin.kind == "unheld":
            yield from self.block(Text("its own report is not in the store: not traced to its end", style), "  ", "  ")
        yield from self.steps(root.steps, readings)

    def steps(self, steps: Sequence[Step], readings: Mapping[str, Reading]) -> Iterator[Text]:
        """The steps and all that they lead to, however many stand under each other."""
        waiting = _siblings(steps, "", 0)
        while waiting:
            one = waiting.pop()
            step, deep = one.step, one.depth >= DEEPEST or len(one.before) > self.width // 2 - 3
            branch = one.before + ("" if deep else "└─ " if one.is_last else "├─ ")
            under = one.before + ("" if deep else "   " if one.is_last else "│  ")
            head = Text.assemble((step.copy.name, "bold"), f" · {step.copy.when()} · ", (step.how, "italic"))
            if deep:
                head = Text.assemble("… ", head)
            yield from self.block(head, branch, under)
            rail = under + ("│  " if step.onward and not deep else "   ")
            yield from self.block(Text(step.copy.id, QUIET), rail, rail)
            for words in step.words:
                yield from self.words(words, readings, rail)
            waiting += _siblings(step.onward, under, one.depth + 1)

    def words(self, words: Words, readings: Mapping[str, Reading], rail: str) -> Iterator[Text]:
        told = words.quoted
        place = " ".join(filter(None, (f"¶{words.paragraph}" if words.paragraph else "", words.places)))
        quoted = Text.assemble(f"{told} ", *((f"· {caveat} ", "bold") for caveat in words.caveats), (place, QUIET))
        yield from self.block(quoted, rail, rail)
        if len(words.chain) > 1:
            yield from self.block(Text(" ‹ ".join(words.chain), QUIET), rail, rail + "  ")
        for variant in words.changes:
            yield from self.block(Text(f"≠ {CHANGE[variant.how]} ({variant.how})", GRADE["soft"]), rail, rail + "  ")
            own, other = variant.evidence
            named = readings.get(variant.against.article)
            outlet = one_line(named.article.outlet or named.article.id) if named else variant.against.article
            yield from self.block(self.marked("here: ", variant.article, own, readings), rail + "  ", rail + "  ")
            yield from self.block(
                self.marked(f"{outlet}: ", variant.against.article, other, readings), rail + "  ", rail + "  "
            )

    def marked(self, name: str, article: str, span: Span, readings: Mapping[str, Reading]) -> Text:
        """The changed words between brackets, so that they show without colours too."""
        reading = readings.get(article)
        before, words, after = around(reading.article.text, span, room=60) if reading else ("", one_line(span.text), "")
        place = f" {span.start}–{span.end}"
        return Text.assemble((name, QUIET), before, ("[" + words + "]", "bold"), after, (place, QUIET))

    def block(self, text: Text, first: str = "", then: str = "") -> Iterator[Text]:
        """The text wrapped to the width, after `first` on its first line and after `then` on the others."""
        room = max(self.width - max(len(first), len(then)), NARROWEST // 2)
        for at, line in enumerate(text.wrap(self._ruler, room, overflow="fold")):
            whole = Text.assemble(then if at else first, line)
            whole.rstrip()
            yield whole
