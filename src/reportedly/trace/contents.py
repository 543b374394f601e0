"""What a content says: its words with pronouns made names, its numbers, what it quotes, what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportedly.records import Actor, Reading, Span, Statement
from reportedly.trace import wording

_FIRST_PERSON = re.compile(r"(?<!\w)(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s|mine|ours)(?!\w)")
_WHOSE = {"his", "their", "its", "my", "our", "whose"}


def lies_in(span: Span, content: Sequence[Span]) -> bool:
    """Whether a span lies in one of the pieces of a content."""
    return any(piece.start <= span.start and span.end <= piece.end for piece in content)


def resolved(piece: Span, inside: Sequence[tuple[Span, Actor]], speaker: Actor, form: str) -> str:
    """The words of a piece of content, its pronouns and bare titles made names; "we" is the speaker."""
    out, at = [], piece.start
    for span, actor in inside:
        if span.start < at or span.end > piece.end or not actor.name:
            continue
        if span.text.lower() in wording.PRONOUNS or (
            actor.name.lower() not in span.text.lower() and len(span.text) < 40
        ):
            whose = _is_whose(span.text, piece.text[span.end - piece.start :])
            out += [piece.text[at - piece.start : span.start - piece.start], f"{actor.name}'s" if whose else actor.name]
            at = span.end
    text = "".join([*out, piece.text[at - piece.start :]])
    name = speaker.name
    if form != "indirect" and name:
        text = _FIRST_PERSON.sub(lambda own: f"{name}'s" if own[0].lower() in _WHOSE else name, text)
    return text


def _is_whose(word: str, behind: str) -> bool:
    """Whether a pronoun says whose the next thing is; of "her" the words behind it tell."""
    if word.lower() != "her":
        return word.lower() in _WHOSE
    following = wording.tokens(behind)[:1] if behind.startswith(" ") else []
    return following != [] and following[0].lower() not in wording.STOPS


def bare_stems(statement: Statement, inside: Sequence[tuple[Span, Actor]]) -> list[str]:
    """The stems of the content that are not names of actors."""
    words = [stem for piece in statement.content for stem in wording.stems(wording.tokens(piece.text))]
    names = {s for span, actor in inside for s in wording.stems(wording.tokens(span.text))}
    pointing = wording.stems_of("pointing")
    rest = [word for word in words if word not in names and word not in pointing]
    numbers = any(wording.figures(wording.tokens(piece.text)) for piece in statement.content)
    return rest or (["#"] if numbers and not rest else [])


def figures_in(content: Sequence[Span], reading: Reading) -> Iterable[wording.Figure]:
    """Numbers of the content that are no part of a date."""
    for piece in content:
        text = list(piece.text)
        for timex in reading.timexes:
            if timex.span and lies_in(timex.span, content):
                for at in range(max(timex.span.start, piece.start), min(timex.span.end, piece.end)):
                    text[at - piece.start] = " "
        yield from wording.figures(wording.tokens("".join(text)))


def quoted_stems(statement: Statement) -> frozenset[str]:
    """Stems of the words in quotation marks; all of them when the content is a quotation."""
    pieces = [piece.text for piece in statement.content]
    if statement.form != "direct":
        pieces = [match for piece in pieces for match in re.findall(r"[“\"«„']([^”\"»“]{3,}?)[”\"»]", piece)]
    return frozenset(stem for piece in pieces for stem in wording.stems(wording.tokens(piece)))


def stems_around(statement: Statement, held: Sequence[tuple[int, int, frozenset[str]]]) -> frozenset[str]:
    """Stems of the sentences that a statement stands in and of those next to them; `held` are the article's."""
    first, last = statement.content[0].start, statement.content[-1].end
    inside = [at for at, (start, end, _) in enumerate(held) if start < last and first < end]
    if len(inside) > 4:  # one that reports on a whole article
        return frozenset()
    return frozenset().union(*(stems for _, _, stems in held[max(0, inside[0] - 1) : inside[-1] + 2]))
