"""Where a name begins behind a title that tells of what, "Secretary of State Ada Renn", and the letters behind one."""

from __future__ import annotations

from reportedly.reading.cast.leads import DEFINITE
from reportedly.reading.cast.nouns import country, honorific, is_first_name, known_kind, noun, small_words
from reportedly.reading.cast.proper import DAYS, JOINTS, PARTICLES
from reportedly.reading.cast.tokens import Token, is_capital

_FORMER = frozenset(["acting", "ex", "former", "longtime", "outgoing", "then"])
_OF = ("of", "for", "at", "to")
_LONGEST = 4  # words of a name
_COMPLEMENTS = frozenset(("State", "Staff", "Defense", "Defence", "Education", "Labor", "Energy", "Commerce"))
_LETTERS, _SEATS = frozenset(small_words("letters")), frozenset(("MP", "MEP", "MSP", "TD"))


def title_with_complement(tokens: list[Token]) -> tuple[int, int] | None:
    """Where the name begins, and where "of" stands, in "Secretary of State Marco Rubio"."""
    of = next((i for i, token in enumerate(tokens[:6]) if i and token[0].lower() in ("of", "for")), None)
    if of is None:
        return None
    head = noun(tokens[of - 1][0])
    known = head is not None and "title" in head.marks and tokens[min(of + 1, len(tokens) - 1)][0] in _COMPLEMENTS
    last = tokens[-1][0]
    if known and of + 2 == len(tokens) - 1 and is_capital(last) and noun(last) is None and last.lower() not in DAYS:
        return of + 2, of  # "former secretary of State Clinton"
    if of + 3 > len(tokens) - 1:
        return None
    before = tokens[: of - 1] if known else tokens[:of]
    if not all(is_capital(word) or (word.lower() in _FORMER and not i) for i, (word, *_) in enumerate(before)):
        return None
    tail = tokens[of + 1 :]
    if (
        head is None
        or head.kind != "person"
        or not all(is_capital(token[0]) for token in tail if token[0] not in JOINTS)
    ):
        return None
    at = len(tokens) - 2
    while tokens[at][0].lower() in PARTICLES - {"of"} or tokens[at][0].endswith("."):  # "John F. Kerry"
        at -= 1
    plain = any(token[0].lower() in ("of", "and") or noun(token[0]) for token in tokens[at:])
    return (at, of) if at > of + 1 and not plain else None


def serving_title(tokens: list[Token]) -> tuple[int, int] | None:
    """The same in "aide to the President of Sarn Ada Renn", as agencies write, who is the aide."""
    to = next((i for i, token in enumerate(tokens[:4]) if i and token[0].lower() in ("of", "to")), None)
    if to is None or len(tokens) < to + 6 or is_capital(tokens[to - 1][0]) or not is_first_name(tokens[-2][0]):
        return None
    server, (title, of, *realm) = noun(tokens[to - 1][0]), tokens[to + 1 + (tokens[to + 1][0].lower() == "the") : -2]
    served = noun(title[0])
    fits = server is not None and server.kind == "person" and not server.plural
    office = served is not None and "title" in served.marks and is_capital(title[0]) and of[0].lower() == "of"
    return (len(tokens) - 2, to) if fits and office and realm and all(is_capital(word) for word, *_ in realm) else None


def name_behind_body(tokens: list[Token]) -> tuple[int, int] | None:
    """The same where other words stand between, in "executive director of the Sarn chapter of the Elm League Ada Renn".

    The name begins with a first name or behind a country's, and no title stands before it: "a spokesman for Mayor Ada
    Renn" is not she.
    """
    of = next((i for i, token in enumerate(tokens) if token[0].lower() in _OF), None)
    head = noun(tokens[of - 1][0]) if of else None
    if of is None or head is None or head.kind != "person" or head.plural:
        return None
    at = _last_name_at(tokens)
    if at is None:
        return None
    before = tokens[at - 1][0]
    body = noun(before)
    if not is_capital(before):  # "counsel to the inquiry Ada Renn"
        return (at, of) if body is not None and body.kind != "person" and not body.plural else None
    if at < of + 3 and not is_place(before):
        return None  # "an analyst at JP Morgan Chase"
    return None if honorific(before) is not None or (body is not None and body.kind == "person") else (at, of)


def _last_name_at(tokens: list[Token]) -> int | None:
    """Where the name begins with which the words end."""
    begin = len(tokens)
    while begin and (
        is_capital(tokens[begin - 1][0]) or (tokens[begin - 1][0].lower() in PARTICLES - {"of"} and begin < len(tokens))
    ):
        begin -= 1
    for at in range(max(begin, len(tokens) - _LONGEST), len(tokens) - 1):
        name = [word for word, *_ in tokens[at:]]
        if all(noun(word) is None and honorific(word) is None for word in name) and _begins_name(tokens, at):
            return at
    return None


def _begins_name(tokens: list[Token], at: int) -> bool:
    word, before = tokens[at][0], " ".join(token[0] for token in tokens[max(0, at - 2) : at])
    if not is_capital(word) or is_first_name(tokens[at - 1][0]) or is_first_name(before.split()[-1]):
        return False
    if is_first_name(word) and not is_place(word):
        return True
    return is_place(before) or is_place(before.split()[-1])


def is_place(name: str) -> bool:
    """Whether a name is known to be a country's, a state's or a town's."""
    return country(name) == name or known_kind(name) in ("place", "government")


def is_post_nominal(tokens: list[Token]) -> bool:
    """Whether the last word is no name but letters behind one ("Ada Renn KC"); "the Elm MP" is somebody."""
    last = tokens[-1][0].rstrip(".")
    if last in _LETTERS:
        return is_capital(tokens[-2][0]) and tokens[0][0].lower() not in DEFINITE
    return last in _SEATS and len(tokens) > 2 and is_first_name(tokens[-3][0])
