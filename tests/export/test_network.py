from __future__ import annotations

from collections import Counter
from pathlib import Path

import networkx
import pytest

from reportedly.errors import BadInput
from reportedly.export.network import export_graphml
from reportedly.store.database import Store
from tests.byhand import small_reading
from tests.export.test_folders import hostile, store, unnamed

__all__ = ["hostile", "store"]  # the fixtures


def network(store: Store, path: Path) -> networkx.MultiDiGraph:
    export_graphml(store, path)
    found = networkx.read_graphml(path, force_multigraph=True)
    assert isinstance(found, networkx.MultiDiGraph)
    return found


def test_every_record_is_a_node_or_an_edge(store: Store, tmp_path: Path) -> None:
    graph = network(store, tmp_path / "news.graphml")
    nodes = Counter(known.get("type") for _, known in graph.nodes(data=True))
    # two of 18 actors are an entity each; of 6 statements, three tell a claim
    assert nodes == {"entity": 12, "outlet": 6, "article": 3, "claim": 2, "statement": 3, "subject": 1}
    edges = Counter(known["type"] for *_, known in graph.edges(data=True))
    assert edges == {
        "said": 6, "tells": 6, "cites": 9, "told": 3, "published": 3, "stands": 3, "met": 3, "derives": 2,
    }  # fmt: skip


def test_an_edge_has_its_words_and_their_place(store: Store, tmp_path: Path) -> None:
    graph = network(store, tmp_path / "news.graphml")
    text = small_reading().article.text
    stands = [known for *_, known in graph.edges(data=True) if known["type"] == "stands"]
    assert {(known["stance"], known["sign"], known["weight"]) for known in stands} == {("against", -1, 0.8)}
    for *_, known in graph.edges(data=True):
        if known["type"] in {"said", "stands", "met"}:
            places = zip(known["starts"].split("; "), known["ends"].split("; "), strict=True)
            assert " … ".join(text[int(start) : int(end)] for start, end in places) == known["words"]


def test_the_later_article_derives_from_the_earlier(store: Store, tmp_path: Path) -> None:
    graph = network(store, tmp_path / "news.graphml")
    derives = {(one, other): known for one, other, known in graph.edges(data=True) if known["type"] == "derives"}
    known = derives["article:courier", "article:lantern"]
    assert (known["kind"], known["credited"], known["weight"]) == ("rewrite", True, 0.97)


def test_claims_that_contradict_each_other_are_joined(store: Store, tmp_path: Path) -> None:
    store.query("update contradiction set other = 'c-1-alone' where place = 0")
    graph = network(store, tmp_path / "news.graphml")
    found = [(one, other) for one, other, known in graph.edges(data=True) if known["type"] == "contradicts"]
    assert found == [("claim:c-1", "claim:c-1-alone")]  # the other one is not held, so it is no node either


def test_characters_that_xml_has_not_are_replaced(hostile: Store, tmp_path: Path) -> None:
    graph = network(hostile, tmp_path / "news.graphml")
    ((id, known),) = graph.nodes(data=True)
    assert (id, known["label"], known["outlet"]) == ("article:@x/../<&\"'; -", "'=x", "-2+3")


def test_words_are_whatever_an_article_says(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.duckdb") as store:
        store.add([small_reading()])
        store.query("update position set target = 'x\x00 ]]> <a&b> \x1b\ufffe'")
        graph = network(store, tmp_path / "news.graphml")
    assert "x\ufffd ]]> <a&b> \ufffd\ufffd" in {known.get("label") for _, known in graph.nodes(data=True)}


def test_nothing_is_written_over_unless_it_is_said(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "news.graphml"
    out.write_text("<graphml/>")
    with pytest.raises(BadInput, match="there already"):
        export_graphml(store, out)
    assert out.read_text() == "<graphml/>"
    export_graphml(store, out, replace=True)
    assert out.read_text().startswith("<?xml")
    with pytest.raises(BadInput, match="no file"):
        export_graphml(store, tmp_path, replace=True)
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_who_has_no_name_is_called_by_the_words_of_the_article(store: Store, tmp_path: Path) -> None:
    unnamed(store)
    assert network(store, tmp_path / "news.graphml").nodes["entity:e-3"]["label"] == "two engineers who saw the survey"
