from __future__ import annotations

import sys
from pathlib import Path

import pytest
from prov.model import ProvDerivation, ProvDocument, ProvEntity, ProvRecord

from reportedly.errors import MissingExtra
from reportedly.export.provenance import export_prov
from reportedly.store.database import Store
from tests.byhand import small_reading
from tests.export.test_folders import hostile, store, unnamed

__all__ = ["hostile", "store"]  # the fixtures


def document(path: Path) -> ProvDocument:
    return ProvDocument.deserialize(str(path), format="json")


def relations(found: ProvDocument) -> dict[tuple[str, str, str], dict[str, str]]:
    """Every relation by its kind and its two ends, with what else is known of it."""
    rows = {}
    for record in found.get_records():
        if not record.is_element():
            (_, one), (_, other) = [pair for pair in record.formal_attributes if pair[1] is not None][:2]
            known = {str(name): str(value) for name, value in record.extra_attributes}
            kind = known.get("prov:type", record.get_type().localpart).removeprefix("prov:")
            rows[kind, str(one), str(other)] = known
    return rows


def known_of(found: ProvDocument, name: str) -> dict[str, str]:
    (record,) = found.get_record(name)
    return {str(key): str(value) for key, value in record.extra_attributes}


def test_a_story_is_a_document_in_both_notations(store: Store, tmp_path: Path) -> None:
    export_prov(store, tmp_path / "prov")
    assert {path.name for path in (tmp_path / "prov").iterdir()} == {"story-00001.json", "story-00001.provn"}
    found = document(tmp_path / "prov/story-00001.json")
    entities = [record for record in found.get_records() if isinstance(record, ProvEntity)]
    assert len(entities) == 3 + 6 + 2 + 2  # articles, statements, claims, origins
    notation = (tmp_path / "prov/story-00001.provn").read_text(encoding="utf-8")
    assert notation.startswith("document")
    assert notation.count("entity(") == 13


def test_the_words_stand_at_their_offsets(store: Store, tmp_path: Path) -> None:
    export_prov(store, tmp_path / "prov")
    known = known_of(document(tmp_path / "prov/story-00001.json"), "statement:lantern/s2")
    text = small_reading().article.text
    pieces = zip(known["reportedly:starts"].split("; "), known["reportedly:ends"].split("; "), strict=True)
    assert " … ".join(text[int(start) : int(end)] for start, end in pieces) == known["prov:value"]


def test_relations_are_those_of_the_standard(store: Store, tmp_path: Path) -> None:
    export_prov(store, tmp_path / "prov")
    found = relations(document(tmp_path / "prov/story-00001.json"))
    assert found["Derivation", "article:courier", "article:lantern"]["reportedly:kind"] == "rewrite"
    assert ("Quotation", "statement:lantern/s1", "article:lantern") in found
    assert ("PrimarySource", "claim:c-1", "origin:c-1/o-1") in found
    assert ("Delegation", "agent:e-2", "agent:lantern/a4") in found  # she is an entity, the authority is none
    assert ("Specialization", "statement:courier/s2", "claim:c-1") in found
    assert ("Attribution", "article:lantern", "agent:lantern/a1") in found
    assert found["Attribution", "statement:lantern/s2", "agent:lantern/a4"]["reportedly:role"] == "speaker"
    assert found["Derivation", "statement:courier/s2", "statement:lantern/s1"]["reportedly:how"] == "hedge"


def test_an_article_of_no_story_has_a_document_too(hostile: Store, tmp_path: Path) -> None:
    export_prov(hostile, tmp_path / "prov")
    assert {path.name for path in (tmp_path / "prov").iterdir()} == {"articles-00001.json", "articles-00001.provn"}
    (record,) = document(tmp_path / "prov/articles-00001.json").get_records()
    assert isinstance(record, ProvRecord)
    assert not isinstance(record, ProvDerivation)
    known = {str(name): value for name, value in record.extra_attributes}
    assert (known["reportedly:id"], known["reportedly:outlet"]) == ("@x/../<&\"'; -", "-2+3")
    assert len((tmp_path / "prov/articles-00001.provn").read_text(encoding="utf-8").splitlines()) < 15


def test_without_its_library_it_says_what_to_type(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "prov", None)
    monkeypatch.setitem(sys.modules, "prov.model", None)
    with pytest.raises(MissingExtra, match=r"pip install 'reportedly\[prov\]'"):
        export_prov(store, tmp_path / "prov")
    assert not (tmp_path / "prov").exists()


def test_who_has_no_name_is_called_by_the_words_of_the_article(store: Store, tmp_path: Path) -> None:
    unnamed(store)
    export_prov(store, tmp_path / "prov")
    known = known_of(document(tmp_path / "prov/story-00001.json"), "agent:e-3")
    assert known["prov:label"] == "two engineers who saw the survey"


def test_both_notations_may_be_read_by_the_same_people(store: Store, tmp_path: Path) -> None:
    export_prov(store, tmp_path / "prov")
    assert len({path.stat().st_mode for path in (tmp_path / "prov").iterdir()}) == 1
