"""What somebody is said to have told the other of two who talked: "Renn rang Vale on Monday. She asked for a week"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from reportedly.reading.chains.lookup import Sentences
from reportedly.records.contact import Contact
from reportedly.records.statement import Chain, Link, Statement

START = attrgetter("evidence.start")  # contacts in reading order
REACH = 3  # sentences behind a talk in which the text still tells of it

_TALKS = ("call", "meeting", "talks")
_SAYS = re.compile(
    r"\b(?:admit|advis|agree|answer|apologi[sz]|ask|assur|begg?|complain|conced|confid|convey|demand|explain|express|"
    r"hint|inform|insist|nam|offer|plead|press|promis|propos|recommend|remark|remind|repl[iy]|request|said|say|stress|"
    r"suggest|sw[eo]r|t[eo]ll?d?|thank|threaten|urg|vow|warn)[a-z]*(?: for| in return for| that| to)?\Z",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:ask|assur|begg?|convey|dr[ae]w attention|inform|offer|plead|press|propos|put|request|thank|undert[ao]|"
    r"urg)[a-z]*(?: for| that| the)?(?: to)?\Z",
    re.IGNORECASE,
)


def told_in_talks(
    statements: Sequence[Statement], contacts: Sequence[Contact], sentences: Sentences
) -> tuple[Statement, ...]:
    """The statements; those that others report of one of two who met or called each other are told the other one.

    What the writer has from somebody at first hand need not have been said in the talk, but for what one asks of
    another, offers or assures.
    """
    talks = [c for c in contacts if len(c.parties) == 2 and c.kind in _TALKS and c.status in ("held", "planned")]
    talks.sort(key=START)
    chains = {statement.id: statement.chain for statement in statements}
    heard = {
        link: others
        for statement in statements
        if talks
        for link, others in _heard(statement, chains.get(statement.within or "", ()), talks, sentences)
    }
    return tuple(_with_hearers(statement, heard) for statement in statements) if heard else tuple(statements)


def _heard(
    statement: Statement, around: Sequence[Link], talks: Sequence[Contact], sentences: Sentences
) -> Iterator[tuple[Link, tuple[str, ...]]]:
    """The link of a statement's own source, with the other one of the talk that was told of last."""
    own = next((link for link in reversed(statement.chain) if link.cue is not None and link not in around), None)
    says = _ASKS if statement.within is None else _SAYS
    if own is None or own.cue is None or own.addressees or says.search(own.cue.text) is None:
        return
    at, is_to_be = sentences.number(own.cue.start), statement.status == "expected"
    for talk in reversed(talks[: bisect_right(talks, own.cue.start, key=START)]):
        if at - sentences.number(talk.evidence.end - 1) > REACH:
            return
        if own.actor in talk.parties and (talk.status == "planned") is is_to_be:
            yield own, tuple(party for party in talk.parties if party != own.actor)
            return


def _with_hearers(statement: Statement, heard: Mapping[Link, tuple[str, ...]]) -> Statement:
    """The statement, whose links and those of what it stands in are told whoever heard them."""
    if heard.keys().isdisjoint(statement.chain):
        return statement
    links = (replace(link, addressees=heard.get(link, link.addressees)) for link in statement.chain)
    return replace(statement, chain=Chain(links))
