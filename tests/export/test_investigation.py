from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reportedly.errors import MissingExtra
from reportedly.export.investigation import export_ftm
from reportedly.store.database import Store
from tests.export.test_folders import hostile, store, unnamed

__all__ = ["hostile", "store"]  # the fixtures

EntityProxy = pytest.importorskip(
    "followthemoney",
    reason="followthemoney is not installed; with a compiler and the headers of ICU: pip install '.[ftm]'",
).EntityProxy


def proxies(store: Store, path: Path) -> list[Any]:
    export_ftm(store, path)
    return [EntityProxy.from_dict(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_record_is_an_entity_of_the_schema(store: Store, tmp_path: Path) -> None:
    found = proxies(store, tmp_path / "news.ftm.json")
    assert Counter(proxy.schema.name for proxy in found) == {
        "Article": 3, "Mention": 21, "Person": 6, "Organization": 9, "LegalEntity": 3, "Note": 6 + 3 + 2, "Event": 3,
        "Representation": 3,
    }  # fmt: skip
    assert len({proxy.id for proxy in found}) == len(found)


def test_entities_refer_to_those_that_are_there(store: Store, tmp_path: Path) -> None:
    found = proxies(store, tmp_path / "news.ftm.json")
    ids = {proxy.id for proxy in found}
    referred = [value for proxy in found for prop, value in proxy.itervalues() if prop.type.name == "entity"]
    assert len(referred) > 60
    assert set(referred) <= ids
    for proxy in found:
        assert all(proxy.get(name) for name in proxy.schema.required)


def test_the_words_stand_at_their_offsets(store: Store, tmp_path: Path) -> None:
    found = proxies(store, tmp_path / "news.ftm.json")
    texts = {proxy.id: proxy.first("bodyText") for proxy in found if proxy.schema.name == "Article"}
    checked = 0
    for proxy in found:
        if places := proxy.context.get("reportedly_places"):
            (article,) = proxy.get("document" if proxy.schema.name == "Mention" else "proof")
            text = texts[article]
            assert text is not None
            words = proxy.first("name" if proxy.schema.name == "Mention" else "description")
            assert " … ".join(text[start:end] for start, end in places) == words
            checked += 1
    assert checked == 21 + 6 + 3 + 3


def test_an_actor_of_several_articles_is_one_person(store: Store, tmp_path: Path) -> None:
    found = proxies(store, tmp_path / "news.ftm.json")
    (renn,) = [proxy for proxy in found if proxy.schema.name == "Person" and "Renn" in proxy.get("name")]
    assert (renn.schema.name, renn.get("position")) == ("Person", ["spokeswoman"])
    mentions = [proxy for proxy in found if proxy.schema.name == "Mention" and renn.id in proxy.get("resolved")]
    assert sorted(mention.caption for mention in mentions) == ["Ada Renn", "She"]


def test_hostile_text_is_inert(hostile: Store, tmp_path: Path) -> None:
    (article,) = proxies(hostile, tmp_path / "news.ftm.json")
    text = article.first("bodyText")
    (reading,) = hostile.readings()
    assert text is not None
    assert len(text) == len(reading.article.text)
    assert not set(text) & set("\x00\x1b\ufffe")
    assert article.get("publisher") == ["-2+3"]


def test_without_its_library_it_says_what_to_type(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    with pytest.raises(MissingExtra, match=r"pip install 'reportedly\[ftm\]'"):
        export_ftm(store, tmp_path / "news.ftm.json")
    assert not (tmp_path / "news.ftm.json").exists()


def test_who_has_no_name_is_called_by_the_words_of_the_article(store: Store, tmp_path: Path) -> None:
    unnamed(store)
    found = [proxy for proxy in proxies(store, tmp_path / "news.ftm.json") if "engineers" in proxy.caption]
    assert {proxy.caption for proxy in found if proxy.schema.name != "Mention"} == {"two engineers who saw the survey"}
