"""Takes a picture of the desk, open on the example stories: python -m tests.docs.picture FILE."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from subprocess import PIPE, Popen, run

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM

ROOT = Path(__file__).parents[2]


def main(file: str) -> None:
    """Writes the picture."""
    with tempfile.TemporaryDirectory() as folder:
        store = f"{folder}/news.duckdb"
        command = [sys.executable, "-m", "reportedly"]
        run([*command, "add", store, str(ROOT / "examples/story.jsonl")], check=True)
        with Popen([*command, "serve", store, "--port", "8377"], stderr=PIPE, text=True) as desk:
            assert desk.stderr is not None
            next(line for line in desk.stderr if "is open at" in line)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
                page = browser.new_page(base_url="http://127.0.0.1:8377", viewport={"width": 1180, "height": 900})
                story = page.request.get("/stories.json").json()["rows"][0]["id"]
                page.goto(f"/stories/{story}")
                page.screenshot(path=file)
                browser.close()
            desk.terminate()


if __name__ == "__main__":
    main(sys.argv[1])
