"""The examples of README and docs do what the pages say; `make examples` writes them anew."""

from __future__ import annotations

import shutil
from difflib import unified_diff

import pytest

from tests.docs.examples import commands, other_processor, run
from tests.docs.pages import Page, pages


@pytest.mark.weights
@pytest.mark.skipif(shutil.which("bash") is None, reason="the examples are for bash")
@pytest.mark.parametrize(
    "page",
    [page for page in pages() if {"console", "python"} & {block.language for block in page.blocks()}],
    ids=lambda page: page.name,
)
def test_examples_do_what_the_page_says(page: Page) -> None:
    if reason := other_processor():
        pytest.skip(reason)
    wrong = [example for example in run(page) if not example.holds]
    assert not wrong, (
        "the examples say something else by now; look at it, and if it is right: make examples\n"
        + "".join(
            "\n".join(
                unified_diff(example.block.text.splitlines(), example.found.splitlines(), "page", "found", lineterm="")
            )
            for example in wrong
        )
    )


def test_commands_of_a_block_are_found() -> None:
    block = '$ reportedly read -\nout\n$ python -c "\n> print(1)\n> "\n1\n'
    assert commands(block) == ["reportedly read -", 'python -c "\n> print(1)\n> "']
