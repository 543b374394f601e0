"""Whom somebody told, by what the text tells of the occasion: a studio, a hearing, a talk in turn, a letter."""

from __future__ import annotations

import pytest

from reportedly.reading.attribution import Attribution, Mention, Relay
from reportedly.reading.cast.actors import resolve
from reportedly.reading.chains.chains import find_statements
from reportedly.reading.layout.furniture import find_furniture
from reportedly.records import ActorKind, Article, Form, Status
from tests.byhand import find

KINDS: dict[str, ActorKind] = {
    "Vale": "person", "Renn": "person", "the Courier": "outlet", "Radio Elm": "outlet", "the senate": "organisation",
    "the Lantern": "outlet", "delegates": "group", "The letter": "document", "the letter": "document",
}  # fmt: skip


def heard(
    text: str,
    *said: tuple[str, str | None, str],
    form: Form = "indirect",
    status: Status = "made",
    told: str | None = None,
    letter: str | None = None,
) -> list[str]:
    """Whom the source of each attribution told, by name or description; the outlet is the Lantern.

    `told` is whom the words of the first attribution name, `letter` the document that the last one stands in.
    """
    article, attributions = Article.of(text, outlet="The Lantern"), []
    for number, (source, cue, content) in enumerate(said):
        every = [find(article, source, nth=n + 1) for n in range(text.count(source))]
        at = text.index(cue or content)
        place = min(every, key=lambda span: abs(span.start - at))
        attributions.append(
            Attribution(
                source=place, cue=find(article, cue) if cue else None, content=(find(article, content),),
                form=form, status=status,
                addressees=(find(article, told),) if told and not number else (),
                relays=(Relay(mention=find(article, letter)),) if letter and number == len(said) - 1 else (),
            )
        )  # fmt: skip
    spans = {find(article, name, nth=n + 1) for name in KINDS for n in range(text.count(name))}
    spans |= {a.source for a in attributions if a.source is not None}
    mentions = [Mention(span=span, kind=KINDS.get(span.text, "person")) for span in spans]
    cast = resolve(article, attributions, mentions)
    statements = find_statements(find_furniture(article), attributions, mentions, cast)
    return [
        "; ".join(cast.actor(id).name or cast.actor(id).descriptions[0] for id in s.chain.speaker.addressees)
        for s in statements
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Renn was in our studio at noon. It rained. It snowed. Renn said it was over.", "The Lantern"),
        ("Renn receives us at home. It rained. It snowed. Renn said it was over.", "The Lantern"),
        ("We met Renn at the gate. It rained. It snowed. Renn said it was over.", "The Lantern"),
        ("Renn was in his studio at noon. It rained. It snowed. Renn said it was over.", ""),
        ("“Renn was in our studio at noon.” It rained. It snowed. Renn said it was over.", ""),
    ],
)
def test_whoever_was_with_the_outlet_told_it_what_the_article_has(text: str, name: str) -> None:
    assert heard(text, ("Renn", "said", "it was over")) == [name]


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        ("Renn did not respond to a request for comment.", "did not respond to", "The Lantern"),
        ("Renn did not return calls.", "did not return", "The Lantern"),
        ("Renn has not replied to an e-mail.", "has not replied to", "The Lantern"),
        ("Renn hasn’t replied to an e-mail.", "hasn’t replied to", "The Lantern"),
        ("Renn did not answer questions from the Courier.", "did not answer", "Courier"),
        ("Renn did not answer questions from the judge.", "did not answer", ""),
        ("Renn has not answered the letter.", "has not answered", ""),
    ],
)
def test_who_left_a_request_unanswered_left_the_outlet_without_an_answer(text: str, cue: str, name: str) -> None:
    content = text[text.index(cue) + len(cue) + 1 : -1]
    assert heard(text, ("Renn", cue, content), status="declined") == [name]


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        ("To Radio Elm Renn said it was over.", "said", "Radio Elm"),
        ("To Vale, Renn said it was over.", "said", "Vale"),
        ("Renn said on Radio Elm it was over.", "said", "Radio Elm"),
        ("“it was over,” Renn said last week on Radio Elm.", "said", "Radio Elm"),
        ("“it was over,” Renn added during his appearance on Radio Elm.", "added", "Radio Elm"),
        ("Renn posted on Radio Elm's page it was over.", "posted", ""),
        ("Renn thinks on Radio Elm it was over.", "thinks", ""),
        ("Renn said it was over, as he told Radio Elm on Monday.", "said", "Radio Elm"),
        ("“it was over,” Renn commented on the strike to Radio Elm.", "commented", "Radio Elm"),
        ("“it was over,” Renn listened on the stairs to Radio Elm.", "listened", ""),
        ("Speaking on Radio Elm on Monday, Renn said it was over.", "said", "Radio Elm"),
        ("In an interview with Radio Elm presenter Vale, Renn said it was over.", "said", "Vale"),
        ("Renn said it was over in an interview with Radio Elm's Vale.", "said", "Vale"),
        ("Cross-examined by Vale, Renn said it was over.", "said", "Vale"),
        ("Renn, asked about the rain by Vale, said it was over.", "said", "Vale"),
        ("Asked by Vale, who was late, Renn said it was over.", "said", ""),
        ("Testifying before the senate on Monday, Renn said it was over.", "said", "the senate"),
    ],
)
def test_whom_a_sentence_names_apart_from_its_cue_is_told(text: str, cue: str, name: str) -> None:
    assert heard(text, ("Renn", cue, "it was over")) == [name]


@pytest.mark.parametrize(
    ("who", "name"), [("officials who spoke to the Courier", "Courier"), ("officials who spoke to Vale", "")]
)
def test_who_is_known_to_have_spoken_to_an_outlet_told_it(who: str, name: str) -> None:
    assert heard(f"It was over, said {who}.", (who, "said", "It was over")) == [name]


@pytest.mark.parametrize(
    ("cue", "after", "name"),
    [
        ("told", "Renn said it snowed.", "delegates"),
        ("told", "It hailed. It blew. Renn said it snowed.", ""),
        ("told", "Renn later said it snowed.", ""),
        ("warned", "Renn said it snowed.", ""),  # which may be said in writing
    ],
)
def test_who_speaks_to_many_goes_on_to_them(cue: str, after: str, name: str) -> None:
    text = f"Renn {cue} delegates it rained. {after}"
    said = (("Renn", cue, "it rained"), ("Renn", "later said" if "later" in after else "said", "it snowed"))
    assert heard(text, *said, told="delegates")[1] == name


def test_who_tells_many_what_to_do_may_say_more_to_others() -> None:
    text = "Renn told delegates to wait. Renn said it snowed."
    assert heard(text, ("Renn", "told", "to wait"), ("Renn", "said", "it snowed"), told="delegates")[1] == ""


def test_how_long_somebody_says_it_counts_for_nothing() -> None:
    text = "Renn told Vale it rained. “It snows. It hails. It blows,” he said."
    said = (("Renn", "told", "it rained"), ("he", "said", "It snows. It hails. It blows"))
    assert heard(text, *said, form="direct") == ["Vale", "Vale"]


@pytest.mark.parametrize(
    ("asks", "answers", "names"),
    [
        ("Asked by Vale why it rained", "Renn said it snowed", ["Renn", "Vale"]),
        ("Vale asked why it rained", "Renn replied it snowed", ["Renn", "Vale"]),
        ("Vale asked why it rained", "Renn said it snowed", ["", ""]),
    ],
)
def test_a_question_is_to_whoever_answers_it(asks: str, answers: str, names: list[str]) -> None:
    cue = "Asked" if asks.startswith("Asked") else "asked"
    text = f"{asks}, {answers}." if cue == "Asked" else f"{asks}. {answers}."
    replied = "replied" if "replied" in text else "said"
    assert heard(text, ("Vale", cue, "why it rained"), ("Renn", replied, "it snowed"))[0] == names[0]


@pytest.mark.parametrize(
    ("asked", "names"), [("Will you go?", ["Renn", "Vale", "Renn"]), ("It is late.", ["", "", ""])]
)
def test_two_who_are_quoted_in_turn_talk_to_each_other_where_one_asks(asked: str, names: list[str]) -> None:
    text = f"“{asked}” Vale began.\n\n“It is over,” Renn said.\n\n“So be it,” Vale said at last."
    said = (("Vale", "began", asked), ("Renn", "said", "It is over"), ("Vale", "said at last", "So be it"))
    assert heard(text, *said, form="direct") == names


@pytest.mark.parametrize(("before", "name"), [("Vale says it rained.", "Vale"), ("Is it late, Vale?", "")])
def test_an_answer_to_a_question_of_the_writer_is_not_to_whoever_spoke_before(before: str, name: str) -> None:
    said = [("Renn", "answers", "it snows")]
    if "says" in before:
        said.insert(0, ("Vale", "says", "it rained"))
    assert heard(f"{before} Renn answers it snows.", *said)[-1] == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Renn, reached on a ferry, was brief.", "The Lantern"),
        ("Renn read it to Vale over the phone.", ""),
        ("Vale, reached on a ferry, was brief.", ""),
        ("Renn, reached by divers, was cold.", ""),
        ("A verdict on Renn was reached late on Monday.", ""),
    ],
)
def test_who_was_reached_just_before_speaks_to_whoever_reports(before: str, name: str) -> None:
    assert heard(f"{before} Renn said it was over.", ("Renn", "said", "it was over")) == [name]


@pytest.mark.parametrize(
    ("text", "told", "name"),
    [
        ("Renn urged Vale to put it to delegates.", "delegates", "Vale"),
        ("Renn urged Vale to put it to delegates.", "Vale", "Vale"),
        ("Renn urged Vale and put it to delegates.", "delegates", "delegates"),
    ],
)
def test_who_is_asked_to_do_something_is_told_and_not_those_to_whom_it_is_done(text: str, told: str, name: str) -> None:
    assert heard(text, ("Renn", "urged", "put it to"), told=told) == [name]


@pytest.mark.parametrize(
    "sent", ["The letter to Vale", "The letter that reached Vale", "The letter which the port addressed to Vale"]
)
def test_what_stands_in_a_letter_is_told_to_whoever_got_it(sent: str) -> None:
    text = f"{sent} is long. In the letter, Renn writes it was over."
    assert heard(text, ("Renn", "writes", "it was over"), letter="the letter") == ["Vale"]


@pytest.mark.parametrize(("asker", "name"), [("", "The Lantern"), ("QUESTION: ", "")])
def test_a_transcript_with_one_name_is_a_talk_with_the_outlet(asker: str, name: str) -> None:
    text = f"{asker}Is it over?\n\nRenn: It is.\n\n{asker}Why?\n\nRenn: It rained.\n\nRenn: It snows."
    said = [("Renn", None, words) for words in ("It is.", "It rained.", "It snows.")]
    assert heard(text, *said, form="direct") == [name] * 3


@pytest.mark.parametrize(("told", "name"), [("the weekly", "Courier"), ("the weekly of", "")])
def test_an_outlet_is_told_under_its_name(told: str, name: str) -> None:
    text = f"Renn told {told} the Courier it was over."
    assert heard(text, ("Renn", "told", "it was over"), told="the weekly") in ([name], ["the weekly"])


@pytest.mark.parametrize(("wrote", "name"), [("wrote to Vale", "Vale"), ("wrote of Vale", "")])
def test_the_letter_is_that_to_whoever_was_written_to(wrote: str, name: str) -> None:
    text = f"Renn {wrote} last week. It is long. In the letter, Renn says it was over."
    assert heard(text, ("Renn", "says", "it was over"), letter="the letter") == [name]
