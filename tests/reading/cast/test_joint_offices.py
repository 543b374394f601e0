from __future__ import annotations

import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.actors import resolve
from reportedly.records import ActorKind, Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("office", "is_known"),
    [("leader", True), ("opposition leader", False), ("rebel leader", False)],
)
def test_who_leads_but_some_of_a_country_is_not_its_leader(office: str, is_known: bool) -> None:
    text = f"The leaders of Varonia and Belmark met. Varonia's {office}, Jan Weiss, was glad."
    article = Article.of(text)
    kinds: dict[str, ActorKind] = {
        "Varonia": "government", "Belmark": "government", f"Varonia's {office}, Jan Weiss": "person",
    }  # fmt: skip
    cast = resolve(article, [], [Mention(span=find(article, words), kind=kind) for words, kind in kinds.items()])
    names = [cast.actor(id).name for ids in cast.joint.values() for id in ids]
    assert names == ["Jan Weiss" if is_known else None, None]
