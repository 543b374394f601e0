from reportedly.reading.scoring.attributions import Found, find_attributions
from reportedly.reading.scoring.settings import Settings
from reportedly.reading.scoring.tagged import find_tags
from reportedly.records import Article
from tests.reading.scored import Marked, no_distance, pieces_of, scores_of


def found_in(text: str, *marked: Marked, kinds: dict[str, str] | None = None) -> Found:
    pieces = pieces_of(text)
    sections = [(Article.of(text), pieces, scores_of(text, pieces, marked, kinds))]
    return find_attributions(find_tags(sections, no_distance(), Settings())[0])


def test_source_cue_and_content_are_joined() -> None:
    text = "The mayor said the bridge would close."
    marked = Marked({"source": ["The mayor"], "cue": ["said"], "content": ["the bridge would close"]})
    (a,) = found_in(text, marked).attributions
    assert a.source
    assert a.cue
    assert (a.source.text, a.cue.text, [c.text for c in a.content]) == ("The mayor", "said", ["the bridge would close"])
    assert (a.form, a.within) == ("indirect", None)


def test_a_source_that_is_part_of_the_name_of_an_outlet_is_the_outlet() -> None:
    text = "The bridge would close, the Las Plumas Sun said."
    marked = Marked({"source": ["Las Plumas"], "cue": ["said"], "content": ["The bridge would close"]})
    (a,) = found_in(text, marked, kinds={"Las Plumas Sun": "outlet"}).attributions
    assert a.source
    assert a.source.text == "Las Plumas Sun"


def test_a_quotation_interrupted_by_its_cue_is_one_attribution_without_its_marks() -> None:
    text = "“We will go,” Ann Lee said, “and we will not wait.”"
    marked = Marked({"source": ["Ann Lee"], "cue": ["said"], "content": ["“We will go,”", "“and we will not wait.”"]})
    (a,) = found_in(text, marked).attributions
    assert [c.text for c in a.content] == ["We will go", "and we will not wait."]
    assert a.form == "direct"


def test_marks_inside_a_content_stay() -> None:
    text = "Lee called the plan “a joke” and “a waste”."
    marked = Marked({"source": ["Lee"], "cue": ["called"], "content": ["the plan “a joke” and “a waste”"]})
    (a,) = found_in(text, marked).attributions
    assert [c.text for c in a.content] == ["the plan “a joke” and “a waste”"]
    assert a.form == "mixed"


def test_a_that_before_the_content_is_none_of_its_pieces() -> None:
    text = "Lee said that, on Monday, it would rain."
    marked = Marked({"source": ["Lee"], "cue": ["said"], "content": ["that", "it would rain"]})
    (a,) = found_in(text, marked).attributions
    assert [c.text for c in a.content] == ["it would rain"]


def test_an_attribution_inside_a_content_points_to_it() -> None:
    text = "Officials said Lee will argue that the deal is unfair."
    outer = Marked({"source": ["Officials"], "cue": ["said"], "content": ["Lee will argue that the deal is unfair"]})
    inner = Marked({"source": ["Lee"], "cue": ["will argue"], "content": ["that the deal is unfair"]}, nested=True)
    first, second = found_in(text, outer, inner).attributions
    assert first.within is None
    assert second.within == 0
    assert second.source
    assert second.source.text == "Lee"


def test_a_nested_attribution_that_nobody_else_tells_is_an_outer_one() -> None:
    text = "Lee will argue that the deal is unfair. It rained."
    inner = Marked({"source": ["Lee"], "cue": ["will argue"], "content": ["that the deal is unfair"]}, nested=True)
    (a,) = found_in(text, inner).attributions
    assert (a.within, [c.text for c in a.content]) == (None, ["that the deal is unfair"])


def test_a_nested_attribution_beside_an_outer_one_that_does_not_hold_it_is_dropped() -> None:
    text = "Lee will argue that the deal is unfair, officials said it rained."
    outer = Marked({"source": ["officials"], "cue": ["said"], "content": ["it rained"]})
    inner = Marked({"source": ["Lee"], "cue": ["will argue"], "content": ["that the deal is unfair"]}, nested=True)
    (a,) = found_in(text, outer, inner).attributions
    assert a.cue
    assert a.cue.text == "said"


def test_a_floating_quotation_needs_no_cue() -> None:
    text = "Ann Lee shook her head. “We were never asked about it.”"
    marked = Marked({"source": ["Ann Lee"], "content": ["“We were never asked about it.”"]})
    (a,) = found_in(text, marked).attributions
    assert a.cue is None
    assert a.source
    assert a.source.text == "Ann Lee"
    assert [c.text for c in a.content] == ["We were never asked about it."]


def test_words_without_marks_and_without_a_cue_are_nobodys() -> None:
    text = "Ann Lee shook her head. They were never asked about it."
    marked = Marked({"source": ["Ann Lee"], "content": ["They were never asked about it"]})
    assert found_in(text, marked).attributions == ()


def test_addressees_and_relays_are_widened_to_their_mentions() -> None:
    text = "Lee told the finance minister the bank is sound, according to the Daily Post."
    marked = Marked(
        {
            "source": ["Lee"], "cue": ["told"], "content": ["the bank is sound"],
            "addressee": ["minister"], "relay": ["Daily"],
        }
    )  # fmt: skip
    found = found_in(text, marked, kinds={"the finance minister": "person", "the Daily Post": "outlet"})
    (a,) = found.attributions
    assert [s.text for s in a.addressees] == ["the finance minister"]
    assert [r.mention.text for r in a.relays] == ["the Daily Post"]
    assert [(m.span.text, m.kind) for m in found.mentions] == [
        ("the finance minister", "person"),
        ("the Daily Post", "outlet"),
    ]


def test_each_content_goes_to_the_cue_that_claims_it() -> None:
    text = "Lee said it rains. Kim claims it snows."
    lee = Marked({"source": ["Lee"], "cue": ["said"], "content": ["it rains"]})
    kim = Marked({"source": ["Kim"], "cue": ["claims"], "content": ["it snows"]})
    attributions = found_in(text, lee, kim).attributions
    assert [(a.source.text if a.source else "", a.content[0].text) for a in attributions] == [
        ("Lee", "it rains"),
        ("Kim", "it snows"),
    ]


def test_no_text_gives_nothing() -> None:
    assert found_in("\n").attributions == ()


def test_whoever_told_what_an_outlet_reports_is_its_source() -> None:
    text = "The bridge is shut, the mayor said on Monday, the Sun reports."
    shared = ["The bridge is shut"]
    sun = Marked({"source": ["the Sun"], "cue": ["reports"], "content": shared})
    mayor = Marked({"source": ["the mayor"], "cue": ["said"], "content": shared})
    for told in ([sun, mayor], [mayor, sun]):
        (a,) = found_in(text, *told).attributions
        assert a.source
        assert (a.source.text, [r.mention.text for r in a.relays]) == ("the mayor", ["the Sun"])


def test_two_who_tell_the_same_tell_it_each() -> None:
    text = "The mayor denied that the bridge was shut, as engineers claim."
    shared = ["the bridge was shut"]
    mayor = Marked({"source": ["The mayor"], "cue": ["denied"], "content": shared})
    engineers = Marked({"source": ["engineers"], "cue": ["claim"], "content": shared})
    found = found_in(text, mayor, engineers).attributions
    assert [a.source.text for a in found if a.source] == ["The mayor", "engineers"]
    assert {tuple(c.text for c in a.content) for a in found} == {("the bridge was shut",)}
