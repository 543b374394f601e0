"""The examples of the documentation: run, compared with what the pages show, and written anew.

    ```console    commands after "$ " (a line that goes on begins with "> "), each followed by its output
    ```python     code; a ```text block that follows at once shows what it prints
    ```sh         commands that are not run, only looked at

The examples of a page are run in one folder of their own, in which `examples/` is at hand: first the commands, then
the code, block after block as one program.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from reportedly.reading.scoring.encoder import Encoder
from reportedly.reading.shipped import BEST, FOLDERS
from tests.docs.pages import ROOT, Block, Page

WIDTH = 80
NEAR = 0.02  # scores are compared so closely: processors round the products of int8 weights each in its way
PROCESSOR = Path(__file__).with_name("processor.json")

_SCORE = re.compile(r'(?<="score": )[0-9.e-]+')
_RUN_BLOCKS = """
import contextlib, io, json, sys
names, printed = {"__name__": "__main__"}, []
for block in json.load(sys.stdin):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(block, "<example>", "exec"), names)
    printed.append(out.getvalue())
json.dump(printed, sys.stdout)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One block of a page: as it stands there, and as it is after running it."""

    block: Block
    found: str

    @property
    def holds(self) -> bool:
        """Whether the page shows what happens; scores may differ by a hair."""
        shown, found = (_SCORE.findall(text) for text in (self.block.text, self.found))
        near = all(abs(float(one) - float(other)) <= NEAR for one, other in zip(shown, found, strict=False))
        return near and _SCORE.sub("", self.block.text) == _SCORE.sub("", self.found)


def run(page: Page) -> list[Example]:
    """Runs the examples of a page; RuntimeError when one of them fails."""
    blocks = page.blocks()
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
        found = [
            Example(block=block, found=_run_console(block.text, folder))
            for block in blocks
            if block.language == "console"
        ]
        code = [block for block in blocks if block.language == "python"]
        for block, printed in zip(code, _run_python([block.text for block in code], folder), strict=True):
            shown = next((other for other in blocks if page.text[block.end : other.start] == "```\n\n```text\n"), None)
            if shown is not None:
                found.append(Example(block=shown, found=printed))
            elif printed:
                raise RuntimeError(f"{page.name} does not show what this prints:\n{block.text}\n{printed}")
    return found


def renewed(page: Page, examples: list[Example]) -> str:
    """The text of the page with what was found in the place of what it showed."""
    text = page.text
    for example in sorted(examples, key=lambda example: -example.block.start):
        text = text[: example.block.start] + example.found + text[example.block.end :]
    return text


def commands(console: str) -> list[str]:
    """The commands of a console block."""
    return re.findall(r"^\$ (.+(?:\n> .*)*)", console, re.MULTILINE)


def other_processor() -> str | None:
    """Why outputs that depend on the weights may differ here; None when they may not.

    Processors without instructions for products of int8 saturate some of them, and so score a little differently.
    """
    weights, scores = json.loads(PROCESSOR.read_text(encoding="utf-8"))
    if weights != digest_of_weights():
        return None
    near = all(abs(one - other) < 1e-3 for one, other in zip(scores, scores_here(), strict=True))
    return None if near else "the examples were made on a processor that rounds in another way"


def note_processor() -> None:
    """Writes down what `other_processor` compares with."""
    PROCESSOR.write_text(json.dumps([digest_of_weights(), scores_here()]) + "\n", encoding="utf-8")


def digest_of_weights() -> str:
    """SHA-256 of the encoder."""
    return sha256((FOLDERS[BEST] / "encoder.onnx").read_bytes()).hexdigest()


def scores_here() -> Sequence[float]:
    """What the encoder gives on this processor for the pieces of one sentence."""
    encoder = Encoder.load()
    (scores,) = encoder.score(encoder.tokenise(["Two engineers who saw the survey said she would take that back."]))
    return [round(float(value), 5) for value in scores.tags.mean(axis=1)]


def _run_console(console: str, folder: Path) -> str:
    rows = []
    for command in commands(console):
        done = subprocess.run(
            ["bash", "-c", command.replace("\n> ", "\n")],
            cwd=folder,
            env=_surroundings(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{command} gives {done.returncode}:\n{done.stdout}")
        rows.append(f"$ {command}\n{done.stdout}")
    return "".join(rows)


def _run_python(blocks: list[str], folder: Path) -> list[str]:
    if not blocks:
        return []
    done = subprocess.run(
        [sys.executable, "-c", _RUN_BLOCKS],
        cwd=folder,
        env=_surroundings(),
        input=json.dumps(blocks),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    printed: list[str] = json.loads(done.stdout)
    return printed


def _surroundings() -> dict[str, str]:
    """The environment of the examples: a terminal of the usual width, without colours."""
    plain = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return plain | {"COLUMNS": str(WIDTH), "PATH": path, "PYTHONUTF8": "1"}
