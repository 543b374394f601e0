from __future__ import annotations

import textwrap
from dataclasses import replace

import pytest
from hypothesis import given

from reportedly import Reader
from reportedly.reading.layout.reflow import as_given, reflowed
from reportedly.records import Article
from reportedly.records.actor import Actor
from reportedly.records.reading import Reading
from reportedly.records.statement import Chain, Link, Statement
from tests.strategies import texts

STORY = (
    "The bridge over the Orla will be opened to traffic in June, the engineer who leads the works, Tibor Ramsek, told "
    "the Harrow Evening Post on Monday. He said that the cracks found last year had been closed.\n\n"
    "“We have tested every beam of it,” Ramsek said. “There is nothing to worry about any more.”\n\n"
    "The contractor, Lena Ostrow, denied that her firm had been told of any cracks. “That is a lie,” she said."
)


def wrapped(text: str, width: int = 60) -> str:
    return "\n\n".join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in text.split("\n\n"))


def lines_as_read(text: str) -> list[str]:
    return reflowed(Article.of(text)).text.split("\n")


@given(texts)
def test_nothing_but_breaks_and_blanks_is_changed_each_in_its_place(text: str) -> None:
    given, read = Article.of(text), reflowed(Article.of(text))
    assert read == replace(given, text=read.text)
    assert [a for a, b in zip(given.text, read.text, strict=True) if a != b and not (a + b).isspace()] == []


@pytest.mark.parametrize("width", [48, 60, 72])
def test_wrapped_lines_are_one_paragraph(width: int) -> None:
    assert reflowed(Article.of(wrapped(STORY, width))).text == STORY


def test_lines_of_blanks_take_no_time() -> None:
    article = Article.of("x\n" + " " * 100_000 + "\ny\nz")
    assert reflowed(article) is article


def test_a_few_wrapped_lines_are_too_though_names_begin_them() -> None:
    text = "The mayor of Harrow, Ada Renn, will not meet the\nunion on Monday, her spokesman said, the\nHarrow Post "
    text += "reports. The Ministry of Trade and\nAnna Kovac said the harbour would close."
    assert reflowed(Article.of(text)).text == text.replace("\n", " ")


def test_wrapped_lines_of_a_page_for_windows_are_too() -> None:
    assert "\r" not in reflowed(Article.of(wrapped(STORY).replace("\n", "\r\n"))).text.replace("\r\n\r\n", "")


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        STORY.replace("\n\n", "\n"),
        "Tonight on Four\n\nBread prices\nThe harbour\nThe mayor's hat\nWeather",
        "Q: Will it open?\nA: In June.\nQ: And the cracks?\nA: They are closed.",
        "Those who voted:\n- Ada Renn, of the harbour,\n- Tom Bell,\n- Tibor Ramsek, who came late.",
    ],
)
def test_lines_that_are_paragraphs_stay(text: str) -> None:
    article = Article.of(text)
    assert reflowed(article) is article


def test_an_item_of_a_list_in_wrapped_text_begins_a_line() -> None:
    text = wrapped(STORY) + "\n\n- Ada Renn, who has been the harbour master\nsince the flood\n- Tom Bell"
    assert lines_as_read(text)[-2:] == ["- Ada Renn, who has been the harbour master since the flood", "- Tom Bell"]


def test_a_whole_article_in_one_line_is_broken_between_its_speakers() -> None:
    bridge = "The bridge over the Orla was closed, and nobody in Harrow knew for how long it was to be so. " * 5
    text = (
        f"{bridge}“We have found cracks,” the engineer said. “They are getting longer.” {bridge}"
        "“I was never told of any cracks,” the contractor said. “That is a lie.” The works go on."
    )
    lines = lines_as_read(text)
    assert len(lines) > 1
    assert not any(line.startswith("“") and "said" not in line for line in lines)
    assert any("found cracks,” the engineer said. “They are getting longer.”" in line for line in lines)


def test_a_quotation_is_not_broken() -> None:
    quoted = "“" + "We waited for a boat. " * 40 + "It never came,” she said. " + "The harbour is closed. " * 20
    lines = lines_as_read("The flood took the bridge. " * 20 + quoted)
    assert len(lines) > 2
    assert [line for line in lines if "“We waited" in line] == [
        line for line in lines if "never came,” she said" in line
    ]


def test_a_sentence_that_never_ends_is_cut_between_words() -> None:
    lines = lines_as_read("and then we waited for the boat " * 400)
    assert max(map(len, lines)) < 1400
    assert " ".join(lines) == "and then we waited for the boat " * 400


def test_a_reading_has_the_words_as_they_were_given() -> None:
    given = Article.of("Ada Renn, of the\nharbour, said that it\nwould close.")
    read = replace(given, text=given.text.replace("\n", " "))
    link = Link(actor="a1", mention=read.span(0, 24), cue=read.span(26, 30))
    reading = Reading(
        article=read,
        actors=(Actor(id="a1", kind="person", name="Ada Renn", mentions=(read.span(0, 24),)),),
        statements=(
            Statement(
                id="s1",
                chain=Chain([link]),
                content=(read.span(31, 50),),
                form="indirect",
                sourcing="on_record",
                score=0.9,
            ),
        ),
    )
    found = as_given(reading, given)
    assert found.article == given
    assert found.statements[0].content[0].text == given.text[31:50]
    assert found.statements[0].chain.speaker.mention == given.span(0, 24)
    assert found.actors[0].mentions[0].text == "Ada Renn, of the\nharbour"


@pytest.mark.weights
def test_what_is_said_does_not_hang_on_where_lines_end() -> None:
    reader = Reader.load()
    as_it_is, folded, in_one_line = (
        reader.read(Article.of(text)) for text in (STORY, wrapped(STORY), STORY.replace("\n", " "))
    )
    told = [" … ".join(span.text for span in s.content) for s in as_it_is.statements]
    for reading in (folded, in_one_line):
        assert [" … ".join(span.text for span in s.content).replace("\n", " ") for s in reading.statements] == told
        assert [a.name for a in reading.actors] == [a.name for a in as_it_is.actors]
        assert all(
            span.text == reading.article.text[span.start : span.end] for s in reading.statements for span in s.content
        )
