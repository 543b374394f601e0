"""`reportedly correct`: what was read or traced wrongly, said by people; the desk has the same on its pages."""

from __future__ import annotations

import argparse
import getpass
import json
from typing import TYPE_CHECKING

from reportedly.cli.output import Output, open_output
from reportedly.cli.told import tell
from reportedly.records.codec import encode
from reportedly.records.correction import About, Correction, What
from reportedly.render.inert import one_line

if TYPE_CHECKING:
    from reportedly.store.database import Store

RECORDS: dict[str, tuple[What, tuple[About, About], str]] = {
    "speaker": ("speaker", ("statement", "actor"), "a statement was said by another actor of its article"),
    "same-entity": ("same_entity", ("actor", "actor"), "two actors or entities are one"),
    "other-entity": ("other_entity", ("actor", "actor"), "two actors that were taken for one are not"),
    "same-claim": ("same_claim", ("statement", "statement"), "two statements or claims say the same"),
    "other-claim": ("other_claim", ("statement", "statement"), "two statements of a claim do not say the same"),
}
SAYS: dict[What, str] = {
    "wrong": "is none", "speaker": "was said by", "same_entity": "is the same as", "other_entity": "is not the same as",
    "same_claim": "says the same as", "other_claim": "does not say the same as", "owner": "belongs to",
}  # fmt: skip
SHOWN = 60  # characters of the words of a record
EXAMPLES = """examples:
  reportedly correct news.duckdb wrong statement article-1#s3 --why "a question"
  reportedly correct news.duckdb speaker article-1#s3 article-1#a2
  reportedly correct news.duckdb same-entity e-0123456789abcdef e-fedcba9876543210
  reportedly correct news.duckdb other-claim article-1#s3 article-2#s1
  reportedly correct news.duckdb owner "The Lantern" "Harbour Press"
  reportedly correct news.duckdb agency "Tidal News" yes
  reportedly correct news.duckdb list
  reportedly correct news.duckdb undo k-0123456789abcdef
  reportedly correct news.duckdb export -o corrections.jsonl
"""


# argparse gives no public name to what add_subparsers returns
def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser of the command line."""
    parser = commands.add_parser(
        "correct",
        help="what was read or traced wrongly",
        description="Keeps what people say of what was read and traced, and makes anew what depends on it. "
        "A record is named by its article and its id, as ARTICLE#ID; claims and entities by their ids alone.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("store", metavar="STORE", help="the file, such as news.duckdb")
    asked = parser.add_subparsers(metavar="WHAT", required=True, dest="asked")
    signed = argparse.ArgumentParser(add_help=False)
    signed.add_argument("--by", metavar="NAME", help="who says so; without it, the name that you work under")
    signed.add_argument("--why", metavar="WORDS", help="for what reason")
    wrong = asked.add_parser("wrong", parents=[signed], help="a statement, contact or position is none")
    wrong.add_argument("about", choices=("statement", "contact", "position"))
    wrong.add_argument("record", metavar="ARTICLE#ID")
    for name, (_, _, says) in RECORDS.items():
        two = asked.add_parser(name, parents=[signed], help=says)
        two.add_argument("record", metavar="ONE")
        two.add_argument("other", metavar="OTHER")
    owner = asked.add_parser("owner", parents=[signed], help="whom an outlet belongs to")
    owner.add_argument("outlet", metavar="OUTLET")
    owner.add_argument("value", metavar="OWNER")
    agency = asked.add_parser(
        "agency", parents=[signed], help="whether an outlet is an agency, whose copy others print"
    )
    agency.add_argument("outlet", metavar="OUTLET")
    agency.add_argument("value", choices=("yes", "no"))
    undo = asked.add_parser("undo", parents=[signed], help="a correction counts no more")
    undo.add_argument("id", metavar="ID")
    listed = asked.add_parser("list", help="all that was said, the latest first")
    listed.add_argument("--json", action="store_true", help="the records, one a line")
    taught = asked.add_parser("export", help="what counts, with what was read there, one JSON object a line")
    taught.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")


def run(options: argparse.Namespace) -> int:
    """Keeps the correction that the options make, or shows those that were made; 0."""
    from reportedly.store.corrections import naming
    from reportedly.store.database import Store
    from reportedly.trace.updating import mend

    if options.asked in ("list", "export"):
        with Store.open(options.store, read_only=True) as store:
            return _list(store, as_json=options.json) if options.asked == "list" else _export(store, options.output)
    with Store.open(options.store, read_only=True) as store:  # so that a name that is none makes no store
        correction = _made(store, options)
        unknown = correction.outlet is not None and not naming(store, correction.outlet)
    with Store.open(options.store) as store:
        mend(store, correction)
    tell(f"{options.store} keeps {correction.id}: {_line(correction)}")
    if unknown:
        tell(f"no article of {correction.outlet} is held, and none names it; is it spelt so? It counts once one comes")
    return 0


def _made(store: Store, options: argparse.Namespace) -> Correction:
    """What the options say."""
    from reportedly.store.saying import said, spot_at, undoing

    by = options.by or _worker()
    if options.asked == "undo":
        return undoing(store, options.id, by=by, why=options.why)
    if options.asked == "wrong":
        return said("wrong", spots=[spot_at(store, options.about, options.record)], by=by, why=options.why)
    if options.asked in RECORDS:
        what, (one, other), _ = RECORDS[options.asked]
        spots = [spot_at(store, one, options.record), spot_at(store, other, options.other)]
        return said(what, spots=spots, by=by, why=options.why)
    return said(options.asked, outlet=options.outlet, value=options.value, by=by, why=options.why)


def _worker() -> str:
    """The name that the user works under at this machine; nobody's, where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # which of them depends on the system and on Python
        return "somebody"


def _list(store: Store, *, as_json: bool) -> int:
    from reportedly.store.corrections import corrections

    with open_output(None, for_people=not as_json) as output:
        for made in corrections(store):
            if as_json:
                _write(output, {**encode(made.correction), "counts": made.counts})
            else:
                about = [made.correction.made, made.correction.by, *filter(None, [made.correction.why])]
                about += [] if made.counts else ["undone"]
                output.write(one_line(f"{made.correction.id}  {_line(made.correction)}") + "\n")
                output.write(f"    {one_line(' · '.join(about))}\n")
    return 0


def _export(store: Store, path: str | None) -> int:
    from reportedly.store.corrections import taught

    with open_output(path) as output:
        for row in taught(store):
            _write(output, row)
    return 0


def _write(output: Output, row: object) -> None:
    output.write(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n")


def _line(correction: Correction) -> str:
    """A correction in one line: what it is about, and what it says of it."""
    if correction.undoes is not None:
        return f"{correction.undoes} counts no more"
    if correction.what == "agency":
        return f"{correction.outlet} is {'an' if correction.value == 'yes' else 'no'} agency"
    if correction.outlet is not None:
        return f"{correction.outlet} {SAYS[correction.what]} {correction.value}"
    named = [f"{s.about} {s.article}#{s.id}{_words(s.words)}" for s in correction.spots]
    return f" {SAYS[correction.what]} ".join(named) if len(named) > 1 else f"{named[0]} {SAYS[correction.what]}"


def _words(words: str) -> str:
    """The words that a record has, cut short; nothing of an outlet that its article nowhere mentions."""
    return f" “{words[:SHOWN]}{'…' * (len(words) > SHOWN)}”" if words else ""
