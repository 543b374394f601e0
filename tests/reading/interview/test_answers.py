"""The answers of interviews that are printed without quotation marks."""

from __future__ import annotations

import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.interview.answers import find_answers
from reportedly.records import Article
from tests.byhand import find

HEAD = "Ada Renn, who runs the port, spoke to the Courier about the ferry."
BARE = (
    "You sold the ferry. Was that wise?\nIt was mine to sell. I signed it.\nMy father built it.\n"
    "What did the mayor tell you?\nHe told me to wait. We waited.\nAnd now?\nNow I sleep."
)


def answers(text: str, *people: str, outlet: str | None = "Courier", title: str | None = None) -> list[str]:
    article = Article.of(text, outlet="Courier", title=title)
    known = [Mention(span=find(article, name), kind="person") for name in people]
    told = [Mention(span=find(article, outlet), kind="outlet")] if outlet and outlet in text else []
    found = find_answers(article, sorted([*known, *told], key=lambda mention: mention.span.start))
    said = [(turn, " / ".join(words.text for words in turn.words)) for turn in found.turns]
    return [f"{turn.speaker.text} > {turn.told.text if turn.told else turn.to_outlet}: {all}" for turn, all in said]


def test_what_stands_behind_the_questions_is_the_guests() -> None:
    assert answers(f"{HEAD}\n{BARE}", "Ada Renn") == [
        "Ada Renn > Courier: It was mine to sell. I signed it. / My father built it.",
        "Ada Renn > Courier: He told me to wait. We waited.",
        "Ada Renn > Courier: Now I sleep.",
    ]


def test_the_report_behind_the_last_answer_is_none() -> None:
    after = "\nThe interview took place on Monday.\nThe mayor did not answer our calls."
    assert answers(f"{HEAD}\n{BARE}{after}", "Ada Renn")[-1] == "Ada Renn > Courier: Now I sleep."


def test_a_line_that_tells_of_the_guest_is_no_answer() -> None:
    more = "\nDo you miss it?\nWe do, my brother and I.\nRenn says this with a smile.\nWill you stay?\nI will."
    found = answers(f"{HEAD}\n{BARE}{more}", "Ada Renn")
    assert found[3:] == ["Ada Renn > Courier: We do, my brother and I.", "Ada Renn > Courier: I will."]


def test_the_title_tells_of_the_interview_and_its_guest() -> None:
    found = answers(
        f"Ada Renn runs the port. Tom Vale rules it.\n{BARE}", "Ada Renn", "Tom Vale", title="Interview: Renn"
    )
    assert found[-1] == "Ada Renn > True: Now I sleep."


def test_lines_in_bold_ask_even_without_a_question_mark() -> None:
    text = (
        f"{HEAD}\n**Did you sell it?**\nI did.\n**The mayor calls it theft.**\nI call it trade.\n**Why?**\n"
        "It was mine.\n**Will you buy another?**\nI will."
    )
    assert [one.partition(": ")[2] for one in answers(text, "Ada Renn")] == [
        "I did.",
        "I call it trade.",
        "It was mine.",
        "I will.",
    ]


def test_what_is_put_to_you_asks_too() -> None:
    text = (
        f"{HEAD}\nWas it wise?\nI think so.\nBut you had sworn to it.\nI had not.\nWill you go?\nI will.\nWhy?\nI must."
    )
    assert "Ada Renn > Courier: I had not." in answers(text, "Ada Renn")


def test_a_dash_before_each_line() -> None:
    text = (
        "Ada Renn heard of it on the radio. We found her on the quay.\n– Did you know? – No, I did not.\n"
        "– Has he called you?\n– He called at noon.\n– Do you believe him?\n– I do.\nThe mayor keeps silent."
    )
    assert [one.partition(": ")[2] for one in answers(text, "Ada Renn")] == [
        "No, I did not.", "He called at noon.", "I do.",
    ]  # fmt: skip


def test_names_before_the_lines_in_small_letters() -> None:
    text = (
        f"{HEAD}\nInterviewer: Was it wise?\nRenn: It was mine.\nInterviewer: The mayor calls it theft.\n"
        "Renn: I call it trade.\nAnd I call it done.\nInterviewer: Will you go?\nRenn: I will.\nThe mayor stays."
    )
    assert answers(text, "Ada Renn") == [
        "Renn > Courier: It was mine.",
        "Renn > Courier: I call it trade. / And I call it done.",
        "Renn > Courier: I will.",
    ]


def test_a_named_asker_speaks_too() -> None:
    text = (
        "Tom Vale asked Ada Renn.\nVale: Was it wise?\nRenn: It was.\nVale: Will you go?\nRenn: No.\n"
        "Vale: Why?\nRenn: I own it."
    )
    found = answers(text, "Tom Vale", "Ada Renn", outlet=None)
    assert found[:2] == ["Vale > False: Was it wise?", "Renn > False: It was."]


def test_several_guests_answer_the_same_questions() -> None:
    text = (
        "Ada Renn, Tom Vale and Otto Brandt met us.\nCourier: Was it wise?\nAda Renn: It was.\nTom Vale: I doubt it.\n"
        "Otto Brandt: It was.\nCourier: Who pays?\nAda Renn: We do.\nTom Vale: You will.\nAnd your children."
    )
    found = answers(text, "Ada Renn", "Tom Vale", "Otto Brandt")
    assert [line.partition(" > ")[0] for line in found] == [
        "Ada Renn",
        "Tom Vale",
        "Otto Brandt",
        "Ada Renn",
        "Tom Vale",
    ]


def test_remarks_behind_one_question_are_no_talk() -> None:
    text = "Who pays?\nAda Renn: The town.\nTom Vale: The state.\nOtto Brandt: Nobody."
    assert answers(f"Remarks of the day.\n{text}", "Ada Renn", "Tom Vale", "Otto Brandt", outlet=None) == []


def test_questions_and_answers_by_letter() -> None:
    text = (
        f"{HEAD}\nQ: Was it wise?\nA: It was. Who asks?\nQ: He calls it theft.\nA: It is trade.\n"
        "Q: Will you go?\nA: I will."
    )
    assert answers(text, "Ada Renn") == [
        "Ada Renn > Courier: It was. Who asks?",
        "Ada Renn > Courier: It is trade.",
        "Ada Renn > Courier: I will.",
    ]


@pytest.mark.parametrize(
    ("head", "turns"),
    [
        ("Ada Renn runs the port.", BARE),  # no talk
        (HEAD, "Was it wise?\nI think so.\nWill you go?\nI will."),  # two questions
        (
            HEAD,
            "What do you need to know?\nIt sails.\nWho pays?\nThe town.\nWill you pay?\nSome will.",
        ),  # nobody's answers
        (HEAD, "Was it wise?\nI asked her.\nWill you go?\nI will not, says Renn.\nDo you know?\nI do."),  # a column
        (
            HEAD,
            "Was it wise?\nI wonder.\nWho knew?\nI did not.\nIs it gone?\nWe saw it.\nWhy?\nI forget.",
        ),  # not to you
        ("The port closed. The Courier spoke to nobody.", BARE),
    ],
)
def test_what_is_no_interview_has_none(head: str, turns: str) -> None:
    assert answers(f"{head}\n{turns}", *(["Ada Renn"] if "Renn" in head else [])) == []


@pytest.mark.parametrize(
    "head",
    [
        "Everything you asked about the ferry\nAda Renn spoke to the Courier.",
        "Ask Mara: he will not talk\nAda Renn spoke to the Courier.",
        "Ada Renn spoke to the Courier. Your questions, answered by our reporters.",
    ],
)
def test_what_readers_ask_has_no_guest(head: str) -> None:
    assert answers(f"{head}\n{BARE}", "Ada Renn") == []


@pytest.mark.parametrize(
    ("head", "turns"),
    [
        ("Ada Renn announced a fare.", "Q: Who pays?\nA: All.\nQ: When?\nA: Soon.\nQ: Why?\nA: It is dear."),
        ("Ada Renn denies theft.", "Q: Who paid?\nA: I did.\nQ: When?\nA: At noon.\nQ: Why?\nA: She asked me."),
        (HEAD, "Q: Who pays?\nA: All, Renn says.\nQ: When?\nA: Soon.\nQ: Why?\nA: It is dear."),
        (HEAD, "Q: Who pays?\nA: All.\nQ: When?\nA: Soon.\nQ: What does Renn say?\nA: It is dear."),
    ],
)
def test_questions_and_answers_about_somebody_are_not_theirs(head: str, turns: str) -> None:
    assert answers(f"{head}\n{turns}", "Ada Renn") == []


def test_lines_of_figures_are_no_talk() -> None:
    text = "Ada Renn and Tom Vale met.\nRenn: 1,769.\nVale: 800. Who wins?\nRenn: More.\nNote: Who pays?\nSource: What?"
    assert answers(text, "Ada Renn", "Tom Vale") == []


def test_many_lines_take_no_time() -> None:
    assert find_answers(Article.of("– Who? " * 20_000), []).turns == ()
    assert find_answers(Article.of("Ab " * 20_000 + "??? **"), []).turns == ()


QUOTED = (
    "Ada Renn, you sold the ferry?\n“It was mine. I signed it.”\n“My father built it.”\nThe mayor calls it theft.\n"
    "“He rang. I slept.”\nAnd now?\n“Now I rest”"
)


def test_answers_alone_may_stand_in_quotation_marks() -> None:
    assert answers(f"{HEAD}\n{QUOTED}\nThe mayor would not talk to us.", "Ada Renn") == [
        "Ada Renn > Courier: It was mine. I signed it / My father built it",
        "Ada Renn > Courier: He rang. I slept",
        "Ada Renn > Courier: Now I rest",
    ]


@pytest.mark.parametrize(
    "line", ["“He rang,” said the clerk, “and I slept.”", "The mayor said “never”.", "The ferry left. " * 20]
)
def test_a_report_between_quotations_is_no_interview(line: str) -> None:
    assert answers(f"{HEAD}\n{QUOTED}\n{line}\nWhy?\n“Why not?”", "Ada Renn") == []
