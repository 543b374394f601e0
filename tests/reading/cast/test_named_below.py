from __future__ import annotations

import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.actors import resolve
from reportedly.records import Article
from tests.byhand import attribution, find

LEAD = "The mayor of Sarn will resign on Friday. "


def meant(text: str, words: str, *people: str) -> str | None:
    """The name of whom the words mean."""
    article = Article.of(text)
    cast = resolve(article, [], [Mention(span=find(article, one), kind="person") for one in (*people, words)])
    return cast.actor(cast.of(find(article, words)) or "").name


def test_whom_a_lead_describes_the_next_name_is() -> None:
    assert meant(f"{LEAD}Ada Renn said so at noon.", "The mayor of Sarn", "Ada Renn") == "Ada Renn"


def test_who_has_a_role_in_the_same_sentence_is_passed_over() -> None:
    text = "The mayor of Sarn wrote to Judge Otar Lind on Friday. Ada Renn said so at noon."
    assert meant(text, "The mayor of Sarn", "Judge Otar Lind", "Ada Renn") == "Ada Renn"


@pytest.mark.parametrize(
    ("rest", "named"),
    [
        ("Clerk Ada Renn said so at noon.", "Clerk Ada Renn"),
        ("He was told by Ada Renn.", "Ada Renn"),
        ("So it was told. All were glad. Ada Renn said so.", "Ada Renn"),
    ],
)
def test_who_has_a_role_or_is_no_subject_or_is_named_further_on_is_another(rest: str, named: str) -> None:
    assert meant(LEAD + rest, "The mayor of Sarn", named) is None


def test_who_is_told_to_be_something_else_is_another() -> None:
    text = "The mayor of Sarn will resign on Friday. Her opposite number, Ada Renn, said so at noon."
    assert meant(text, "The mayor of Sarn", "Ada Renn") is None


def test_who_is_new_and_does_it_is_likelier_named_next() -> None:
    text = "A former clerk urged the mayor of Sarn to resign on Friday. Ada Renn said so at noon."
    assert meant(text, "the mayor of Sarn", "A former clerk", "Ada Renn") is None


def test_she_is_not_whom_the_lead_calls_he() -> None:
    text = "The mayor of Sarn will open his gate on Friday. Ada Renn said so at noon."
    assert meant(text, "The mayor of Sarn", "Ada Renn") is None


def test_who_was_named_before_is_likelier() -> None:
    text = "Otar Lind will go. Then the mayor of Sarn will resign. Ada Renn said so."
    assert meant(text, "the mayor of Sarn", "Otar Lind", "Ada Renn") != "Ada Renn"


def test_what_stands_further_down_is_no_lead() -> None:
    text = f"So it was told. All were glad. {LEAD}Ada Renn said so."
    assert meant(text, "The mayor of Sarn", "Ada Renn") is None


def test_whoever_wrote_the_article_is_not_whom_its_headline_describes() -> None:
    article = Article.of("Mayor's aide said no.\nBy Ada Renn\nTom Vale slept on Friday.", byline=["Ada Renn"])
    people = [Mention(span=find(article, one), kind="person") for one in ("Mayor's aide", "Ada Renn", "Tom Vale")]
    cast = resolve(article, [], people)
    assert cast.of(people[0].span) != cast.of(people[1].span)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Nobody heard Sarnish diplomat Sir Otto Vale.", "Otto Vale"),
        ("Nobody heard Velmish diplomat Otto Vale.", None),
        ("Nobody heard Sarnish diplomat Otto Vale or Sarnish diplomat Ada Renn.", None),
    ],
)
def test_whom_a_headline_calls_by_the_title_that_the_text_gives_one(body: str, name: str | None) -> None:
    title = "Sarnish diplomat praises mayor"
    article = Article.of(f"{title}.\n\n{body}", title=title)
    called = [
        f"{sort} diplomat {who}"
        for sort in ("Sarnish", "Velmish")
        for who in ("Sir Otto Vale", "Otto Vale", "Ada Renn")
    ]
    spans = [find(article, "Sarnish diplomat"), *(find(article, words) for words in called if words in body)]
    cast = resolve(article, [], [Mention(span=span, kind="person") for span in spans])
    assert cast.actor(cast.of(spans[0]) or "").name == name


@pytest.mark.parametrize("words", ["the man who had led her out", "The woman whose votes count", "the guard who slept"])
def test_words_that_tell_themselves_who_it_is_are_of_whoever_is_named_next(words: str) -> None:
    assert meant(f"It was late, {words} said on Friday. Robin Renn rose.", words, "Robin Renn") == "Robin Renn"


@pytest.mark.parametrize(
    "lead", ["And the minister? ", "What of the minister? ", "2. The minister. ", "So does the mayor. "]
)
def test_whoever_begins_the_next_sentence_has_the_office_with_which_one_ends(lead: str) -> None:
    words = next(one for one in ("the mayor", "the minister", "The minister") if one in lead)
    before = "Otar Lind slept. Nobody woke him. The night was long. All was quiet. The town slept. "
    assert meant(f"{before}{lead}Ada Renn has left the house.", words, "Otar Lind", "Ada Renn") == "Ada Renn"
    assert meant(f"{before}Nobody trusts {words}. Ada Renn has left the house.", words, "Otar Lind", "Ada Renn") is None
    assert meant(f"{before}{lead}The clerk of Ada Renn left.", words, "Otar Lind", "Ada Renn") is None


@pytest.mark.parametrize("end", [" to Otar Lind.", ".\n\nThe report names nobody."])
def test_whoever_is_quoted_next_has_the_office_though_the_lead_names_whom_it_is_about(end: str) -> None:
    article = Article.of(f"It broke, the city’s mayor said in a report that gives it{end} “So what,” Ada Renn said.")
    names = [name for name in ("the city’s mayor", "Otar Lind", "Ada Renn") if name in article.text]
    told = [attribution(article, "the city’s mayor", "said", ["It broke"])]
    if "The report" in article.text:
        told.append(attribution(article, "The report", "names", ["nobody"]))
    told.append(attribution(article, "Ada Renn", "said", ["So what"]))
    cast = resolve(article, told, [Mention(span=find(article, name), kind="person") for name in names])
    assert cast.actor(cast.of(find(article, "the city’s mayor")) or "").name == "Ada Renn"
