"""A story as one page for the browser: its timeline, who copied whom, its claims and the words that show it all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from reportedly.records import Claim, Derivation, Reading, Span, Story, Trace, Variant
from reportedly.render import wording
from reportedly.render.inert import one_line
from reportedly.render.journey import Journey, Root, Words, around, step_of
from reportedly.render.lineage import draw, span_of
from reportedly.render.page import digest, page_template, static_file
from reportedly.render.parts import is_of_the_web
from reportedly.render.sourced import (
    CHANGE,
    GRADES,
    ORIGIN,
    Copy,
    caveat,
    claims_by_story,
    grade_of,
    line_of,
    named_origins,
    statuses_of,
    weakest_first,
)

PASSAGES = 3  # of one derivation; enough to see that it is one
PASSAGE = 420  # characters of each


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a comparison: whose words, the ones that matter among them, and their page where they have one."""

    copy: Copy
    before: str
    words: str
    after: str
    place: str
    address: str | None


def render_story(story: Story, trace: Trace, readings: Mapping[str, Reading]) -> str:
    """One HTML file that needs no other. `readings` are those of the articles of the story.

    The page loads nothing and sends nothing: its style is in it and allowed by its digest, all else is refused by its
    content security policy.
    """
    style = story_style()
    return page_template("story.html.jinja").render(
        page=StoryPage(story, trace, readings),
        style=style,
        policy=f"default-src 'none'; style-src {digest(style)}; base-uri 'none'; form-action 'none'",
    )


def render_index(trace: Trace, copies: Mapping[str, Copy], files: Mapping[str, str]) -> str:
    """The page that leads to those of all stories; `files` are their names by the id of the story."""
    of = claims_by_story(trace)
    style = story_style()
    return page_template("stories.html.jinja").render(
        stories=[
            (one_line(story.headline or "no headline"), files[story.id], _facts(story, copies, len(of[story.id])))
            for story in trace.stories
        ],
        style=style,
        policy=f"default-src 'none'; style-src {digest(style)}; base-uri 'none'; form-action 'none'",
    )


def story_style() -> Markup:
    """The style of the pages of stories."""
    return Markup(static_file("paper.css") + static_file("page.css") + static_file("story.css"))


class StoryPage:
    """What the template asks for, in the order in which it shows it."""

    has_pages = False  # of its own for each claim and each article
    folds = False  # how each claim travelled, until it is asked for

    def __init__(self, story: Story, trace: Trace, readings: Mapping[str, Reading]) -> None:
        self.trace = trace
        self.readings = readings
        held = [id for id in story.articles if id in readings]
        self.copies = {id: Copy.of(readings[id].article) for id in (*held, *(id for id in readings if id not in held))}
        self.heading = one_line(story.headline or "no headline")
        self.id = story.id
        self.articles = [self.copies[id] for id in held]
        self.derivations = [made for made in trace.derivations if {made.from_, made.to} <= set(held)]
        self.drawing = draw(self.articles, self.derivations)
        self.claims = weakest_first(claims_by_story(trace)[story.id], self.copies, statuses_of(readings.values()))
        self.facts = _facts(story, self.copies, len(self.claims))
        self._anchors = {id: f"a{number}" for number, id in enumerate(held, 1)}
        self._claim_anchors = {claim.id: f"c{number}" for number, claim in enumerate(self.claims, 1)}
        self.one_day = len({(copy.published or "")[:10] for copy in self.articles}) == 1

    def anchor(self, article: str) -> str | None:
        """Where an article stands on the page; None when it is of another story."""
        return self._anchors.get(article)

    def link_to_article(self, article: str) -> str | None:
        """Where the name of an outlet leads: to its article on the page; None when that is of another story."""
        anchor = self.anchor(article)
        return f"#{anchor}" if anchor else None

    def link_to_claim(self, claim: Claim) -> str | None:
        """Where the words of another claim lead: to it on the page; None when it is not there."""
        anchor = self._claim_anchors.get(claim.id)
        return f"#{anchor}" if anchor else None

    def anchor_of_claim(self, claim: Claim) -> str:
        """Where a claim stands on the page."""
        return self._claim_anchors[claim.id]

    def address_of_article(self, copy: Copy) -> str | None:
        """Where an article is, if that is an address of the web."""
        url = self.readings[copy.id].article.url
        return url if url and is_of_the_web(url) else None

    def address_of_claim(self, claim: Claim) -> str | None:
        """The page of a claim alone; None where it has none."""
        return None

    def address_of_words(self, told: Words) -> str | None:
        """The words in their article; None where it has no page."""
        return None

    def address_of_place(self, article: str, span: Span) -> str | None:
        """The words at a place of an article; None where it has no page."""
        return None

    def line(self, claim: Claim) -> str:
        """The honest line, without the day where the story has only one."""
        return line_of(claim, self.copies, day=not self.one_day)

    def status(self, claim: Claim) -> str | None:
        """That nobody said it, or that it may be misread; None where neither."""
        told = {one.article for one in claim.statements} & set(self.readings)
        return caveat(claim, statuses_of(self.readings[article] for article in told))

    def grade(self, claim: Claim) -> str:
        """How firm it is."""
        return grade_of(claim)

    def origins(self, claim: Claim) -> str:
        """Who vouches for the claim, by name."""
        return named_origins(claim)

    def roots(self, claim: Claim) -> list[Root]:
        """The trees of how it travelled."""
        return Journey(claim, self.trace, self.readings).roots()

    def made_from(self, copy: Copy) -> list[tuple[Copy, str, Derivation, list[tuple[Side, Side]]]]:
        """The articles that one was made from: which, how, and the passages that show it, theirs first."""
        return [
            (
                self.copies[made.from_],
                step_of(made),
                made,
                [(self._passage(made.from_, a), self._passage(made.to, b)) for a, b in made.evidence[:PASSAGES]],
            )
            for made in self.derivations
            if made.to == copy.id
        ]

    def told_in(self, copy: Copy) -> tuple[list[Claim], int]:
        """The claims that an article was the first to tell, in the order of its text, and how many others it tells."""
        told = {
            claim.id: min(one.content[0].start for one in claim.statements if one.article == copy.id)
            for claim in self.claims
            if any(one.article == copy.id for one in claim.statements)
        }
        first = [claim for claim in self.claims if copy.id in claim.first_report and claim.id in told]
        return sorted(first, key=lambda claim: (told[claim.id], claim.id)), len(told) - len(first)

    def counted_claims(self, number: int) -> str:
        """ "3 claims"."""
        return wording.counted(number, "claim")

    def sides(self, variant: Variant) -> list[Side]:
        """The telling that is changed, then the one that changes it."""
        own, other = variant.evidence
        found = [self._side(variant.against.article, other), self._side(variant.article, own)]
        return [side for side in found if side is not None]

    def variants(self, claim: Claim) -> list[Variant]:
        """Its changed retellings, those once that the same words show: a statement, and one within it."""
        shown = {(one.article, one.how, one.against.article, one.evidence): one for one in reversed(claim.variants)}
        return [one for one in claim.variants if one in shown.values()]

    def contradicting(self, claim: Claim) -> list[Claim]:
        """The claims that cannot be true together with it."""
        by_id = {other.id: other for other in self.trace.claims}
        return [by_id[id] for id in claim.contradicts if id in by_id]

    def contradictions(self) -> list[tuple[Claim, Claim]]:
        """Each pair of claims of the page that contradict each other, once."""
        order = {claim.id: number for number, claim in enumerate(self.claims)}
        pairs = [(claim, other) for claim in self.claims for other in self.contradicting(claim) if other.id in order]
        return [(one, other) for one, other in pairs if order[one.id] < order[other.id]]

    def kind(self, root: Root) -> str:
        """What an origin is, in words."""
        return ORIGIN[root.origin.kind] if root.origin else "vouch for nothing"

    def firmness(self, root: Root) -> str:
        """How firm an origin is."""
        return GRADES[root.origin.kind] if root.origin else "soft"

    def change(self, variant: Variant) -> str:
        """What a variant changes, in words."""
        return CHANGE[variant.how]

    def _side(self, article: str, span: Span) -> Side | None:
        if article not in self.readings:
            return None
        before, words, after = around(self.readings[article].article.text, span, room=160)
        return replace(self._passage(article, span), before=before, words=words, after=after)

    def _passage(self, article: str, span: Span) -> Side:
        return Side(
            copy=self.copies[article],
            before="",
            words=_cut(span),
            after="",
            place=f"{span.start}–{span.end}",
            address=self.address_of_place(article, span),
        )


def _facts(story: Story, copies: Mapping[str, Copy], claims: int) -> list[str]:
    articles = [copies[id] for id in story.articles if id in copies]
    return [
        wording.counted(len(story.articles), "article"),
        wording.counted(len({copy.name for copy in articles}), "outlet"),
        span_of(articles),
        wording.counted(claims, "claim"),
    ]


def _cut(span: Span) -> str:
    words = one_line(span.text)
    return words if len(words) <= PASSAGE else words[:PASSAGE].rpartition(" ")[0] + " …"
