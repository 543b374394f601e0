"""`reportedly ask`: a question to a store, rows for people, JSON or CSV for programs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.cli import arguments
from reportedly.cli.output import open_output
from reportedly.cli.told import tell
from reportedly.records.codec import encode

if TYPE_CHECKING:
    from reportedly.store.answers import Answer, Shifted

LIMIT = 100
EXAMPLES = """examples:
  reportedly ask news.duckdb who-said "peacekeepers" --since 2025-04
  reportedly ask news.duckdb said-by "Dmitry Peskov" --limit 10
  reportedly ask news.duckdb contacts "Zelensky" "Macron" --json
  reportedly ask news.duckdb positions "peacekeepers"
  reportedly ask news.duckdb changed-positions "Macron"
  reportedly ask news.duckdb first-reports "peacekeepers"
"""
NO_WORDS = "nothing was found: nearly every sentence has these words, and they are not looked for; give others"
QUESTIONS = {
    "who-said": ("WORDS", "+", "the statements whose content has all of these words"),
    "said-by": ("NAME", "+", "what somebody of this name utters, or a spokesperson for them"),
    "said-about": ("WORDS", "+", "the statements that mention somebody of this name, or have these words"),
    "contacts": ("NAME", "*", "the contacts in which each of these takes part"),
    "positions": ("WORDS", "*", "the positions of somebody of this name, or on this subject"),
    "changed-positions": ("WORDS", "*", "the positions whose holder stood elsewhere on the same before, with both"),
    "first-reports": ("WORDS", "+", "the statements that were the first to tell a claim with these words"),
}


# argparse gives no public name to what add_subparsers returns
def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser of the command line."""
    parser = commands.add_parser(
        "ask",
        help="a question to a store",
        description="Answers a question from a store that `reportedly add` has made.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("store", metavar="STORE", help="the file, such as news.duckdb")
    asked = parser.add_subparsers(metavar="QUESTION", required=True, dest="question")
    for name, (words, number, what) in QUESTIONS.items():
        question = asked.add_parser(name, help=what, description=f"Finds {what}.")
        question.add_argument("words", nargs=number, metavar=words)
        question.add_argument(
            "--since",
            metavar="DAY",
            type=arguments.filled,
            help="published from this day on; a month or a year may be given",
        )
        question.add_argument(
            "--until", metavar="DAY", type=arguments.filled, help="published up to this day, month or year"
        )
        question.add_argument(
            "--outlet", metavar="NAME", type=arguments.filled, help="of outlets whose name has these letters"
        )
        question.add_argument(
            "--limit", metavar="N", type=arguments.at_least_one, default=LIMIT, help=f"rows at most; {LIMIT} without it"
        )
        form = question.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_const", dest="form", const="json", help="a list of objects")
        form.add_argument("--csv", action="store_const", dest="form", const="csv", help="a table")


def run(options: argparse.Namespace) -> int:
    """Answers the question that the options ask; 0 also when nothing was found."""
    from reportedly.cli import answered  # late, as all that needs DuckDB

    found = _answers(options)
    answers = found[: options.limit]
    with open_output(None, for_people=options.form is None) as output:
        if options.form == "json":
            output.write(json.dumps([encode(answer) for answer in answers], ensure_ascii=False, indent=2) + "\n")
        elif options.form == "csv":
            output.write(answered.render_csv(answered.KINDS[options.question], answers))
        elif answers:
            output.write(answered.render_answers(answers, width=output.width, colour=output.colour))
        else:
            tell("nothing was found" if _has_words(options) else NO_WORDS)
    if len(found) > len(answers):
        tell(f"{len(answers):,} are shown, and there are more; see them with a higher --limit")
    return 0


def _answers(options: argparse.Namespace) -> Sequence[Answer | Shifted]:
    """One more than are shown, where there are more."""
    from reportedly.store import questions
    from reportedly.store.database import Store

    within = questions.Within(since=options.since, until=options.until, outlet=options.outlet, limit=options.limit + 1)
    words = " ".join(options.words)
    with Store.open(options.store, read_only=True) as store:
        match options.question:
            case "contacts":
                return questions.contacts_of(store, *options.words, within=within)
            case "positions":
                return questions.positions_of(store, words or None, within)
            case "changed-positions":
                return questions.changed_positions(store, words or None, within)
            case "said-by":
                return questions.said_by(store, words, within)
            case "said-about":
                return questions.said_about(store, words, within)
            case "first-reports":
                return questions.first_reports(store, words, within)
            case _:
                return questions.who_said(store, words, within)


def _has_words(options: argparse.Namespace) -> bool:
    """Whether there is anything among what is asked for by which it could be found."""
    from reportedly.store.words import words_in

    words = " ".join(options.words)
    return not words.strip() or bool(words_in(words))
