from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from evaluation.chains import score
from evaluation.gold import load_gold, stories
from reportedly.reading.attribution import Attribution, Mention, Relay
from reportedly.reading.cast.actors import Cast, resolve
from reportedly.reading.chains.chains import find_statements
from reportedly.reading.chains.citing import find_cited
from reportedly.reading.chains.documents import with_documents
from reportedly.reading.chains.go_betweens import with_go_betweens
from reportedly.reading.chains.lookup import Sentences
from reportedly.reading.layout.furniture import Furniture, Piece, find_furniture
from reportedly.reading.layout.segment import find_sentences
from reportedly.records import ACTOR_KINDS, Actor, ActorKind, Article, Span, Statement
from tests.byhand import find
from tests.cases import Case, cases


@dataclass
class Scene:
    """An article whose actors and attributions are told by their words; the publishing outlet is `lantern`."""

    article: Article
    actors: dict[str, Actor] = field(default_factory=dict)
    places: dict[tuple[int, int], str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    principals: dict[str, tuple[str, ...]] = field(default_factory=dict)
    attributions: list[Attribution] = field(default_factory=list)
    furniture: tuple[Piece, ...] = ()

    @classmethod
    def of(cls, text: str, *, wires: tuple[str, ...] = ()) -> Scene:
        scene = cls(replace(Article.of(text, outlet="The Lantern"), wires=wires))
        scene.actors["lantern"] = Actor(id="lantern", kind="outlet", name="The Lantern")
        return scene

    def actor(self, id: str, kind: ActorKind, *words: str, unnamed: bool = False, of: tuple[str, ...] = ()) -> Scene:
        """An actor, mentioned wherever the text has one of these words."""
        self.actors.setdefault(id, Actor(id=id, kind=kind, name=None if unnamed else id, unnamed=unnamed))
        if of:
            self.principals[id] = of
        for one in words:
            for nth in range(1, self.article.text.count(one) + 1):
                span = find(self.article, one, nth=nth)
                self.places.setdefault((span.start, span.end), id)
        return self

    def said(
        self,
        source: str | None,
        cue: str | None,
        *content: str,
        nth: int = 1,
        within: int | None = None,
        to: str | None = None,
        through: str | None = None,
    ) -> Scene:
        """An attribution; `nth` is which occurrence of the source's words it is."""
        self.attributions.append(
            Attribution(
                source=find(self.article, source, nth=nth) if source else None,
                cue=find(self.article, cue) if cue else None,
                content=tuple(find(self.article, piece) for piece in content),
                addressees=(find(self.article, to),) if to else (),
                relays=(Relay(mention=find(self.article, through)),) if through else (),
                within=within,
                form="indirect",
            )
        )
        return self

    def cast(self) -> Cast:
        return Cast(
            actors=tuple(self.actors.values()),
            outlet="lantern",
            principals=self.principals,
            groups=self.groups,
            wires={name: name for name in self.article.wires},
            sourcings=dict.fromkeys(self.actors, "on_record"),
            places=self.places,
        )

    def statements(self) -> tuple[Statement, ...]:
        mentions = [
            Mention(span=self.article.span(*place), kind=self.actors[id].kind) for place, id in self.places.items()
        ]
        furniture = Furniture(article=self.article, pieces=self.furniture)
        return find_statements(furniture, self.attributions, mentions, self.cast())

    def chains(self) -> list[str]:
        """The chain of each statement without the publishing outlet, which begins all of them."""
        found = []
        for statement in self.statements():
            assert statement.chain.outlet.actor == "lantern"
            found.append(" > ".join(link.actor for link in statement.chain[1:]))
        return found


def test_a_statement_of_the_outlet_itself_has_one_link() -> None:
    scene = Scene.of("The Lantern believes the bridge will fall.").actor("lantern", "outlet", "The Lantern")
    (statement,) = scene.said("The Lantern", "believes", "the bridge will fall").statements()
    (link,) = statement.chain
    assert (link.actor, link.mention, link.cue) == (
        "lantern",
        find(scene.article, "The Lantern"),
        find(scene.article, "believes"),
    )


def test_an_agentless_statement_gains_no_hop_and_keeps_its_cue() -> None:
    scene = Scene.of("The bridge is expected to fall.").said(None, "is expected", "The bridge is expected to fall")
    (statement,) = scene.statements()
    assert statement.sourcing == "none"
    assert [(link.actor, link.mention) for link in statement.chain] == [("lantern", None)]
    assert statement.chain.speaker.cue == find(scene.article, "is expected")


def test_a_nested_statement_continues_the_chain_of_its_parent() -> None:
    scene = Scene.of("Three officials said Rutte will argue that the deal is unfair.")
    scene.actor("officials", "group", "Three officials", unnamed=True).actor("rutte", "person", "Rutte")
    scene.said("Three officials", "said", "Rutte will argue that the deal is unfair")
    scene.said("Rutte", "will argue", "the deal is unfair", within=0)
    assert scene.chains() == ["officials", "officials > rutte"]
    assert [statement.within for statement in scene.statements()] == [None, "s1"]


def test_ones_own_words_once_more_are_no_further_hop() -> None:
    scene = Scene.of("“I told him no,” Renn said.").actor("renn", "person", "I", "Renn")
    scene.said("Renn", "said", "I told him no").said("I", "told", "no", within=0)
    outer, inner = scene.statements()
    assert [link.actor for link in inner.chain] == ["lantern", "renn"]
    assert inner.chain.speaker.mention == find(scene.article, "I")
    assert outer.chain.speaker.mention == find(scene.article, "Renn")


def test_a_spokesperson_who_tells_of_himself_stands_once_in_the_chain() -> None:
    scene = Scene.of("He would ask for a date, said her lawyer.").actor("vale", "person", "her")
    scene.actor("lawyer", "person", "He", "her lawyer", of=("vale",))
    scene.said("her lawyer", "said", "He would ask for a date").said("He", "would ask", "for a date", within=0)
    outer, inner = scene.statements()
    assert [link.actor for link in inner.chain] == [link.actor for link in outer.chain] == ["lantern", "lawyer", "vale"]


def test_statements_are_numbered_in_reading_order_the_outer_first() -> None:
    scene = Scene.of("Vale wants peace, Renn said. Marsh agrees to it.")
    scene.actor("renn", "person", "Renn").actor("vale", "person", "Vale").actor("marsh", "person", "Marsh")
    scene.said("Marsh", "agrees", "to it").said("Vale", "wants", "peace", within=2).said(
        "Renn", "said", "Vale wants peace"
    )
    assert [(s.id, s.within, s.chain.speaker.actor) for s in scene.statements()] == [
        ("s1", None, "renn"),
        ("s2", "s1", "vale"),
        ("s3", None, "marsh"),
    ]


@pytest.mark.parametrize(
    ("source", "mention"), [("Ada Renn, the mayor’s spokeswoman", None), ("Ada Renn, a spokeswoman for Vale", "Vale")]
)
def test_a_principal_is_a_hop_behind_the_spokesperson(source: str, mention: str | None) -> None:
    scene = Scene.of(f"“No,” said {source}.").actor("vale", "person", "Vale", "Mayor")
    scene.actor("renn", "person", source, of=("vale",)).said(source, "said", "No")
    (statement,) = scene.statements()
    spokeswoman, principal = statement.chain[1:]
    assert (spokeswoman.actor, principal.actor) == ("renn", "vale")
    assert spokeswoman.mention == find(scene.article, source)
    assert (principal.mention and principal.mention.text) == mention


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Marsh, who fears rust, left.", "Marsh, who"),
        ("Marsh of Telva, who fears rust, left.", "who"),
        ("Marsh left: it was Telva who fears rust.", "who"),
    ],
)
def test_a_relative_pronoun_stands_with_the_words_before_it_that_say_whom_it_means(text: str, mention: str) -> None:
    scene = Scene.of(text).actor("marsh", "person", "Marsh", "who").actor("telva", "place", "Telva")
    (statement,) = scene.said("who", "fears", "rust").statements()
    assert statement.chain.speaker.actor == "marsh"
    assert statement.chain.speaker.mention == find(scene.article, mention)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Marsh, who fears rust, left.", "Marsh, who"),
        ("Marsh, who on Monday had fears of rust, left.", "Marsh, who"),
        ("Marsh, who left, fears rust.", "Marsh"),
        (f"Marsh, who {'in ' * 60}left, fears rust.", "Marsh"),  # which takes no time
        ("Marsh fears rust.", "Marsh"),
    ],
)
def test_a_source_stands_with_the_relative_pronoun_that_is_the_subject_of_its_cue(text: str, mention: str) -> None:
    scene = Scene.of(text).actor("marsh", "person", "Marsh")
    (statement,) = scene.said("Marsh", "fears", "rust").statements()
    assert statement.chain.speaker.mention == find(scene.article, mention)


def test_as_reported_names_nobody() -> None:
    article = Article.of("As reported by Telva.info, Renn attributed the fall to rust.")
    given = Attribution(
        source=find(article, "Renn"), cue=find(article, "attributed"), content=(find(article, "the fall to rust"),),
        within=None, form="indirect", score=0.9,
    )  # fmt: skip
    (found,) = find_cited(article, [given], [Mention(span=find(article, "Renn"), kind="person")])
    assert found.relays == ()


@pytest.mark.parametrize(("text", "her"), [("“No,” said her spokesman.", "her"), ("Her spokesman said: “No.”", "Her")])
def test_a_pronoun_does_not_name_the_principal(text: str, her: str) -> None:
    scene, whole = Scene.of(text).actor("vale", "person", her), f"{her} spokesman"
    scene.actor("spokesman", "person", whole, unnamed=True, of=("vale",)).said(whole, "said", "No")
    (statement,) = scene.statements()
    assert [(link.actor, link.mention) for link in statement.chain[2:]] == [("vale", None)]


def test_addressees_are_ids_and_another_outlet_among_them_is_a_relay() -> None:
    scene = Scene.of("Renn told the Courier the bridge will fall.").actor("renn", "person", "Renn")
    scene.actor("courier", "outlet", "the Courier").said("Renn", "told", "the bridge will fall", to="the Courier")
    (statement,) = scene.statements()
    assert [link.actor for link in statement.chain] == ["lantern", "courier", "renn"]
    assert statement.chain.speaker.addressees == ("courier",)


@pytest.mark.parametrize(("cue", "told"), [("been told", ("renn",)), ("had been", ("renn",)), ("had", ())])
def test_who_says_to_have_been_told_heard_it_and_nobody_else_tells_themselves(cue: str, told: tuple[str, ...]) -> None:
    scene = Scene.of("Renn said that she had been told to wait.").actor("renn", "person", "Renn", "she")
    scene.said("Renn", "said", "she had been told to wait").said(None, cue, "to wait", within=0, to="she")
    _, inner = scene.statements()
    assert (inner.chain.speaker.actor, inner.chain.speaker.addressees) == ("renn", told)


@pytest.mark.parametrize("words", ["broadcaster QBS", "The news site QBS"])
def test_an_outlet_and_what_it_is_are_one_hop(words: str) -> None:
    scene = Scene.of(f"{words} reported that Renn said the bridge will fall.").actor("renn", "person", "Renn")
    scene.actor("site", "outlet", words.removesuffix(" QBS")).actor("qbs", "outlet", "QBS")
    site, qbs = (find(scene.article, part) for part in (words.removesuffix(" QBS"), "QBS"))
    scene.said("Renn", "said", "the bridge will fall")
    scene.attributions[0] = replace(scene.attributions[0], relays=(Relay(mention=site), Relay(mention=qbs)))
    assert scene.chains() == ["qbs > renn"]


def test_what_the_outlet_itself_was_told_has_no_relay() -> None:
    scene = Scene.of("Renn told the Lantern the bridge will fall.").actor("renn", "person", "Renn")
    scene.actor("lantern", "outlet", "the Lantern").said("Renn", "told", "the bridge will fall", to="the Lantern")
    assert scene.chains() == ["renn"]


def test_the_outlet_under_a_longer_name_is_the_outlet() -> None:
    scene = Scene.of("Renn told Lantern News the bridge will fall.").actor("renn", "person", "Renn")
    scene.actor("Lantern News", "outlet", "Lantern News")
    scene.said("Renn", "told", "the bridge will fall", to="Lantern News")
    assert scene.chains() == ["renn"]


def test_what_the_outlet_itself_reported_came_through_no_other() -> None:
    scene = Scene.of("Since this newspaper reported a plan, Ulm News has quoted a minister.")
    scene.actor("lantern", "outlet", "this newspaper").actor("ulm", "outlet", "Ulm News")
    assert scene.said("this newspaper", "reported", "a plan").chains() == [""]


def test_the_outlet_by_the_end_of_its_name_is_the_outlet() -> None:
    scene = Scene.of("Two sailors told the Tide and Mail that it rained.").actor("mail", "outlet", "the Tide and Mail")
    scene.actors["lantern"] = replace(scene.actors["lantern"], name="Western Tide and Mail")
    mail = replace(scene.actors["mail"], name="Mail", mentions=(find(scene.article, "the Tide and Mail"),))
    scene.actors["mail"] = mail
    scene.actor("sailors", "group", "Two sailors").said("Two sailors", "told", "it rained", to="the Tide and Mail")
    assert scene.chains() == ["sailors"]


def test_the_relay_that_the_encoder_proposes_is_taken() -> None:
    scene = Scene.of("On a napkin that Marsh kept, Renn wrote that it will fall.").actor("renn", "person", "Renn")
    scene.actor("napkin", "document", "a napkin").said("Renn", "wrote", "it will fall", through="a napkin")
    assert scene.chains() == ["napkin > renn"]


@pytest.mark.parametrize(
    "text",
    [
        "A letter from the Council says no.",
        "The Council’s letter says no.",
        "A letter that the Council sent to the mayor says no.",
        "The Council has written a letter to the mayor. The letter says no.",
        "“Perhaps,” the Council said in a letter. The letter says no.",
        "A letter signed by the Council says no.",
    ],
)
def test_the_author_is_a_hop_behind_the_document(text: str) -> None:
    scene = Scene.of(text).actor("letter", "document", "A letter", "The letter", "The Council’s letter")
    scene.actor("council", "organisation", "the Council", "The Council")
    if "“" in text:
        scene.said("the Council", "said", "Perhaps")
    source = next(words for words in ("The letter", "The Council’s letter", "A letter") if words in text)
    scene.said(source, "says", "no")
    assert scene.chains()[-1] == "letter > council"


@pytest.mark.parametrize(
    "text",
    [
        "A letter to the Council says no.",
        "A letter seen by the Council says no.",
        "A letter says no. The Council is silent.",
        "A letter says no. Later the letter was discussed at a meeting attended by the Council.",
        "A letter says no. Another letter by the Council is silent.",
    ],
)
def test_whoever_only_got_a_document_did_not_write_it(text: str) -> None:
    scene = Scene.of(text).actor("letter", "document", "A letter")
    scene.actor("council", "organisation", "the Council", "The Council").said("A letter", "says", "no")
    assert scene.chains() == ["letter"]


def wired(credit: str, *, kind: str = "credit") -> Scene:
    text = f"“It fell,” Renn said.\n\n“It will fall,” Vale told the Lantern.\n\n{credit}\n\n“It stands,” Marsh said."
    scene = Scene.of(text, wires=("Meridian",)).actor("Meridian", "outlet", "Meridian")
    scene.actor("renn", "person", "Renn").actor("vale", "person", "Vale").actor("marsh", "person", "Marsh")
    scene.actor("lantern", "outlet", "the Lantern")
    scene.said("Renn", "said", "It fell").said("Vale", "told", "It will fall", to="the Lantern")
    scene.attributions.append(
        replace(
            scene.attributions[0],
            source=find(scene.article, "Marsh"),
            content=(find(scene.article, "It stands"),),
            cue=None,
        )
    )
    scene.furniture = (Piece(kind="credit", span=find(scene.article, credit), agencies=("Meridian",)),)
    return scene


def test_what_those_who_told_the_outlet_say_further_on_was_not_supplied_either() -> None:
    text = "“It fell,” Renn said. He was sad. Vale told The Lantern it may.\n\nShe thinks it will.\n\n© Meridian"
    scene = Scene.of(text, wires=("Meridian",)).actor("Meridian", "outlet", "Meridian")
    scene.actor("lantern", "outlet", "The Lantern").actor("renn", "person", "Renn").actor(
        "vale", "person", "Vale", "She"
    )
    scene.said("Renn", "said", "It fell").said("Vale", "told", "it may", to="The Lantern")
    scene.furniture = (Piece(kind="credit", span=find(scene.article, "© Meridian"), agencies=("Meridian",)),)
    assert scene.said("She", "thinks", "it will").chains() == ["Meridian > renn", "vale", "vale"]


def test_a_wire_credit_covers_what_stands_above_it_and_was_not_told_to_the_outlet() -> None:
    assert wired("© Meridian").chains() == ["Meridian > renn", "vale", "marsh"]


def test_a_credit_in_brackets_covers_its_paragraph_where_others_follow() -> None:
    text = "“It fell,” Renn said.\n\n“It will fall,” Vale added. (Meridian)"
    for more, chains in (("", ["meridian > renn", "meridian > vale"]), ("\n\nIt rains.", ["renn", "meridian > vale"])):
        scene = Scene.of(f"{text}{more}").actor("renn", "person", "Renn").actor("vale", "person", "Vale")
        scene.actor("meridian", "outlet", "Meridian").said("Renn", "said", "It fell")
        scene.said("Vale", "added", "It will fall")
        assert scene.chains() == chains


@pytest.mark.parametrize(
    "credit", ["Additional reporting: Meridian", "With reporting by Meridian", "Meridian contributed to this report."]
)
def test_an_agency_that_only_helped_covers_nothing(credit: str) -> None:
    assert wired(credit).chains() == ["renn", "vale", "marsh"]


def test_of_agencies_that_share_a_credit_none_is_known_to_have_supplied_the_words() -> None:
    scene = wired("(Meridian, Transit)")
    (piece,) = scene.furniture
    scene.furniture = (replace(piece, agencies=("Meridian", "Transit")),)
    assert scene.chains() == ["renn", "vale", "marsh"]


@pytest.mark.parametrize(
    "credit",
    ["(Additional reporting by Jo Marsh; editing by Ed Lowe)", "Meridian writer Jo Marsh contributed to this report."],
)
def test_an_agency_that_supplied_the_copy_and_helped_with_it_covers_all_of_it(credit: str) -> None:
    text = f"OSSUM (Meridian) — “It fell,” Renn said.\n\n{credit}"
    scene = Scene.of(text, wires=("Meridian",)).actor("Meridian", "outlet", "Meridian").actor("renn", "person", "Renn")
    scene.said("Renn", "said", "It fell")
    scene.furniture = (
        Piece(kind="dateline", span=find(scene.article, "OSSUM (Meridian) —"), agencies=("Meridian",)),
        Piece(kind="credit", span=find(scene.article, credit), agencies=("Meridian",)),
    )
    assert scene.chains() == ["Meridian > renn"]


def test_an_agency_of_the_byline_that_helped_as_well_covers_all_of_it() -> None:
    credit = "Reuters contributed to this report."
    scene = Scene.of(f"“It fell,” Renn said.\n\n{credit}", wires=("Reuters",)).actor("Reuters", "outlet", "Reuters")
    scene.actor("renn", "person", "Renn").said("Renn", "said", "It fell")
    scene.furniture = (Piece(kind="credit", span=find(scene.article, credit), agencies=("Reuters",)),)
    assert scene.chains() == ["renn"]
    scene.article = replace(scene.article, byline=("Reuters",))
    assert scene.chains() == ["Reuters > renn"]


def test_an_article_without_attributions_has_no_statements() -> None:
    assert Scene.of("Nothing was said.").statements() == ()


def attributions_of(article: Article, lines: list[str]) -> list[Attribution]:
    """From lines "source | cue | content", with "-" for a part that is not there."""
    found: list[Attribution] = []
    for line in lines:
        source, cue, *content = (None if part.strip() == "-" else part.strip() for part in line.split("|"))
        pieces, at = [], 0
        for piece in content:
            assert piece is not None
            at = article.text.index(piece, at)
            pieces.append(article.span(at, at + len(piece)))
        near = pieces[0].start
        cue_span = nearest(article, cue, near)
        found.append(
            Attribution(
                source=nearest(article, source, cue_span.start if cue_span else near),
                cue=cue_span,
                content=tuple(pieces),
                form="indirect",
            )
        )
    return [replace(a, within=parent(a, found)) for a in found]


def nearest(article: Article, words: str | None, anchor: int) -> Span | None:
    """The occurrence of the words that is nearest to a place."""
    if words is None:
        return None
    spans = [find(article, words, nth=nth) for nth in range(1, article.text.count(words) + 1)]
    return min(spans, key=lambda span: abs(span.start - anchor))


def parent(attribution: Attribution, others: list[Attribution]) -> int | None:
    """The position of the attribution with the shortest content around this one's cue, or its source."""
    anchor = attribution.cue or attribution.source
    if anchor is None:
        return None
    around = [
        (content.end - content.start, number)
        for number, other in enumerate(others)
        for content in other.content
        if other is not attribution and content.start <= anchor.start and anchor.end <= content.end
    ]
    return min(around)[1] if around else None


def mentions_of(article: Article, lines: list[str]) -> list[Mention]:
    """From lines "the Courier: outlet": every place with these words is a mention of that kind."""
    found = []
    for line in lines:
        words, _, kind = line.rpartition(": ")
        assert kind in ACTOR_KINDS, f"{line!r} has no kind of actor"
        spans = [find(article, words, nth=nth) for nth in range(1, article.text.count(words) + 1)]
        found += [Mention(span=span, kind=kind) for span in spans]
    return found


def lines(article: Article, statements: tuple[Statement, ...], cast: Cast) -> tuple[str, ...]:
    """Each statement on a line, hops without the publishing outlet, indented under the one that it is within."""
    depth: dict[str | None, int] = {None: -1}
    found = []
    for statement in statements:
        depth[statement.id] = depth[statement.within] + 1
        actors = [cast.actor(link.actor) for link in statement.chain[1:]]
        hops = [actor.name or actor.mentions[0].text for actor in actors] or [article.outlet or "the outlet"]
        content = " … ".join(span.text for span in statement.content)
        found.append(f"{'  ' * depth[statement.id]}{' > '.join(hops)}: {content}")
    return tuple(found)


def test_a_paper_and_another_report_that_somebody_said_so() -> None:
    scene = Scene.of("Marsh said it was rust, Valley News and the Ledger report that he wept.")
    scene.actor("marsh", "person", "Marsh").actor("ledger", "outlet", "the Ledger")
    assert scene.said("Marsh", "said", "it was rust").chains() == ["ledger > marsh"]


def test_a_paper_that_says_something_of_the_source_passes_on_what_the_source_says() -> None:
    scene = Scene.of("Growers of hops, the Ledger notes, fear a bad year.")
    scene.actor("growers", "group", "Growers of hops").actor("ledger", "outlet", "the Ledger")
    scene.said("the Ledger", "notes", "Growers of hops").said("Growers of hops", "fear", "a bad year")
    assert scene.chains()[-1] == "ledger > growers"


def test_a_news_conference_is_no_relay() -> None:
    scene = Scene.of("“Never,” Renn told a news conference.")
    scene.actor("renn", "person", "Renn").actor("news", "outlet", "a news")
    assert scene.said("Renn", "told", "Never", to="a news").chains() == ["renn"]


@pytest.mark.parametrize("channel", ["Zoom", "Microsoft Teams", "WhatsApp"])
def test_whoever_speaks_by_a_channel_speaks_through_nobody(channel: str) -> None:
    scene = Scene.of(f"Renn, speaking via {channel} from Ulm, said it will fall.").actor("renn", "person", "Renn")
    scene.actor("channel", "outlet", channel)
    assert scene.said("Renn", "said", "it will fall").chains() == ["renn"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The ban holds, according to the site Coastline.", "Coastline"),
        ("In Vessin, Coastline said the ban holds.", "Coastline"),  # "Vessin" may be short for another paper
    ],
)
def test_what_stands_beside_an_outlet_that_speaks_is_no_relay(text: str, source: str) -> None:
    scene = Scene.of(text).actor("coastline", "outlet", source).actor("other", "outlet", "the site", "Vessin")
    cue = "said" if "said" in text else "according to"
    assert scene.said(source, cue, text[:14] if cue != "said" else "the ban holds").chains() == ["coastline"]


@pytest.mark.parametrize("case", cases("chains"), ids=lambda case: case.name)
def test_worked_examples(case: Case) -> None:
    furniture = find_furniture(case.article)
    cut = case.expected.index("--")
    given = case.expected[:cut]
    mentions = mentions_of(case.article, [line for line in given if "|" not in line])
    told = attributions_of(case.article, [line for line in given if "|" in line])
    sentences = Sentences(find_sentences(case.article))
    cited = with_documents(case.article, find_cited(furniture.article, told, mentions), sentences)
    attributions = with_go_betweens(case.article, cited, mentions)
    cast = resolve(furniture.article, attributions, mentions)
    statements = find_statements(furniture, attributions, mentions, cast)
    assert lines(case.article, statements, cast) == case.expected[cut + 1 :]


@pytest.mark.shared
@pytest.mark.parametrize("gold_actors", [True, False], ids=["gold-actors", "actors-made-out"])
def test_the_first_article_has_all_its_chains(gold_actors: bool) -> None:
    figures, errors = score(load_gold(stories("first")), gold_actors=gold_actors)
    assert errors == []
    assert figures["chain"] == figures["nested"] == 1
