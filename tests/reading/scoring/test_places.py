from __future__ import annotations

import pytest

from reportedly.reading.scoring.places import Places
from reportedly.records import Article
from tests.byhand import find
from tests.reading.scored import pieces_of

TEXT = "Steve Witkoff, Kyiv's European allies, the foreign ministers of July from Kyiv"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("Steve", ",", "Steve Witkoff"),
        ("s", "allies", "European allies"),
        ("'", "allies", "European allies"),
        ("European", "allies", "European allies"),
        ("the", "the", None),
        ("foreign", "foreign", None),
        ("foreign", "of", "foreign ministers"),
        (",", ",", None),
        ("July", "July", None),
        ("from", "Kyiv", "Kyiv"),
    ],
)
def test_a_mention_has_no_marks_at_its_edges(first: str, last: str, words: str | None) -> None:
    article = Article.of(TEXT)
    pieces = pieces_of(TEXT)
    shown = [TEXT[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)]
    run = shown.index(first), shown.index(last, shown.index(first))
    span = Places(article, pieces).mention_span(run)
    assert (None if span is None else span.text) == words


@pytest.mark.parametrize(
    ("text", "first", "words"),
    [
        ("Ask Mr. Lee's aide.", "Mr", "Mr. Lee"),
        ("Ask Sen. Ann Lee-Ray today.", "Sen", "Sen. Ann Lee-Ray"),
        ("Ask the U.N. Then go.", "U", "U.N."),
        ("Ask Ana. Then go.", "Ana", "Ana"),
        ("Ask the doctor. He knows.", "doctor", "doctor"),
        ("Ask the front-runner now.", "front", "front-runner"),
        ("Ask the attorney-general now.", "attorney", "attorney-general"),
        ("Ask an Elm-based firm.", "Elm", "Elm"),
        ("Ask then-minister Renn.", "minister", "then-minister"),
        ("Ask the Elm-Vale minister.", "Vale", "Vale"),
        ("Ask the United Nations now.", "Nations", "United Nations"),
        ("Ask the Los Angeles team.", "Angeles", "Los Angeles"),
        ("Ask a new Elm firm.", "Elm", "Elm"),
        ("In two-page letters it asks.", "two", "two-page letters"),
        ("In one-room Elm it is cold.", "one", "one-room"),
    ],
)
def test_a_mention_that_ends_in_part_of_a_word_goes_on_to_its_end(text: str, first: str, words: str) -> None:
    article, pieces = Article.of(text), pieces_of(text)
    at = [text[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)].index(first)
    span = Places(article, pieces).mention_span((at, at))
    assert span is not None
    assert span.text == words


def test_the_state_of_state_radio_is_nobody() -> None:
    for text, words in (("He told state radio so.", None), ("He told the state so.", "state")):
        pieces = pieces_of(text)
        at = [text[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True)].index("state")
        span = Places(Article.of(text), pieces).mention_span((at, at))
        assert (span.text if span is not None else None) == words


@pytest.mark.parametrize(
    ("text", "last", "words"),
    [
        ("Outside court, Ada Renn, 78, wept.", "78", "Ada Renn, 78"),
        ("The minimum $20 million analysts expect is gone.", "analysts", "analysts"),
        ("The 5 percent critics fear is gone.", "critics", "critics"),
        ("The $2 billion company is gone.", "company", "The $2 billion company"),
    ],
)
def test_what_leads_in_is_no_part_of_a_mention(text: str, last: str, words: str) -> None:
    pieces = pieces_of(text)
    span = Places(Article.of(text), pieces).mention_span(
        (0, [text[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True)].index(last))
    )
    assert span is not None
    assert span.text == words


@pytest.mark.parametrize(
    ("text", "last", "words"),
    [
        ("Ask Renn (R-Elm.) now.", "Elm", "Renn (R-Elm.)"),
        ("Ask Renn (R-Elm and go.", "Elm", "Renn"),
        ("Ask Renn (R-Elm) now.", ")", "Renn (R-Elm)"),
    ],
)
def test_a_bracket_in_a_mention_is_whole_or_is_not_in_it(text: str, last: str, words: str) -> None:
    article, pieces = Article.of(text), pieces_of(text)
    shown = [text[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)]
    span = Places(article, pieces).mention_span((shown.index("Renn"), shown.index(last)))
    assert span is not None
    assert span.text == words


@pytest.mark.parametrize(
    ("text", "content", "cue", "form"),
    [
        ('"We wait," Renn said.', "We wait", "said", "direct"),
        ("Renn said they would wait.", "they would wait", "said", "indirect"),
        ('Renn said they would "wait".', "they would “wait", "said", "mixed"),
        ("‘We wait,’ Renn said. ‘Vale’s men go.’", "We wait", "said", "direct"),
        ("‘We wait,’ Renn said. ‘Vale’s men go.’", "Vale’s men go", "said", "direct"),
        ("Renn said they would 'wait' and Vale's men go.", "they would 'wait", "said", "mixed"),
        ("Renn said Vale's men and the mayors' men go.", "Vale's men and the mayors' men go", "said", "indirect"),
        ("A lull.\n– We wait, says Renn.", "We wait", "says", "direct"),
        ("A lull – we wait, says Renn.", "we wait", "says", "indirect"),
        ('"Vale told me to wait," Renn said.', "to wait", "told", "indirect"),
        ("\"Vale said 'we wait'.\"", "we wait", "said", "direct"),
        ('"Vale told me to ‘wait’ here," Renn said.', "to ‘wait’ here", "told", "mixed"),
        ('"Vale told me," Renn said, "to wait."', "Vale told me", "said", "direct"),
    ],
)
def test_form(text: str, content: str, cue: str, form: str) -> None:
    content = content.replace("“", '"')
    places = Places(Article.of(text), pieces_of(text))
    runs = [places.run(find(Article.of(text), words)) for words in (content, cue)]
    assert places.form(runs[:1], runs[1]) == form
