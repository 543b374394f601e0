"""How the first article is read: how much of its gold is found, and in words what is missing.

    python -m evaluation.first_article

A gold statement is found when a statement of the reading has its content (Dice >= 0.5 in words, one to one) and its
source stands where the gold's does; its chain is right when the hops agree in order. Both as
../shared/stories/score.py decides them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import ModuleType

from evaluation import readings
from evaluation.corpora import Row, corpus, digest, first_article, scorer, story_of
from evaluation.measurement import Figure, Measurement, render
from evaluation.readings import Readings
from evaluation.stories import unread

NAME = "first article"


def measure(found: Readings | None = None) -> Measurement:
    """The figures on the first article."""
    story = story_of(first_article())
    (article,) = story["articles"]
    found = found or readings.of_first_article()
    return compare(story, article, found.by_id.get(article["id"]) or unread(article), remarks=found.remarks)


def compare(story: Row, article: Row, reading: Row, *, remarks: tuple[str, ...] = ()) -> Measurement:
    """The figures of one reading against its gold, with a remark for all that is not as the gold has it."""
    rules = scorer("stories")
    text, gold, read = article["text"], article["statements"], reading["statements"]
    pairs = rules.match_statements(text, gold, read)
    partner = {expected["id"]: statement for expected, statement in pairs}
    names = rules.Names(story["actors"])
    actors = {actor["id"]: actor for actor in reading["actors"]}
    found, chains, parents, wrong = 0, 0, 0, []
    for expected in gold:
        statement = partner.get(expected["id"])
        if statement is None:
            wrong.append(f"missing: {_shown(expected['chain'], expected['content'])}")
            continue
        if not rules.source_agrees(text, expected, statement):
            wrong.append(f"another source: {_shown(expected['chain'], expected['content'])}")
            wrong.append(f"        it has: {_source(statement)}")
            continue
        found += 1
        hops = [rules.pred_names(actors.get(link["actor"]), link["mention"]) for link in statement["chain"]]
        if rules.chain_agrees(text, expected, hops, names):
            chains += 1
        else:
            wrong.append(f"another chain: {_shown(expected['chain'], expected['content'])}")
            wrong.append(f"       it has: {_chain(statement, actors)}")
        parent = partner.get(expected["within"] or "", {}).get("id")
        if statement["within"] == parent:
            parents += 1
        else:
            wrong.append(f"another parent ({statement['within']}): {_shown(expected['chain'], expected['content'])}")
    matched = {statement["id"] for _, statement in pairs}
    extra = [statement for statement in read if statement["id"] not in matched]
    wrong += [f"not in the gold: {_chain(s, actors)}: {_words(_texts(s['content']))}" for s in extra]
    return Measurement(
        name=NAME,
        about=f"first article: {len(gold)} statements",
        measured_on=digest([first_article(), corpus("stories", "score.py")]),
        figures=(
            _count("statements found", found, len(gold)),
            _count("statements missing", len(gold) - found, len(gold)),
            _count("chains wrong", found - chains, found),
            _count("parents wrong", found - parents, found),
            _count("statements not in the gold", len(extra), len(read)),
            *_whole(rules, story, article, reading),
        ),
        remarks=(*wrong, *remarks),
    )


def _whole(rules: ModuleType, story: Row, article: Row, reading: Row) -> Iterator[Figure]:
    """Contacts, positions and dates found, and contacts whose status and interval are right."""
    tally = rules.Tally()
    rules.score_reading(story, article, reading, tally)
    yield _count("contacts found", tally.tp["contacts"], tally.gold["contacts"])
    yield _count("contacts with status right", tally.right["contact status"], tally.gold["contacts"])
    yield _count("contacts with interval right", tally.right["contact interval"], tally.asked["contact interval"])
    yield _count("positions found", tally.tp["positions"], tally.gold["positions"])
    yield _count("dates right", tally.right["dates"], tally.asked["dates"])


def _count(name: str, number: int, whole: int) -> Figure:
    return Figure(name=name, value=number, digits=0, counts=f"of {whole}")


def _shown(chain: list[str], content: str | list[str]) -> str:
    return f"{' > '.join(chain)}: {_words([content] if isinstance(content, str) else content)}"


def _chain(statement: Row, actors: Mapping[str, Row]) -> str:
    return " > ".join(_hops(statement, actors))


def _hops(statement: Row, actors: Mapping[str, Row]) -> Iterator[str]:
    for link in statement["chain"]:
        actor = actors.get(link["actor"], {})
        mention = link["mention"]["text"] if link["mention"] else None
        yield actor.get("name") or mention or next((m["text"] for m in actor.get("mentions", [])), "?")


def _source(statement: Row) -> str:
    mentions = [link["mention"]["text"] for link in statement["chain"] if link["mention"]]
    return mentions[-1] if mentions else "no source"


def _texts(spans: list[Row]) -> list[str]:
    return [span["text"] for span in spans]


def _words(pieces: list[str]) -> str:
    whole = " … ".join(pieces)
    return whole if len(whole) <= 90 else f"{whole[:60]} … {whole[-25:]}"


if __name__ == "__main__":
    print(render(measure()))
