"""Questions as tools of the Model Context Protocol (2025-06-18 and later): the only user of its library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import wraps
from typing import TYPE_CHECKING, Any

from reportedly import __version__
from reportedly.errors import BadInput, MissingExtra, NotHere, ReportedlyError
from reportedly.records.codec import encode
from reportedly.store import questions
from reportedly.store.answers import Answer, Shifted
from reportedly.store.corrections import corrected
from reportedly.store.database import Store
from reportedly.store.questions import Within
from reportedly.store.traced import kept_trace, story_of, story_of_claim

if TYPE_CHECKING:
    from mcp.server import MCPServer

MOST = 50  # rows of an answer; there is a next page where there are more
LAST_PAGE = 100_000
INSTRUCTIONS = (
    "A record of what news articles say: who said what, through which chain, how firmly, and where each claim comes "
    "from. Every answer names its article and the characters that it was read from. `chain` runs from the publishing "
    "outlet inward to whoever said it. Outlets that repeat one origin are one origin: count independent_origins, not "
    "outlets. Rows come a page at a time: where an answer has a next_page, ask again with it before you count or say "
    "that there is nothing else. What is on no page is not known."
)


def make_server(store: Store) -> MCPServer[Any]:
    """The server of the questions of one store; MissingExtra where the library is not installed."""
    try:
        from mcp.server import MCPServer
    except ImportError as error:
        raise MissingExtra(
            "the Model Context Protocol needs mcp, which is not installed; run: pip install 'reportedly[mcp]'"
        ) from error
    server: MCPServer[Any] = MCPServer("reportedly", version=__version__, instructions=INSTRUCTIONS)
    for question in _questions(store):
        server.add_tool(question, structured_output=False)
    return server


def _questions(store: Store) -> tuple[Any, ...]:
    def rows(answers: Sequence[Answer | Shifted], page: int) -> dict[str, Any]:
        shown = answers[(page - 1) * MOST : page * MOST]
        return {"rows": [asdict(row) for row in shown], "next_page": page + 1 if len(answers) > page * MOST else None}

    def within(page: int, since: str | None, until: str | None, outlet: str | None = None) -> Within:
        if not 1 <= page <= LAST_PAGE:
            raise BadInput(f"there is no such page as {page}", do="pages count from 1")
        return Within(since=since, until=until, outlet=outlet, limit=page * MOST + 1)  # one more, if there is more

    def who_said(
        words: str, since: str | None = None, until: str | None = None, outlet: str | None = None, page: int = 1
    ) -> Any:
        """Statements whose content has all of these words, newest first; days may be 2025, 2025-04 or 2025-04-24."""
        return rows(questions.who_said(store, words, within(page, since, until, outlet)), page)

    def said_by(
        name: str, since: str | None = None, until: str | None = None, outlet: str | None = None, page: int = 1
    ) -> Any:
        """Statements that somebody of this name utters, or that a spokesperson utters for them, newest first."""
        return rows(questions.said_by(store, name, within(page, since, until, outlet)), page)

    def said_about(
        words: str, since: str | None = None, until: str | None = None, outlet: str | None = None, page: int = 1
    ) -> Any:
        """Statements that mention somebody of this name, or have these words, newest first."""
        return rows(questions.said_about(store, words, within(page, since, until, outlet)), page)

    def contacts(names: list[str], since: str | None = None, until: str | None = None, page: int = 1) -> Any:
        """Meetings, calls, visits, talks and letters in which each of these takes part; without names, all."""
        return rows(questions.contacts_of(store, *names, within=within(page, since, until)), page)

    def positions(words: str | None = None, since: str | None = None, until: str | None = None, page: int = 1) -> Any:
        """Who is for, against, conditional or undecided about what: by name of the holder, or words of the target."""
        return rows(questions.positions_of(store, words, within(page, since, until)), page)

    def changed_positions(
        words: str | None = None, since: str | None = None, until: str | None = None, page: int = 1
    ) -> Any:
        """Who stands elsewhere than before on the same, with both passages: by name of the holder, or words."""
        return rows(questions.changed_positions(store, words, within(page, since, until)), page)

    def first_reports(words: str, since: str | None = None, until: str | None = None, page: int = 1) -> Any:
        """Of each claim with these words, the statements that reported it first."""
        return rows(questions.first_reports(store, words, within(page, since, until)), page)

    def claim(id: str) -> Any:
        """One claim: its tellings, independent origins, first report, retellings that changed it, contradictions."""
        story = story_of_claim(store, id)
        if story is None:
            raise NotHere(f"there is no claim {id}", do="claims stand in `story` and `claim_of`")
        return encode(next(one for one in kept_trace(store, stories=[story]).claims if one.id == id))

    def claim_of(article: str, statement: str) -> Any:
        """The claim that a statement tells, by the article and statement that another answer names."""
        sql = """select claim from telling join article on article.number = telling.article
            where article.id = $article and telling.statement = $statement limit 1"""
        rows = store.query(sql, {"article": article, "statement": statement})
        if not rows:
            raise NotHere("this statement tells no claim that was traced")
        return claim(rows[0][0])

    def story(article: str) -> Any:
        """The story that an article stands in: its articles, who copied whom, and all of its claims."""
        id = story_of(store, article)
        if id is None:
            raise NotHere(f"article {article} is in no traced story")
        return encode(kept_trace(store, stories=[id]))

    def article(id: str) -> Any:
        """The whole reading of one article: text, actors, statements with their chains, contacts, positions, dates."""
        try:
            return encode(corrected(store, id))
        except KeyError as error:
            raise NotHere(f"there is no article {id}") from error

    asked = (
        who_said, said_by, said_about, contacts, positions, changed_positions, first_reports, claim, claim_of, story,
        article,
    )  # fmt: skip
    return tuple(_told(question) for question in asked)


def _told(question: Any) -> Any:
    """The question with its refusals as the protocol has them, so that an assistant can mend what it asked."""
    from mcp.server.mcpserver.exceptions import ToolError

    @wraps(question)
    def _answer(*given: Any, **named: Any) -> Any:
        try:
            return question(*given, **named)
        except ReportedlyError as error:
            raise ToolError(str(error)) from error

    return _answer
