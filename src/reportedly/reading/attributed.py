"""What the encoder tagged of attributions, made whole: the steps in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from reportedly.reading.attributing.agentless import agentless
from reportedly.reading.attributing.anonymity import with_anonymity
from reportedly.reading.attributing.apart import with_quotations_apart
from reportedly.reading.attributing.appeals import with_those_asked
from reportedly.reading.attributing.audiences import with_audiences
from reportedly.reading.attributing.auxiliaries import with_whole_cues
from reportedly.reading.attributing.complements import Wholes, complements_of, with_complements
from reportedly.reading.attributing.content_edges import with_content_edges
from reportedly.reading.attributing.continuations import with_continuations
from reportedly.reading.attributing.conversation import with_people, with_turns
from reportedly.reading.attributing.cut_contents import with_contents_ended
from reportedly.reading.attributing.deeper import with_deeper
from reportedly.reading.attributing.floating import with_speakers
from reportedly.reading.attributing.hearers import with_hearers
from reportedly.reading.attributing.introductions import with_introductions
from reportedly.reading.attributing.joint_sources import with_joint_sources
from reportedly.reading.attributing.noun_cues import with_clauses_whole
from reportedly.reading.attributing.own_cues import with_own_cues
from reportedly.reading.attributing.pairs import with_pairs
from reportedly.reading.attributing.participles import with_main_subjects
from reportedly.reading.attributing.phrase_ends import with_ends
from reportedly.reading.attributing.posts import with_posts
from reportedly.reading.attributing.purposes import with_purposes
from reportedly.reading.attributing.quoting import with_quoted
from reportedly.reading.attributing.retold import with_retold
from reportedly.reading.attributing.running_on import with_quotations_whole
from reportedly.reading.attributing.said_so import with_what_is_so
from reportedly.reading.attributing.splices import unspliced
from reportedly.reading.attributing.subjects import with_subjects
from reportedly.reading.attributing.told_quotations import with_told_quotations
from reportedly.reading.attributing.unmarked_outlets import with_outlets
from reportedly.reading.attributing.unsaid import asserted
from reportedly.reading.attributing.whole_contents import with_whole_contents
from reportedly.reading.attributing.whole_names import with_whole_names
from reportedly.reading.attributing.whole_subjects import with_whole_subjects
from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.chains.citing import find_cited
from reportedly.reading.chains.documents import with_documents
from reportedly.reading.chains.folding import fold_relays
from reportedly.reading.chains.go_betweens import with_go_betweens
from reportedly.reading.chains.lookup import Sentences
from reportedly.reading.interview.answers import Answers, find_answers
from reportedly.reading.layout.furniture import Furniture
from reportedly.reading.layout.turns import Turn, find_turns
from reportedly.reading.left_out import outside
from reportedly.records.article import Article, Span


@dataclass(frozen=True, slots=True)
class Attributed:
    """The attributions of an article, its mentions, and for each piece of words for somebody the whole words."""

    attributions: Sequence[Attribution]
    mentions: Sequence[Mention]
    wholes: Wholes


def attribute(
    furniture: Furniture, attributions: Sequence[Attribution], mentions: Sequence[Mention], sentences: Sequence[Span]
) -> Attributed:
    """The attributions of an article, each with all its words and whoever they are from; `sentences` are its own."""
    article = furniture.article
    mentions = [m for m in with_outlets(article, mentions) if not furniture.beside(m.span)]
    wholes = complements_of(article, mentions)
    attributions, mentions = with_posts(article, attributions, mentions)
    attributions = with_own_cues(article, unspliced(article, attributions, sentences), mentions)
    found = with_quotations_apart(article, attributions)
    found = with_anonymity(article, with_what_is_so(article, found, sentences))
    found, mentions = with_whole_names(article, *with_complements(wholes, found, mentions))
    found, mentions = with_pairs(article, *with_ends(article, found, mentions))
    found = with_whole_subjects(article, found)
    found = with_deeper(article, asserted(article, outside(furniture, found)))
    found = _with_sources(article, found, mentions, sentences)
    turns = find_turns(article)
    mentions = with_people(mentions, turns)
    found = _with_turns(article, found, mentions, turns)
    found = with_continuations(article, with_retold(article, found), _in_order(mentions))
    found = with_documents(article, find_cited(article, found, mentions), Sentences(sentences))
    found = with_go_betweens(article, _with_whole_contents(article, found), mentions)
    return Attributed(*with_joint_sources(article, found, mentions), wholes)


def _with_sources(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Mention], sentences: Sequence[Span]
) -> list[Attribution]:
    """The attributions with their cues, with whoever says them and whoever is told."""
    named = [mention.span for mention in mentions]
    found = with_subjects(article, with_whole_cues(article, attributions), named)
    found = with_main_subjects(article, agentless(article, found), named, sentences)
    found = with_introductions(article, with_speakers(article, found, sentences), named, sentences)
    found = with_those_asked(article, with_audiences(article, found, mentions), named)
    return with_purposes(article, with_quoted(article, with_hearers(article, found, named), mentions), named)


def _with_turns(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Mention], marked: tuple[Turn, ...]
) -> list[Attribution]:
    """The attributions and the turns of a transcript or an interview, with nothing told twice."""
    answers = Answers(marked) if marked else find_answers(article, mentions)
    found = with_turns(attributions, answers.turns, answers.questions)
    return with_quotations_whole(article, fold_relays(article, found))


def _with_whole_contents(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, whose contents begin and end where what is said does."""
    found = with_whole_contents(article, with_told_quotations(article, attributions))
    found = with_clauses_whole(article, found)
    return with_content_edges(article, with_contents_ended(article, found))


def _in_order(mentions: Sequence[Mention]) -> Sequence[Span]:
    return sorted((mention.span for mention in mentions), key=attrgetter("start"))
