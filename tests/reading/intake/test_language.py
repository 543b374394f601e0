from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from reportedly.errors import ForeignLanguage
from reportedly.reading.intake.language import ENGLISH, check_language, find_language
from reportedly.records.article import Article
from tests.byhand import TEXT
from tests.strategies import texts

# one invented news item in 50 languages: tag, text
OTHERS = dict(
    line.split("\t") for line in Path(__file__).with_name("languages.tsv").read_text(encoding="utf-8").splitlines()
)
GERMAN = Article.of(OTHERS["de"])


@pytest.mark.parametrize("tag", OTHERS)
def test_a_short_news_text_in_another_language_is_told(tag: str) -> None:
    assert find_language(OTHERS[tag]).tag == tag


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "The harbour will close on Monday because the quay is no longer safe, two engineers told the paper.",
        "“Nein,” sagte er: that was all the German that the minister spoke before he turned to English.",
        "Harbour closed: Москва",
        "President Emmanuel Macron met Chancellor Friedrich Merz and Prime Minister Pedro Sánchez in La Rochelle.",
    ],
)
def test_english_is_english(text: str) -> None:
    assert find_language(text) == ENGLISH


@pytest.mark.parametrize("text", ["", "…", "12 – 15", "Ja.", "Der Hafen wird geschlossen.", "港"])
def test_a_text_too_short_to_tell_counts_as_english(text: str) -> None:
    assert find_language(text) == ENGLISH


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("de", "Der Minister sagte, dass das Treffen verschoben wird."),
        ("fr", "Le ministre a dit que le port est fermé."),
        ("es", "El ministro dijo que no se abrirá el puerto."),
        ("zh", "部长周四表示，谈判已经失败。"),
        ("ja", "大臣は木曜日に発表した。"),
        ("ko", "장관은 목요일에 회담이 실패했다고 말했다."),
    ],
)
def test_one_sentence_in_another_language_is_told_by_its_function_words(tag: str, text: str) -> None:
    assert find_language(text).tag == tag


@pytest.mark.parametrize(
    "text",
    [
        "Martin Serrano met Elena de la Cruz yesterday.",  # names bring function words of their own
        "Police arrested seven men near Los Angeles.",
        "Die-hard fans cheered Real Madrid de facto.",
    ],
)
def test_names_of_another_language_make_a_short_text_no_other(text: str) -> None:
    assert find_language(text) == ENGLISH


def test_a_language_without_a_list_is_none_of_those_that_are_read() -> None:
    made_up = "Brulga tovim eska perinda lomaru veste kanolio drimpa; sorel gantive mulo " * 10
    assert find_language(made_up).name == "a language that is not recognised"
    with pytest.raises(ForeignLanguage, match="not recognised"):
        check_language(Article.of(made_up))


@given(texts)
def test_any_text_has_a_language(text: str) -> None:
    assert find_language(text * 20).tag


def test_an_english_article_learns_its_language_and_nothing_else() -> None:
    article = Article.of(TEXT)
    checked = check_language(article)
    assert checked.language == "en"
    assert (checked.id, checked.text) == (article.id, article.text)


def test_another_language_is_refused_by_name_with_a_way_out() -> None:
    with pytest.raises(ForeignLanguage) as caught:
        check_language(GERMAN, where="hafen.txt")
    assert str(caught.value).startswith("hafen.txt: the text is in German, and only English is read; ")
    assert "--language en" in str(caught.value)


@pytest.mark.parametrize("stated", ["en", "EN", "en-GB", "en_US", "eng", "English"])
def test_who_says_that_it_is_english_is_believed(stated: str) -> None:
    assert check_language(Article.of(OTHERS["de"], language=stated)).language == "en"


@pytest.mark.parametrize(("stated", "named"), [("fr", "French"), ("el-GR", "Greek"), ("xx", "a language tagged 'xx'")])
def test_who_says_that_it_is_not_english_is_believed(stated: str, named: str) -> None:
    with pytest.raises(ForeignLanguage, match=named):
        check_language(Article.of(TEXT, language=stated))


@pytest.mark.shared
def test_no_english_article_of_the_first_day_is_refused(shared: Path) -> None:
    check_language(Article.of((shared / "first-article" / "article.txt").read_text(encoding="utf-8")))
