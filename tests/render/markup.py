"""A page as tests see it: a tree of elements, made by the standard parser and strict about what is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "link", "img", "input", "hr"}
RAW = {"style", "script"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def of(self) -> set[str]:
        """The numbers of the statements that it belongs to."""
        return set(self.attributes.get("data-of", "").split())

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, *, tag: str | None = None, of_class: str | None = None) -> Iterator[Element]:
        """All elements inside it, in the order of the page, with this tag and class."""
        for child in self.children:
            if isinstance(child, Element):
                if (tag is None or child.tag == tag) and (of_class is None or of_class in child.classes):
                    yield child
                yield from child.all(tag=tag, of_class=of_class)

    def one(self, *, tag: str | None = None, of_class: str | None = None) -> Element:
        """The only such element."""
        (found,) = self.all(tag=tag, of_class=of_class)
        return found


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("#page")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), f"an attribute twice on {tag}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(page: str) -> Element:
    """The page as a tree; AssertionError where a tag is closed out of order or never."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    assert [element.tag for element in builder.open] == ["#page"], "something is never closed"
    return builder.open[0]
