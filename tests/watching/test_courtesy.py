from __future__ import annotations

import pytest

from reportedly.errors import FetchRefused
from reportedly.reading.intake.fetch import Fetched
from reportedly.watching.courtesy import KEPT_AFTER_FAILURE, Courtesy


class Clock:
    """A clock that goes on when somebody waits."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


class Sites:
    """Answers to robots.txt by site; a status where there is none."""

    def __init__(self, **answers: str | int) -> None:
        self.answers = {f"https://{name}.example/robots.txt": answer for name, answer in answers.items()}
        self.asked: list[str] = []

    def __call__(self, url: str) -> Fetched:
        self.asked.append(url)
        answer = self.answers[url]
        if isinstance(answer, int):
            raise FetchRefused("no", where=url, status=answer or None)
        return Fetched(url=url, content=answer.encode(), content_type="text/plain", charset=None)


def courtesy(sites: Sites, clock: Clock) -> Courtesy:
    return Courtesy(sites, pause=2.0, clock=clock, sleep=clock.sleep)


def test_what_robots_txt_forbids_is_refused_and_the_rest_is_not() -> None:
    clock = Clock()
    polite = courtesy(Sites(a="User-agent: *\nDisallow: /private"), clock)
    polite.enter("https://a.example/news")
    with pytest.raises(FetchRefused, match=r"robots\.txt"):
        polite.enter("https://a.example/private/1")


@pytest.mark.parametrize(
    ("rules", "forbidden", "allowed"),
    [
        ("\ufeffUser-agent: *\nDisallow: /news", "/news/1", "/feed"),
        ("User-agent: *\n\nDisallow: /news", "/news/1", "/feed"),
        ("User-agent: *\nDisallow: /*.xml$", "/news/feed.xml", "/news/feed.xml?page=2"),
        ("User-agent: *\nAllow: /\nDisallow: /news", "/news/1", "/feed"),
        ("User-agent: *\nDisallow: /news\nAllow: /news/feed", "/news/1", "/news/feed"),
        ("User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b/1", "/c"),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Reportedly\nDisallow: /private", "/private/1", "/news"),
    ],
    ids=["byte order mark", "blank line", "wildcards", "longest forbids", "longest allows", "two groups", "own group"],
)
def test_robots_txt_is_read_as_its_standard_has_it(rules: str, forbidden: str, allowed: str) -> None:
    polite = courtesy(Sites(a=rules), Clock())
    polite.enter(f"https://a.example{allowed}")
    with pytest.raises(FetchRefused, match=r"robots\.txt asks"):
        polite.enter(f"https://a.example{forbidden}")


@pytest.mark.parametrize("url", ["http://[oops/1", "mailto:desk@a.example", "ftp://a.example/1", "javascript:void(0)"])
def test_what_is_no_address_of_the_web_is_refused_before_anything_is_asked(url: str) -> None:
    sites = Sites()
    with pytest.raises(FetchRefused, match=r"not an address|only http and https are read"):
        courtesy(sites, Clock()).enter(url)
    assert sites.asked == []


def test_a_site_is_asked_with_pauses_and_others_meanwhile() -> None:
    clock = Clock()
    polite = courtesy(Sites(a="", b=404), clock)
    polite.enter("https://a.example/1")  # after its robots.txt
    first = clock.now
    polite.enter("https://a.example/2")
    assert clock.now - first == 2.0
    polite.enter("https://b.example/1")
    assert clock.now - first == 4.0


@pytest.mark.parametrize("delay", [10.0, 2.5])
def test_a_longer_delay_that_a_site_asks_for_is_kept(delay: float) -> None:
    clock = Clock()
    polite = courtesy(Sites(a=f"User-agent: *\nCrawl-delay: {delay:g}"), clock)
    polite.enter("https://a.example/1")
    first = clock.now
    polite.enter("https://a.example/2")
    assert clock.now - first == delay


@pytest.mark.parametrize("status", [503, 429])
def test_rules_are_asked_for_once_and_rules_that_cannot_be_had_forbid_for_a_while(status: int) -> None:
    clock = Clock()
    sites = Sites(a=status)
    polite = courtesy(sites, clock)
    for _ in range(2):
        with pytest.raises(FetchRefused, match=r"robots\.txt cannot be had: no; nothing is asked"):
            polite.enter("https://a.example/1")
    assert len(sites.asked) == 1
    clock.now += KEPT_AFTER_FAILURE
    sites.answers["https://a.example/robots.txt"] = ""
    polite.enter("https://a.example/1")
