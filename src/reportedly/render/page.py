"""Readings as one page for the browser: the article with its statements marked, and each with its chain beside it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from reportedly.records import Failure, Reading
from reportedly.render import wording
from reportedly.render.inert import inert, one_line
from reportedly.render.parts import Part, Unread


def render_html(readings: Sequence[Reading | Failure]) -> str:
    """One HTML file that needs no other: every article in its order, failures in their places.

    The statements of an article are numbered; each number leads to a note beside its paragraph and back. The page
    loads nothing and sends nothing: its style and script are in it and allowed by their digests, all else is refused
    by its content security policy.
    """
    style, script = Markup(static_file("paper.css") + static_file("page.css")), static_file("page.js")
    return page_template("page.html.jinja").render(
        articles=[_part(reading, f"a{number}") for number, reading in enumerate(readings, 1)],
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; "
        "base-uri 'none'; form-action 'none'",
    )


def _part(reading: Reading | Failure, id: str) -> Part | Unread:
    return Part(reading, id) if isinstance(reading, Reading) else Unread(reading, id)


@cache
def static_file(name: str) -> Markup:
    """A style or script of ours, as it goes into the page."""
    return Markup(files("reportedly.render").joinpath("static", name).read_text(encoding="utf-8"))


def digest(text: str) -> str:
    """How a content security policy names an inline style or script."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def page_template(name: str) -> Template:
    """A template of the pages, with what all of them know."""
    surroundings = Environment(
        loader=PackageLoader("reportedly.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    surroundings.filters |= {"inert": inert, "one_line": one_line, "words": wording.words_of}
    surroundings.globals |= {"wording": wording, "counted": wording.counted}
    return surroundings.get_template(name)
