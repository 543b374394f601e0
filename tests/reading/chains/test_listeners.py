from __future__ import annotations

import pytest

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.actors import resolve
from reportedly.reading.chains.chains import find_statements
from reportedly.reading.layout.furniture import find_furniture
from reportedly.records import ActorKind, Article, Status
from tests.byhand import find

KINDS: dict[str, ActorKind] = {"Courier": "outlet", "officials": "group", "of them": "group"}


STATUSES: tuple[Status, Status] = ("made", "declined")


def listeners(text: str, *said: tuple[str, str | None, str]) -> list[str]:
    """Whom the source of each attribution told, by name; the outlet is the Lantern."""
    article = Article.of(text, outlet="The Lantern")
    furniture = find_furniture(article)
    attributions = [
        Attribution(
            source=find(article, source), cue=find(article, cue) if cue else None, content=(find(article, content),),
            form="indirect",
        )
        for source, cue, content in said
    ]  # fmt: skip
    names = [name for name in ("Renn", "Vale", "the Courier", "the Lantern") if name in text]
    spans = {find(article, name) for name in names} | {a.source for a in attributions if a.source}
    mentions = [
        Mention(span=span, kind=next((kind for word, kind in KINDS.items() if span.text.endswith(word)), "person"))
        for span in spans
    ]
    cast = resolve(article, attributions, mentions)
    statements = find_statements(furniture, attributions, mentions, cast)
    return [
        "; ".join(cast.actor(id).name or cast.actor(id).roles[0] for id in s.chain.speaker.addressees)
        for s in statements
    ]


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        ("Renn told Vale it was over.", "told", "Vale"),
        ("Renn has assured Vale it was over.", "has assured", "Vale"),
        ("Renn told the newspaper the Courier it was over.", "told", "Courier"),
        ("Renn told a Lisk paper, the Courier, it was over.", "told", ""),
        ("Renn said to Vale it was over.", "said", "Vale"),
        ("Renn told us it was over.", "told", "The Lantern"),
        ("So it was over, Renn told Vale at last.", "told", "Vale"),
        ("Renn told this correspondent it was over.", "told", "The Lantern"),
        ("Renn tells me it was over.", "tells", "The Lantern"),
        ("Renn recalled to this medium it was over.", "recalled", "The Lantern"),
        ("It was over, said Renn, the captain, to the agency the Courier. Well, it was over.", "said", "Courier"),
        ("It was over, said Renn, the captain, to cheers from Vale. Well, it was over.", "said", ""),
        ("Renn urged Vale to say it was over.", "urged", "Vale"),
        ("Renn called on Vale to say it was over.", "called", "Vale"),
        ("Renn would urge Vale to say it was over.", "would", "Vale"),
        ("Renn is said to have told Vale it was over.", "is said", "Vale"),
        ("Renn would be the Vale of whom it was over.", "would", ""),
        ("Renn demanded that Vale say it was over.", "demanded", ""),
        ("Renn warned that Vale would say it was over.", "warned", ""),
        ("Renn let Vale know it was over.", "let", "Vale"),
        ("Renn let Vale say it was over.", "let", ""),
        ("Renn offered Vale peace if it was over.", "offered", "Vale"),
        ("Renn whispered to the Courier it was over.", "whispered", "Courier"),
        ("Renn whispered to Vale it was over.", "whispered", "Vale"),
        ("Renn listened to Vale say it was over.", "listened", ""),
        ("Renn related to the Courier that it was over.", "related to", "Courier"),
        ("Renn denied to Vale that it was over.", "denied", "Vale"),
        ("Renn replied to the Courier that it was over.", "replied", "Courier"),
        ("Renn responded to the Courier that it was over.", "responded", ""),
        ("Renn said so to Vale: it was over.", "said", "Vale"),
        ("Renn, who spoke on Monday to the Courier, said it was over.", "said", "Courier"),
        ("Renn, who spoke of the Courier, said it was over.", "said", ""),
        ("In an interview with the weekly the Courier, Renn said it was over.", "said", "Courier"),
        ("Renn said on Monday in an interview with the Courier it was over.", "said", "Courier"),
        ("“it was over,” Renn said in brief remarks to the Courier.", "said", "Courier"),
        ("Vale said in a letter to the Courier that he knew before Renn thought it was over.", "thought", ""),
        ("Renn thinks Vale is right that it was over.", "thinks", ""),
        ("Renn told nobody near Vale it was over.", "told", ""),
        ("Renn told reporters in Elm it was over.", "told", "reporters"),
        ("Renn told a hasty briefing it was over.", "told", "reporters"),
        ("At a joint press conference in Elm Renn said it was over.", "said", "reporters"),
        ("Vale spoke to reporters after Renn said it was over.", "said", ""),
        ("Speaking to reporters in Elm, Renn said it was over.", "said", "reporters"),
        ("In a letter of 2 May to Vale, Renn said it was over.", "said", "Vale"),
        ("The sea was calm. In a letter of 2 May to Vale, Renn said it was over.", "said", "Vale"),
        ("During a call with Vale on Monday Renn said it was over.", "said", "Vale"),
        ("Before a meeting with Vale Renn said it was over.", "said", ""),
        ("In a 40-minute speech to Vale, Renn said it was over.", "said", "Vale"),
        ("Speaking to Vale on Tuesday, Renn said it was over.", "said", "Vale"),
        ("At a crowded news conference in Elm Renn said it was over.", "said", "reporters"),
        ("In a speech to honour Vale, Renn said it was over.", "said", ""),
    ],
)
def test_whoever_stands_behind_a_cue_of_telling_is_told(text: str, cue: str, name: str) -> None:
    assert listeners(text, ("Renn", cue, "it was over")) == [name]


def test_whoever_was_interviewed_for_a_document_was_not_told() -> None:
    source = "documents seen by the Courier and interviews with Vale"
    assert listeners(f"It was over, according to {source}. It rained.", (source, "according to", "It was over")) == [""]


@pytest.mark.parametrize(
    ("who", "told", "name"),
    [
        ("Renn", "reporters", "reporters"),
        ("Renn", "the Lantern", "The Lantern"),
        ("Two officials", "the Courier", "Courier"),
        ("Renn", "the Courier", ""),  # a named speaker says other things elsewhere
    ],
)
def test_who_speaks_in_public_speaks_so_in_the_whole_article(who: str, told: str, name: str) -> None:
    text = f"{who} said why. It rained. It snowed. {who} told {told} it was over. It hailed. It blew."
    assert listeners(text, (who, "said", "why"), (who, "told", "it was over"))[0] == name


@pytest.mark.parametrize(("other", "name"), [("told the Courier", "Courier"), ("told Vale", "The Lantern")])
def test_an_interview_is_that_of_the_outlet_that_was_told(other: str, name: str) -> None:
    text = f"Renn said why in an interview published on Monday. It rained. Renn {other} it was over."
    assert listeners(text, ("Renn", "said", "why"), ("Renn", "told", "it was over"))[0] == name


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Renn said why last month. It rained. It snowed.", "said"),
        ("In 2011, Renn said why. It rained. It snowed.", "said"),
        ("Renn has often said why. It rained. It snowed.", "has often said"),
    ],
)
def test_what_was_said_at_another_time_was_said_to_others(text: str, cue: str) -> None:
    whole = f"{text} Renn told reporters it was over."
    assert listeners(whole, ("Renn", cue, "why"), ("Renn", "told", "it was over")) == ["", "reporters"]


def test_who_is_told_the_whole_is_not_told_what_is_told_in_it() -> None:
    text = "“Vale explained why it was over and we listened,” Renn told reporters."
    article = Article.of(text, outlet="The Lantern")
    whole = Attribution(
        source=find(article, "Renn"), cue=find(article, "told"), form="direct",
        content=(find(article, "Vale explained why it was over and we listened"),),
    )  # fmt: skip
    inner = Attribution(
        source=find(article, "Vale"), cue=find(article, "explained"), content=(find(article, "why it was over"),),
        form="indirect", within=0,
    )  # fmt: skip
    mentions = [Mention(span=find(article, name), kind="person") for name in ("Renn", "Vale")]
    cast = resolve(article, [whole, inner], mentions)
    outer, nested = find_statements(find_furniture(article), [whole, inner], mentions, cast)
    assert (len(outer.chain.speaker.addressees), nested.chain.speaker.addressees) == (1, ())


def test_who_is_thanked_is_told_nothing_else() -> None:
    text = "Renn thanked Vale for his work. Renn said it was over."
    assert listeners(text, ("Renn", "thanked", "his work"), ("Renn", "said", "it was over"))[1] == ""


def test_reporters_are_called_so_wherever_they_are_told() -> None:
    article = Article.of("At a news conference Renn told journalists it was over.", outlet="The Lantern")
    said = Attribution(
        source=find(article, "Renn"), cue=find(article, "told"), content=(find(article, "it was over"),),
        addressees=(find(article, "journalists"),), form="indirect",
    )  # fmt: skip
    cast = resolve(article, [said], [Mention(span=find(article, "Renn"), kind="person")])
    told = cast.of(find(article, "journalists"))
    assert told is not None
    assert cast.actor(told).descriptions[0] == "journalists"


def test_a_document_is_told_to_whom_it_was_sent() -> None:
    text = "The letter to Vale was short. It rained. The letter said it was over."
    assert listeners(text, ("The letter", "said", "it was over")) == ["Vale"]


def test_nobody_tells_himself() -> None:
    article = Article.of("Renn told Renn it was over.", outlet="The Lantern")
    told = find(article, "Renn", nth=2)
    said = Attribution(
        source=find(article, "Renn"), cue=find(article, "told"), content=(find(article, "it was over"),),
        addressees=(told,), form="indirect",
    )  # fmt: skip
    mentions = [Mention(span=find(article, "Renn"), kind="person"), Mention(span=told, kind="person")]
    cast = resolve(article, [said], mentions)
    (statement,) = find_statements(find_furniture(article), [said], mentions, cast)
    assert statement.chain.speaker.addressees == ()


def test_unnamed_people_still_speak_to_the_outlet_that_found_them() -> None:
    text = "Two officials told the Lantern it was over. It rained. It snowed. Both of them said why."
    said = (("Two officials", "told", "it was over"), ("Both of them", "said", "why"))
    assert listeners(text, *said) == ["The Lantern", "The Lantern"]


@pytest.mark.parametrize(
    ("next_", "who", "name"),
    [
        (". ", "She", "Vale"),
        (" and ", "she", "Vale"),
        (" but ", "Renn", "Vale"),
        (". ", "Renn", ""),  # named anew, and maybe asked by others
        (". It rained. It snowed. ", "She", ""),
    ],
)
def test_a_speaker_goes_on_to_the_same_listener(next_: str, who: str, name: str) -> None:
    text = f"Mrs Renn told Vale it was over{next_}{who} gave no reason."
    article = Article.of(text, outlet="The Lantern")
    spans = [find(article, "Mrs Renn"), find(article, who, nth=2 if who == "Renn" else 1)]
    attributions = [
        Attribution(source=spans[0], cue=find(article, "told"), content=(find(article, "it was over"),), form="direct"),
        Attribution(source=spans[1], cue=find(article, "gave"), content=(find(article, "no reason"),), form="direct"),
    ]
    mentions = [Mention(span=span, kind="person") for span in (*spans, find(article, "Vale"))]
    cast = resolve(article, attributions, mentions)
    _, last = find_statements(find_furniture(article), attributions, mentions, cast)
    assert [cast.actor(id).name for id in last.chain.speaker.addressees] == ([name] if name else [])


def test_the_two_of_a_transcript_talk_to_each_other() -> None:
    text = "Renn: Is it over?\n\nVale: It is."
    assert listeners(text, ("Renn", None, "Is it over?"), ("Vale", None, "It is.")) == ["Vale", "Renn"]


def test_a_guest_answers_the_outlet_that_asks() -> None:
    article = Article.of("We met Renn. Is it over? It is.", outlet="The Lantern")
    renn = find(article, "Renn")
    said = Attribution(source=renn, cue=None, content=(find(article, "It is."),), form="direct", to_outlet=True)
    mentions = [Mention(span=renn, kind="person")]
    cast = resolve(article, [said], mentions)
    (statement,) = find_statements(find_furniture(article), [said], mentions, cast)
    assert [cast.actor(id).name for id in statement.chain.speaker.addressees] == ["The Lantern"]


@pytest.mark.parametrize(("cue", "status"), [("declined to say", "declined"), ("said", "made")])
def test_the_outlet_that_has_the_words_is_told_them_only_where_the_text_says_so(cue: str, status: Status) -> None:
    article = Article.of(f"Renn {cue} why.", outlet="The Lantern")
    renn = find(article, "Renn")
    said = Attribution(
        source=renn, cue=find(article, cue), content=(find(article, "why"),), form="indirect", status=status
    )
    mentions = [Mention(span=renn, kind="person")]
    cast = resolve(article, [said], mentions)
    (statement,) = find_statements(find_furniture(article), [said], mentions, cast)
    assert statement.chain.speaker.addressees == ()


def test_who_asks_somebody_for_something_goes_on_to_others() -> None:
    text = "Renn has asked Vale for boats. She said it was over."
    assert listeners(text, ("Renn", "has asked", "for boats"), ("She", "said", "it was over")) == ["Vale", ""]


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        ("Renn, asked on Monday by the Courier, said it was over.", "said", "Courier"),
        ("Renn said it was over when the Courier rang him.", "said", "Courier"),
        ("Renn said it was over when the Courier was sold.", "said", ""),
        ("To the Courier's questions Renn said it was over.", "said", "Courier"),
        ("In reply to questions from the Courier, Renn said it was over.", "said", "Courier"),
        ("Renn said it was over and did not answer our questions.", "said", "The Lantern"),
        ("Renn, reached by us, said it was over.", "said", "The Lantern"),
        ("Renn, whom we met at the gate, said it was over.", "said", "The Lantern"),
        ("Renn, who wrote to me on Monday, said it was over.", "said", "The Lantern"),
        ("Renn said before our cameras it was over.", "said", "The Lantern"),
        ("I hear from Renn it was over.", "hear from", "The Lantern"),
        ("“I asked him,” and Renn said it was over.", "said", ""),
        ("Why, we asked, had Renn said it was over.", "said", ""),
        ("We rang the mayor. Renn said it was over.", "said", ""),
        ("Renn did not answer our questions.", "did not answer", "The Lantern"),
        ("Renn said by telephone it was over.", "said", "The Lantern"),
        ("In a brief interview on Friday Renn said it was over.", "said", "The Lantern"),
        ("Renn, reached at home: it was over.", None, "The Lantern"),
        ("Renn spoke to him at length by telephone and said it was over.", "said", ""),
        ("Renn said by telephone to them it was over.", "said", ""),
        ("Renn said it was over, as Vale confirmed by telephone.", "said", ""),
    ],
)
def test_the_outlet_that_asked_or_heard_it_by_telephone_is_told(text: str, cue: str | None, name: str) -> None:
    others = [("Vale", "confirmed", "it")] if "confirmed" in text else []
    content = "it was over" if "it was over" in text else "our questions"
    assert listeners(text, ("Renn", cue, content), *others)[0] == name


@pytest.mark.parametrize(
    ("before", "name"),
    [("We rang Mrs Renn.", "The Lantern"), ("Mrs Renn is at home.", ""), ("“We rang Mrs Renn.”", "")],
)
def test_whoever_was_asked_in_the_sentence_before_tells_the_outlet(before: str, name: str) -> None:
    text = f"{before} She said it was over."
    assert listeners(text, ("She", "said", "it was over")) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two officials, speaking on condition of anonymity, said it was over.", "The Lantern"),
        ("Now it was over, said two officials who asked not to be named.", "The Lantern"),
        ("According to the Courier, two officials said on condition of anonymity it was over.", "Courier"),
        ("Renn said it was over on condition that he went.", ""),
        ("Two officials said it was over on Monday.", ""),
    ],
)
def test_who_will_not_be_named_asks_that_of_the_outlet_that_reports_it(text: str, name: str) -> None:
    source = next(words for words in ("Two officials", "two officials", "Renn") if words in text)
    assert listeners(text, (source, "said", "it was over")) == [name]


def test_who_did_not_answer_is_not_taken_to_speak_to_that_outlet_elsewhere() -> None:
    text = "Renn said it was over. It rained. Renn did not answer our questions."
    article = Article.of(text, outlet="The Lantern")
    places = [find(article, "Renn"), find(article, "Renn", nth=2)]
    said = [
        Attribution(
            source=place, cue=find(article, cue), content=(find(article, content),), form="indirect", status=status
        )
        for place, cue, content, status in zip(
            places, ("said", "did not answer"), ("it was over", "our questions"), STATUSES, strict=True
        )
    ]
    mentions = [Mention(span=place, kind="person") for place in places]
    cast = resolve(article, said, mentions)
    told = [s.chain.speaker.addressees for s in find_statements(find_furniture(article), said, mentions, cast)]
    assert told == [(), (cast.outlet,)]


def test_what_the_report_of_another_outlet_has_by_telephone_is_told_that_one() -> None:
    text = "According to the Courier, Renn said by telephone it was over."
    assert listeners(text, ("Renn", "said", "it was over")) == ["Courier"]


def quoted(text: str, *said: tuple[str, str, str]) -> list[str]:
    """Whom the sources of what the first attribution quotes told, by name."""
    article = Article.of(text, outlet="The Lantern")
    attributions = [
        Attribution(
            source=find(article, source), cue=find(article, cue), content=(find(article, content),),
            form="indirect" if number else "direct", within=0 if number else None,
        )
        for number, (source, cue, content) in enumerate(said)
    ]  # fmt: skip
    mentions = [Mention(span=find(article, name), kind="person") for name in ("Renn", "Vale")]
    cast = resolve(article, attributions, mentions)
    statements = find_statements(find_furniture(article), attributions, mentions, cast)
    return ["; ".join(cast.actor(id).name or "" for id in s.chain.speaker.addressees) for s in statements[1:]]


def test_who_tells_me_in_a_quotation_tells_its_speaker() -> None:
    text = "“Vale told me it was over,” said Renn."
    assert quoted(text, ("Renn", "said", "Vale told me it was over"), ("Vale", "told", "it was over")) == ["Renn"]


@pytest.mark.parametrize(("cue", "name"), [("said", "Renn"), ("thought", "")])
def test_who_was_told_something_answers_whoever_told_it(cue: str, name: str) -> None:
    text = f"“I told Vale it was over. He {cue} it was not,” added Renn."
    content = text[1 : text.index(",”")]
    told = quoted(text, ("Renn", "added", content), ("I", "told", "it was over"), ("He", cue, "it was not"))
    assert told == ["Vale", name]


@pytest.mark.parametrize(("cue", "name"), [("replied", "Renn"), ("said", "")])
def test_a_reply_is_to_whoever_spoke_last_to_its_speaker(cue: str, name: str) -> None:
    text = f"Renn told Vale it was over. Vale {cue} it was not."
    assert listeners(text, ("Renn", "told", "it was over"), ("Vale", cue, "it was not")) == ["Vale", name]


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        ("Vale says it rained. Renn replied that it snowed.", "replied", "Vale"),
        ("Vale says it rained. Renn shot back that it snowed.", "shot back", "Vale"),
        ("Vale says it rained. Renn noted that it snowed.", "noted", ""),
        ("Vale says it rained. Asked why, Renn replied that it snowed.", "replied", ""),
        ("Vale says it rained. Renn replied to questions that it snowed.", "replied", ""),
        ("Vale says it rained. Renn is said to have replied that it snowed.", "replied", ""),
        ("Vale says it rained. It was late. It was dark. Renn replied that it snowed.", "replied", ""),
    ],
)
def test_a_reply_is_to_whoever_spoke_just_before(text: str, cue: str, name: str) -> None:
    assert listeners(text, ("Vale", "says", "it rained"), ("Renn", cue, "it snowed")) == ["", name]


def test_a_reply_is_to_whom_others_quote_and_not_to_them() -> None:
    text = "Vale asked why, two officials said. Renn replied that it snowed."
    article = Article.of(text, outlet="The Lantern")
    places = [find(article, name) for name in ("two officials", "Vale", "Renn")]
    attributions = [
        Attribution(
            source=source, cue=find(article, cue), content=(find(article, content),), form="indirect", within=within
        )
        for source, cue, content, within in zip(
            places, ("said", "asked", "replied"), ("Vale asked why", "why", "it snowed"), (None, 0, None), strict=True
        )
    ]
    mentions = [Mention(span=place, kind="group" if number == 0 else "person") for number, place in enumerate(places)]
    cast = resolve(article, attributions, mentions)
    last = find_statements(find_furniture(article), attributions, mentions, cast)[-1]
    assert [cast.actor(id).name for id in last.chain.speaker.addressees] == ["Vale"]


def test_a_reply_is_to_whoever_spoke_as_directly_as_who_replies() -> None:
    text = "Dahl says Vale thinks it rained. Renn replied that it snowed."
    article = Article.of(text, outlet="The Lantern")
    told = (("Dahl", "says", "Vale thinks it rained", None), ("Vale", "thinks", "it rained", 0))
    attributions = [
        Attribution(
            source=find(article, source), cue=find(article, cue), content=(find(article, content),), form="indirect",
            within=within,
        )
        for source, cue, content, within in (*told, ("Renn", "replied", "it snowed", None))
    ]  # fmt: skip
    mentions = [Mention(span=a.source, kind="person") for a in attributions if a.source]
    cast = resolve(article, attributions, mentions)
    last = find_statements(find_furniture(article), attributions, mentions, cast)[-1]
    assert [cast.actor(id).name for id in last.chain.speaker.addressees] == ["Dahl"]


@pytest.mark.parametrize(
    ("who", "asked", "name"),
    [
        ("Two officials", "All requested anonymity to talk of it.", "The Lantern"),
        ("Two officials", "Both were granted anonymity by the paper.", "The Lantern"),
        ("Two officials", "They would not give their names.", ""),  # nobody is found under "they" here
        ("Two officials", "“Both insisted on anonymity.”", ""),
        ("Two officials", "Vale granted anonymity to all.", ""),
        ("Renn", "Both were granted anonymity by the paper.", ""),  # who has a name
    ],
)
def test_who_is_left_unnamed_told_whoever_reports_all_that_they_say(who: str, asked: str, name: str) -> None:
    text = f"{who} said it was over. {asked} It rained. It snowed. {who} said why."
    assert listeners(text, (who, "said", "it was over"), (who, "said", "why")) == [name] * 2


def test_who_says_that_another_is_not_named_may_have_told_anybody() -> None:
    text = "Two officials said the boy would not be named. It rained. It snowed. Two officials said why."
    told = ("Two officials", "said", "the boy would not be named"), ("Two officials", "said", "why")
    assert listeners(text, *told) == ["", ""]


def test_who_asks_for_no_name_has_told_whoever_reports() -> None:
    text = "Two officials said it was over. It rained. One of them asked not to be named. It snowed."
    found = listeners(text, ("Two officials", "said", "it was over"), ("One of them", "asked", "not to be named"))
    assert found == ["The Lantern"] * 2
