"""Who may import whom: the drawing at the top of the design, held by the syntax trees."""

from __future__ import annotations

import sys

import pytest

from tests.house.source import Module, package

# errors <- records, wordpieces <- reading | store | render <- trace (on store) <- export, batch, web … <- cli
BELOW = {
    "errors": set(),
    "aside": {"errors"},
    "records": {"errors"},
    "wordpieces": {"errors"},
    "reading": {"errors", "records", "wordpieces"},
    "store": {"errors", "records"},
    "render": {"errors", "records"},
    "trace": {"aside", "errors", "records", "store", "wordpieces"},
    "export": {"errors", "records", "store", "trace", "render"},
    "batch": {"aside", "errors", "records", "reading", "store", "trace", "adding"},
    "assistant": {"errors", "records", "store"},
    "adding": {"aside", "errors", "records", "reading", "store"},
    "watching": {"errors", "records", "reading", "store", "trace"},
    "web": {"aside", "errors", "records", "reading", "store", "trace", "render", "export", "adding", "watching"},
    "spacy_component": {"errors", "records", "reading", "store", "trace"},
    "cli": {
        "aside",
        "assistant",
        "errors",
        "records",
        "reading",
        "store",
        "trace",
        "render",
        "export",
        "adding",
        "batch",
        "watching",
        "web",
        "spacy_component",
    },
    "__main__": {"cli"},
    "__init__": {"errors", "records", "reading", "store", "trace"},
}
FACE = {"__version__"}  # all that a room may ask of the public face, which imports the rooms

# each heavy library has one door; a door that ends in a slash is a room
DOORS = {
    "trafilatura": ("reading/intake/page.py",),
    "onnxruntime": ("reading/scoring/encoder.py", "trace/statement_encoder.py"),
    "tokenizers": ("reading/scoring/encoder.py", "wordpieces/vocabulary.py"),
    "fastapi": ("web/",),
    "starlette": ("web/",),
    "uvicorn": ("web/",),
    "mcp": ("assistant/serving.py",),
    "prometheus_client": ("watching/counts.py",),
    "protego": ("watching/courtesy.py",),
    "daft": ("batch/plans.py",),
    "ray": ("batch/plans.py",),
    "pyarrow": ("batch/tables.py",),
    "duckdb": ("reading/intake/parquet.py", "store/"),
    "fastwarc": ("reading/intake/warc.py",),
    "feedparser": ("reading/intake/feeds.py",),
    "jinja2": ("render/page.py", "web/"),
    "lxml": ("export/network.py",),
    "prov": ("export/provenance.py",),
    "followthemoney": ("export/investigation.py",),
}


def wrong_imports(module: Module) -> list[str]:
    """What the module imports from rooms that do not lie below its own."""
    found = []
    for imported in module.imports():
        top, _, rest = imported.partition(".")
        room = rest.partition(".")[0]
        if top == "reportedly" and room != module.room and room not in BELOW[module.room] | FACE:
            found.append(f"{module.path} imports {imported}")
    return found


def wrong_doors(module: Module) -> list[str]:
    """The heavy libraries that the module imports and is not the door of."""
    return [
        f"{module.path} imports {library}"
        for library in sorted({imported.partition(".")[0] for imported in module.imports()} & set(DOORS))
        if not any(
            module.path == door or (door.endswith("/") and module.path.startswith(door)) for door in DOORS[library]
        )
    ]


@pytest.mark.parametrize("module", package(), ids=lambda module: module.path)
def test_a_module_imports_only_from_below(module: Module) -> None:
    assert module.room in BELOW, f"{module.path} lies in a room that is not in the drawing: add it to BELOW"
    assert wrong_imports(module) == []


@pytest.mark.parametrize("module", package(), ids=lambda module: module.path)
def test_a_heavy_library_comes_in_by_its_one_door(module: Module) -> None:
    assert wrong_doors(module) == []


@pytest.mark.parametrize(
    "module", [module for module in package() if module.room in {"errors", "records"}], ids=lambda module: module.path
)
def test_records_need_the_standard_library_only(module: Module) -> None:
    imported = {name.partition(".")[0] for name in module.imports()}
    assert imported <= sys.stdlib_module_names | {"reportedly"}


def test_every_room_is_a_package() -> None:
    paths = {module.path for module in package()}
    rooms = {path.rpartition("/")[0] for path in paths if "/" in path}
    assert {f"{room}/__init__.py" for room in rooms} <= paths


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("records/actor.py", "from reportedly.reading.intake.page import read"),
        ("records/actor.py", "from reportedly import reading"),
        ("records/actor.py", "from reportedly import Reading"),
        ("reading/intake/page.py", "def open_store():\n    import reportedly.store.database"),
        ("trace/stories.py", "from reportedly.reading.scoring.encoder import Encoder"),
        ("store/rows.py", "from importlib import import_module\nimport_module('reportedly.trace.stories')"),
        ("batch.py", "from reportedly.web import serve"),
        ("__init__.py", "from reportedly.cli import main"),
    ],
)
def test_an_import_from_above_is_found(path: str, source: str) -> None:
    assert len(wrong_imports(Module(path, source))) == 1


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("reading/reader.py", "from reportedly.records import Span\nfrom reportedly.reading.intake.page import read"),
        ("cli.py", "from reportedly import __version__"),
        ("trace/stories.py", "import reportedly.store.database"),
    ],
)
def test_an_import_from_below_is_let_in(path: str, source: str) -> None:
    assert wrong_imports(Module(path, source)) == []


@pytest.mark.parametrize(
    ("path", "source", "found"),
    [
        ("reading/layout/furniture.py", "import trafilatura.settings", 1),
        ("reading/intake/page.py", "import trafilatura", 0),
        ("cli.py", "def run():\n    from tokenizers import Tokenizer", 1),
        ("store/database.py", "import duckdb", 0),
        ("storefront.py", "import duckdb", 1),
    ],
)
def test_a_side_door_is_found(path: str, source: str, found: int) -> None:
    assert len(wrong_doors(Module(path, source))) == found
