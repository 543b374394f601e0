from __future__ import annotations

from dataclasses import replace

from reportedly.reading.chains.lookup import Sentences
from reportedly.reading.chains.talks import told_in_talks
from reportedly.reading.layout.segment import find_sentences
from reportedly.records import Article, Contact, Statement
from reportedly.records.contact import ContactKind, ContactStatus
from reportedly.records.statement import Chain, Link
from tests.byhand import find

TEXT = "An aide said Renn rang Vale on Monday. It was late. She asked for a week. It rained. It blew. She asked twice."


def heard(
    text: str = TEXT,
    cue: str = "asked",
    *,
    nth: int = 1,
    within: str | None = "s1",
    parties: tuple[str, ...] = ("renn", "vale"),
    kind: ContactKind = "call",
    status: ContactStatus = "held",
) -> list[tuple[str, ...]]:
    """Whom each link of what the aide reports was told."""
    article = Article.of(text)
    evidence = find(article, "Renn rang Vale")
    talk = Contact(id="c1", kind=kind, status=status, parties=parties, evidence=evidence, statement="s1", score=0.9)
    aide = Link(actor="aide", mention=find(article, "An aide"), cue=find(article, "said"))
    said = find(article, text.partition("said ")[2])
    own = Link(actor="renn", cue=find(article, cue, nth=nth))
    outer = Statement(id="s1", form="indirect", content=(said,), sourcing="unnamed", chain=Chain([aide]), score=0.9)
    inner = replace(outer, id="s2", within=within, chain=Chain([aide, own]))
    inside_it = replace(outer, id="s3", within="s2", chain=Chain([aide, own, Link(actor="mayor")]))
    told = told_in_talks(text, [outer, inner, inside_it], [talk], Sentences(find_sentences(article)))
    assert [told[n].chain.speaker.addressees for n in (0, 2)] == [(), ()]
    assert told[1].chain[-1].addressees == told[2].chain[1].addressees
    return [link.addressees for link in told[1].chain]


def test_what_one_of_two_who_talked_said_is_told_the_other() -> None:
    assert heard() == [(), ("vale",)]


def test_what_one_asks_is_asked_of_the_other_though_the_writer_has_it_at_first_hand() -> None:
    assert heard(within=None) == [(), ("vale",)]


def test_nobody_is_told_what_need_not_have_been_said_in_a_talk() -> None:
    assert heard(TEXT.replace("asked for", "stressed"), "stressed", within=None)[-1] == ()  # at first hand
    assert heard(parties=("renn", "vale", "dahl"))[-1] == ()
    assert heard(parties=("dahl", "vale"))[-1] == ()
    assert heard(kind="ceremony")[-1] == ()
    assert heard(status="planned")[-1] == ()
    assert heard(status="cancelled")[-1] == ()


def test_only_what_is_said_soon_after_is_told_in_a_talk() -> None:
    assert heard(nth=2)[-1] == ()
    assert heard(TEXT.replace("asked for", "dreads"), "dreads")[-1] == ()


def test_what_goes_with_a_talk_in_its_sentence_is_said_in_it() -> None:
    text = "An aide said Renn rang Vale on Monday and demanded a week. It rained."
    assert heard(text, "demanded", within=None)[-1] == ("vale",)
    apart = text.replace(" and demanded", "; later she demanded")
    assert heard(apart, "demanded", within=None)[-1] == ()


def test_what_is_recalled_right_behind_what_was_said_in_a_talk_was_said_in_it_too() -> None:
    text = "An aide said Renn rang Vale on Monday. She thanked him. She recalled the treaty. It rained."
    article = Article.of(text)
    talk = Contact(
        id="c1", kind="call", status="held", parties=("renn", "vale"), evidence=find(article, "Renn rang Vale"),
        statement=None, score=0.9,
    )  # fmt: skip
    said = [
        Statement(
            id=f"s{n}", form="indirect", content=(find(article, content),), sourcing="on_record", score=0.9,
            chain=Chain([Link(actor="paper"), Link(actor="renn", cue=find(article, cue))]),
        )
        for n, (cue, content) in enumerate((("thanked", "him"), ("recalled", "the treaty")))
    ]  # fmt: skip
    sentences = Sentences(find_sentences(article))
    both, alone = told_in_talks(text, said, [talk], sentences), told_in_talks(text, said[1:], [talk], sentences)
    assert [s.chain.speaker.addressees for s in (*both, *alone)] == [("vale",), ("vale",), ()]
