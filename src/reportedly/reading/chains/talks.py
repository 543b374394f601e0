"""What somebody is said to have told the other of two who talked: "Renn rang Vale on Monday. She asked for a week"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from reportedly.reading.chains.lookup import Sentences
from reportedly.records.article import Span
from reportedly.records.contact import Contact
from reportedly.records.statement import Chain, Link, Statement

START = attrgetter("evidence.start")  # contacts in reading order
NEXT = 1  # sentences behind what was said in it in which it still does
REACH = 3  # sentences behind a talk in which the text still tells of it

_TALKS = ("call", "meeting", "talks")
_SAYS = re.compile(
    r"\b(?:admit|advis|agree|answer|apologi[sz]|ask|assur|begg?|complain|conced|confid|convey|demand|explain|express|"
    r"hint|inform|insist|nam|offer|plead|press|promis|propos|recommend|remark|remind|repl[iy]|request|said|say|stress|"
    r"suggest|sw[eo]r|t[eo]ll?d?|thank|threaten|urg|vow|warn)[a-z]*(?: for| in return for| that| to)?\Z",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:ask|assur|begg?|convey|dr[ae]w attention|express|inform|offer|plead|press|propos|put|request|thank|"
    r"underlin|underscor|undert[ao]|urg)[a-z]*(?: for| that| the)?(?: to)?\Z",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:add|agree|emphasi|not|point|reaffirm|recall|reiterat|remark|repeat|stress)[a-z]*(?: that| out)?\Z"
)
_CONJOINED = re.compile(r"[^.;:“”\"]{0,60}? (?:and|to)(?: (?:then|also))? ")


def told_in_talks(
    text: str, statements: Sequence[Statement], contacts: Sequence[Contact], sentences: Sentences
) -> tuple[Statement, ...]:
    """The statements; those that others report of one of two who met or called each other are told the other one.

    What the writer has from somebody at first hand need not have been said in the talk, but for what one asks of
    another, offers or assures, and what goes with it: "went to see Vale and demanded …", "rang Vale to say …".
    """
    talks = [c for c in contacts if len(c.parties) == 2 and c.kind in _TALKS and c.status in ("held", "planned")]
    talks.sort(key=START)
    chains = {statement.id: statement.chain for statement in statements}
    told_of = {talk.id: sentences.number(talk.evidence.end - 1) for talk in talks}
    went_on: dict[str, int] = {}
    heard = {
        link: others
        for statement in statements
        if talks
        for link, others in _heard(
            text, statement, chains.get(statement.within or "", ()), talks, told_of, went_on, sentences
        )
    }
    return tuple(_with_hearers(statement, heard) for statement in statements) if heard else tuple(statements)


def _heard(
    text: str,
    statement: Statement,
    around: Sequence[Link],
    talks: Sequence[Contact],
    told_of: dict[str, int],
    went_on: dict[str, int],
    sentences: Sentences,
) -> Iterator[tuple[Link, tuple[str, ...]]]:
    """The link of a statement's own source, with the other one of the talk that was told of last.

    `told_of` has the sentence that last told of each talk.
    """
    own = next((link for link in reversed(statement.chain) if link.cue is not None and link not in around), None)
    says = _ASKS if statement.within is None else _SAYS
    if own is None or own.cue is None or own.addressees:
        return
    is_said = says.search(own.cue.text) is not None
    at, is_to_be = sentences.number(own.cue.start), statement.status == "expected"
    for talk in reversed(talks[: bisect_right(talks, own.cue.start, key=START)]):
        if at - told_of[talk.id] > REACH:
            return
        if own.actor in talk.parties and (talk.status == "planned") is is_to_be:
            goes_on = at - went_on.get(talk.id, at - NEXT - 1) <= NEXT and _GOES_ON.search(own.cue.text)
            if is_said or goes_on or (_goes_with(text, talk, own.cue) and _SAYS.search(own.cue.text)):
                went_on[talk.id] = at
                told_of[talk.id] = max(told_of[talk.id], at - REACH + NEXT)
                yield own, tuple(party for party in talk.parties if party != own.actor)
            return


def _goes_with(text: str, talk: Contact, cue: Span) -> bool:
    """Whether a cue stands beside the words for a talk, under the same subject."""
    return _CONJOINED.fullmatch(text, talk.evidence.end, cue.start) is not None


def _with_hearers(statement: Statement, heard: Mapping[Link, tuple[str, ...]]) -> Statement:
    """The statement, whose links and those of what it stands in are told whoever heard them."""
    if heard.keys().isdisjoint(statement.chain):
        return statement
    links = (replace(link, addressees=heard.get(link, link.addressees)) for link in statement.chain)
    return replace(statement, chain=Chain(links))
