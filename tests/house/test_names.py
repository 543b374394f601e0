"""How modules are cut and named: the habits of the design that a machine can see."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.house.source import Module, package

LINES = 400  # a module past this is two; split at about 250
WORDS = {"common", "handler", "helper", "helpers", "manager", "misc", "model", "models", "processor", "util", "utils"}
NOT_OURS = {"get_route_handler"}  # names of a library's, overridden
NAMES = {"data", "process"}  # as whole names of a function or parameter: they say nothing
MODULES = package()


def wrong_names(module: Module) -> list[str]:
    """Names of modules, classes and functions with a word that is banned."""
    names = [name for name in module.names() if name not in NOT_OURS]
    return [name for name in names if set(words(name)) & WORDS or name in NAMES]


def words(name: str) -> list[str]:
    """The words of a name: some_name, SomeName and someName are all some, name."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)]


def wrong_parameters(module: Module) -> list[str]:
    """Parameters that hide errors or meaning: quiet, data, and **kwargs of a public function."""
    found = []
    for function in module.functions():
        arguments = function.args
        named = {argument.arg for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}
        found += [f"{function.name}({name})" for name in sorted(named & (NAMES | {"quiet"}))]
        if arguments.kwarg and not function.name.startswith("_"):
            found.append(f"{function.name}(**{arguments.kwarg.arg})")
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.path)
def test_a_module_is_short(module: Module) -> None:
    assert len(module.source.splitlines()) <= LINES


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.path)
def test_names_are_in_the_words_of_the_field(module: Module) -> None:
    assert wrong_names(module) == []
    assert wrong_parameters(module) == []


def test_a_span_is_made_by_its_article_only() -> None:
    makers = Counter(module.path for module in MODULES for called in module.calls() if called == "Span")
    assert makers == {"records/article.py": 1}


@pytest.mark.parametrize(
    ("path", "source", "found"),
    [
        ("reading/utils.py", "", ["utils"]),
        ("reading/intake/page.py", "class PageManager: ...", ["PageManager"]),
        ("reading/intake/page.py", "class HTTPHandler: ...", ["HTTPHandler"]),
        ("reading/intake/page.py", "def load_model(): ...", ["load_model"]),
        ("reading/intake/page.py", "async def process(): ...", ["process"]),
        ("reading/intake/page.py", "def modelled(): ...\ndef commonplace(): ...", []),
    ],
)
def test_a_banned_name_is_found(path: str, source: str, found: list[str]) -> None:
    assert wrong_names(Module(path, source)) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def read(page, *, quiet=False): ...", ["read(quiet)"]),
        ("def read(data): ...", ["read(data)"]),
        ("def read(page, **options): ...", ["read(**options)"]),
        ("def _read(page, **options): ...", []),
    ],
)
def test_a_banned_parameter_is_found(source: str, found: list[str]) -> None:
    assert wrong_parameters(Module("reading/intake/page.py", source)) == found
