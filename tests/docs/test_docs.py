"""What the documentation must say: every option, record, name and message, with links that lead somewhere."""

from __future__ import annotations

import argparse
import ast
import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from importlib.util import find_spec
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

import reportedly
from evaluation import (
    agreement,
    apart,
    benchmark,
    calibration,
    coreference,
    figures,
    fill,
    first_article,
    furniture,
    line_breaks,
    polnear,
    stories,
    timexes,
)
from evaluation.measurement import Figure, held
from reportedly import (
    Actor,
    Article,
    Claim,
    Contact,
    Derivation,
    Failure,
    Link,
    Origin,
    Place,
    Position,
    Reading,
    Span,
    Statement,
    Story,
    Telling,
    Timex,
    Trace,
    Variant,
    cli,
    errors,
)
from reportedly.reading.intake import fetch, parquet, rows, sources
from reportedly.reading.shipped import BEST, FOLDERS
from reportedly.render import terminal
from tests.docs.examples import commands
from tests.docs.pages import ROOT, Page, code_in, first_cells, page, pages
from tests.house.source import Module, package

OF_READING = (Reading, Article, Span, Actor, Statement, Link, Timex, Contact, Position, Failure)
OF_TRACE = (Trace, Story, Claim, Telling, Place, Origin, Variant, Derivation)
RECORDS = OF_READING + OF_TRACE
COMMAND_LINE, READING, PYTHON = page("docs/command-line.md"), page("docs/reading.md"), page("docs/python.md")
TRACE = page("docs/trace.md")
FAILURES, GLOSSARY, README = page("docs/failures.md"), page("docs/glossary.md"), page("README.md")
TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)
REFUSALS = {name for name in vars(errors) if name[0].isupper()} | {"Misused", "Unwritten", "Mismatch"}


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """The parser and those of its commands."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from parsers(command)


def messages(module: Module) -> Iterator[str]:
    """What the errors of a module say, with … for what is filled in."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in REFUSALS or (name == "tell" and module.room == "cli"):
                yield from said(node.args[0])
        elif isinstance(node, ast.FunctionDef) and module.path == "records/values.py" and node.name.startswith("wrong"):
            yield from (
                said_by for part in ast.walk(node) if isinstance(part, ast.Return) for said_by in said(part.value)
            )


def said(node: ast.expr | None) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from said(node.body)
        yield from said(node.orelse)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "strip":
        yield from said(node.func.value)


def is_shown(message: str, shown: list[str]) -> bool:
    """Whether one of the messages of the page is this one, with anything for what is filled in."""
    pattern = re.compile(".*".join(map(re.escape, message.strip().split("…"))))
    return any(pattern.fullmatch(code) for code in shown)


def section_on(record: type) -> str:
    """What the documentation says of a record."""
    return (TRACE if record in OF_TRACE else READING).section(record.__name__)


def test_every_option_is_documented() -> None:
    options = {
        option for parser in parsers(cli._parser()) for action in parser._actions for option in action.option_strings
    }
    documented = {code.split(" ")[0] for code in first_cells(COMMAND_LINE.text) if code.startswith("-")} - {"-"}
    assert documented == options


def test_everything_that_can_be_read_is_documented() -> None:
    assert set(sources.KINDS) <= set(code_in(COMMAND_LINE.section("What can be read")))
    assert sorted(first_cells(COMMAND_LINE.section("The input article"))) == sorted(parquet.COLUMNS)


@pytest.mark.parametrize(
    "limit",
    [
        f"at most {fetch.REDIRECTS} redirects",
        f"{fetch.DEFAULT.total:.0f} seconds",
        f"{fetch.DEFAULT.size // 10**6} million bytes",
        f"{rows.MOST_BYTES // 10**6} million bytes",
        f"between {terminal.NARROWEST} and {terminal.WIDEST} columns",
    ],
)
def test_limits_are_documented_as_they_are(limit: str) -> None:
    assert limit in " ".join(COMMAND_LINE.text.split())


@pytest.mark.parametrize("where", [COMMAND_LINE, FAILURES], ids=lambda page: page.name)
def test_every_exit_status_is_documented(where: Page) -> None:
    statuses = {0, cli.FAILED, cli.MISUSED, cli.INTERRUPTED, cli.NOBODY_LISTENS, cli.TOLD_TO_END}
    heading = "Exit status"
    assert {int(code) for code in first_cells(where.section(heading))} == statuses


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_a_record_is_documented(record: type) -> None:
    table = section_on(record).partition("\n\n| field |")[2].partition("\n\n")[0]
    assert list(first_cells(table)) == [field.name.rstrip("_") for field in fields(record)]


@pytest.mark.parametrize(
    ("record", "field", "word"),
    [
        (record, name, word)
        for record in RECORDS
        for name, kind in get_type_hints(record).items()
        if get_origin(kind) is Literal
        for word in get_args(kind)
    ],
)
def test_every_word_of_a_closed_vocabulary_is_documented(record: type, field: str, word: str) -> None:
    section = section_on(record)
    table = section.partition(f"\n| `{field}` | ")[2]
    row = table.partition("\n")[0]
    assert word in {*code_in(row), *first_cells(section)}


def test_every_record_is_documented() -> None:
    assert {*(record.__name__ for record in RECORDS), "Chain"} == {
        name for name in reportedly.__all__ if name not in vars(errors) and name not in reportedly._LATE
    }
    assert READING.section("Chain")


def test_every_name_of_the_face_is_documented() -> None:
    assert sorted(first_cells(PYTHON.section("Names"))) == reportedly.__all__


@pytest.mark.parametrize("module", package(), ids=lambda module: module.path)
def test_every_message_is_documented(module: Module) -> None:
    shown = code_in(FAILURES.text)
    assert [message for message in messages(module) if not is_shown(message, shown)] == []


def test_a_message_that_is_not_documented_is_found() -> None:
    module = Module("reading/intake/page.py", "raise NotAnArticle(f'the page is {colour}', where=where)")
    assert list(messages(module)) == ["the page is …"]
    assert is_shown("the page is …", ["the page is green"])
    assert not is_shown("the page is …", ["there is no article on the page"])


def test_the_glossary_is_sorted_and_says_each_word_once() -> None:
    terms = [line.split(" | ")[0].removeprefix("| ") for line in GLOSSARY.text.splitlines() if line.startswith("| ")][
        2:
    ]
    assert terms == sorted(set(terms), key=str.casefold)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_links_lead_somewhere(page: Page) -> None:
    by_path = {other.path: other for other in pages()}
    lost = []
    for link in page.links():
        target, _, anchor = link.partition("#")
        path = (page.path.parent / target).resolve() if target else page.path
        if link.startswith("https://") or path == FOLDERS[BEST] / "CARD.md":  # the card comes with the weights
            continue
        if not path.exists() or (anchor and anchor not in by_path[path].anchors()):
            lost.append(link)
    assert lost == []


def test_every_page_can_be_reached() -> None:
    linked = {(page.path.parent / link.partition("#")[0]).resolve() for page in pages() for link in page.links()}
    assert {page.path for page in pages()} - linked <= {README.path}


def test_the_card_is_there() -> None:
    if not (FOLDERS[BEST] / "encoder.onnx").exists() or not (FOLDERS[BEST] / "CARD.md").exists():
        pytest.skip("the weights and their card are not here yet")
    assert "src/reportedly/reading/weights/CARD.md" in README.links()


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_commands_are_ones_that_there_are(page: Page) -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    shown = [line for block in page.blocks() if block.language == "sh" for line in block.text.splitlines()]
    shown += [line for block in page.blocks() if block.language == "console" for line in commands(block.text)]
    shown += [code for code in code_in(page.prose) if code.startswith(("reportedly ", "make ", "python -m evaluation"))]
    for line in shown:
        for command in re.split(r"\s\\?\|\s", re.split(r" 2?> |; echo", line)[0]):
            words = shlex.split(command, comments=True)
            if words[:1] == ["make"]:
                assert {word for word in words[1:] if "=" not in word} <= {*targets, "--"}, command
            elif words[:2] == ["python", "-m"] and words[2].startswith("evaluation"):
                assert find_spec(words[2]), command
            elif words[:1] == ["reportedly"] and words[2:] and not {"--version", "--help"} & set(words):
                assert hasattr(cli._parser().parse_args(words[1:]), "run"), command


def test_the_example_in_the_readme_is_the_article() -> None:
    quoted = re.findall(r"^> ?(.*)$", README.prose, re.MULTILINE)
    article = json.loads((ROOT / "examples" / "article.json").read_text(encoding="utf-8"))
    assert " ".join(quoted).split() == article["text"].split()


def test_every_figure_of_the_readme_is_measured_and_within_its_bounds() -> None:
    names = {
        polnear.NAME, stories.NAME, apart.NAME, first_article.NAME, furniture.NAME, benchmark.SPEED,
        benchmark.FOOTPRINT, calibration.POLNEAR, calibration.STORIES, timexes.NAME, coreference.NAME, agreement.NAME,
        line_breaks.NAME, "trace, perfect readings", "trace, our readings", "ecb",
    }  # fmt: skip
    assert figures.MEASURE
    published = list(fill.places(README.text))
    assert {measurement for measurement, _, _ in published} == names
    for measurement, name, shown in published:
        bounds = held(measurement).bounds.get(name)
        if shown and bounds:
            number, _, unit = shown.replace(",", "").partition(" ")
            figure = Figure(name=name, value=float(number), digits=len(number.partition(".")[2]), unit=unit)
            assert bounds.breach(figure) is None


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_lines_are_short_and_words_are_the_field_s(page: Page) -> None:
    long = [line for line in page.prose.splitlines() if len(line.rstrip()) > 120 and not line.startswith("|")]
    assert long == []
    assert not re.search(r"\bmodels?\b(?! Context Protocol)", page.text, re.IGNORECASE)  # the name of a protocol
