"""Contents that stop at a word which waits for another: "the law on | judges", "had dined with | Vale last month".

Of 88 such in stories and real articles, 64 become more like what is annotated by the words up to the next stop or
clause, and 18 less. Others run on behind a relative clause: "Renn, who has said she can wait, | will wait".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.reading.attributing.auxiliaries import ADVERB
from reportedly.reading.attributing.noun_cues import without_verb
from reportedly.reading.attribution import Attribution
from reportedly.records.article import Article, Span

_WAITING = frozenset([
    "a", "about", "after", "an", "are", "as", "at", "be", "been", "before", "between", "by", "during", "for", "from",
    "had", "has", "have", "her", "his", "if", "in", "into", "is", "its", "my", "no", "not", "of", "on", "or", "our",
    "than", "that", "the", "their", "to", "under", "until", "was", "were", "which", "will", "with", "within", "would",
    "your",
])  # fmt: skip
_ALONE = frozenset(("that", "which"))  # pronouns, where they are all that is said
_ENDING = frozenset(("her", "his"))  # objects, where a verb follows: "his threat to kill her | was read out"
_VERB_NEXT = re.compile(r" (?:is|are|was|were|has|had|will|would|could|can|may|might|must|should|did|does)\b")
_NEAR = 30  # characters in which a relative pronoun stands before its verb
_HOW = re.compile(r"further|in (?:detail|public)|on the record|[a-z]+ly", re.IGNORECASE)
_REST = re.compile(
    r" (?:(?!(?:and|as|because|but|if|or|said|says|that|told|when|which|while|who)\b)"
    r"(?:(?:Mr|Mrs|Ms|Dr|St)\. |[\w’'$€£%-]+(?:[.,]\d+)*(?!\w) ?)){1,7}"
)
_WHO = re.compile(rf"[,—–] (?:who|which|whom) (?:[\w.’'-]+ ){{0,4}}?(?:{ADVERB} )*\Z")  # "who police said was 34"
_CLAUSE_BEFORE = re.compile(r", (?:who|which) [^.;:\n]{3,160}, (?:[a-z]+ )?")
_MAIN_VERB = re.compile(
    r"[^,;:—–\n]+(?P<end>[,—–]) (?:was|were|is|are|has|have|had|will|would|could|should|may|might|must|can|did|does|"
    r"[a-z]+ed|left|fell|went|took|met|won|lost|ran|made|became|came|told|spoke|began|got|gave|stood|"
    r"cut|held|hit|kept|quit|said|sent|shut)\b"
)


def with_contents_ended(article: Article, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, of which no content stops in the middle of a phrase, or goes on with another clause's verb."""
    return [_ended(article, without_verb(article, attribution)) for attribution in attributions]


def _ended(article: Article, attribution: Attribution) -> Attribution:
    attribution = _without_relative(article, attribution)
    last = attribution.content[-1]
    if (no_comment := _with_comment(article, attribution)) is not None:
        return no_comment
    if (relative := _in_relative(article, attribution)) is not None:
        return relative
    *_, word = last.text.rsplit(None, 1)
    if word.lower() not in _WAITING or (len(attribution.content) == 1 and last.text.lower() in _ALONE):
        return attribution
    rest = _REST.match(article.text, last.end)
    if rest is None or (word.lower() in _ENDING and _VERB_NEXT.match(article.text, last.end)):
        return attribution
    end = min(rest.end(), *(s.start for s in _own(attribution) if s.start >= last.end), len(article.text))
    whole = article.span(last.start, last.end + len(article.text[last.end : end].rstrip()))
    return replace(attribution, content=(*attribution.content[:-1], whole))


def _with_comment(article: Article, attribution: Attribution) -> Attribution | None:
    """The attribution with "comment" for a part of what is not done, of which else "further" alone is left."""
    cue, (first, *more) = attribution.cue, attribution.content
    if cue is None or _HOW.fullmatch(first.text) is None or not cue.text.endswith(" comment"):
        return None
    if article.text[cue.end : first.start] != " ":
        return None
    at = cue.end - len("comment")
    return replace(attribution, cue=article.span(cue.start, at - 1), content=(article.span(at, first.end), *more))


def _without_relative(article: Article, attribution: Attribution) -> Attribution:
    """The attribution without what its source did in a clause before: "which had threatened | strikes, welcomed"."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or len(attribution.content) < 2 or not source.end < cue.start:
        return attribution
    clause = _CLAUSE_BEFORE.fullmatch(article.text, source.end, cue.start)
    if clause is None or attribution.content[-1].start < cue.end:
        return attribution
    kept = tuple(piece for piece in attribution.content if not source.end <= piece.start < cue.start)
    return attribution if len(kept) == len(attribution.content) else replace(attribution, content=kept)


def _in_relative(article: Article, attribution: Attribution) -> Attribution | None:
    """The attribution whose cue stands in a relative clause, without what stands behind that clause."""
    cue, first = attribution.cue, attribution.content[0]
    if cue is None or first.start < cue.end or not _WHO.search(article.text[max(0, cue.start - _NEAR) : cue.start]):
        return None
    behind = _MAIN_VERB.match(article.text, first.start, attribution.content[-1].end)
    if behind is None:
        return None
    said = article.text[first.start : behind.start("end")].rstrip()
    return replace(attribution, content=(article.span(first.start, first.start + len(said)),))


def _own(attribution: Attribution) -> list[Span]:
    return [span for span in (attribution.source, attribution.cue) if span is not None]
