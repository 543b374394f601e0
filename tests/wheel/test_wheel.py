"""The wheel as its users get it: what is in it, how large it is, and that it runs outside the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from email import message_from_string
from email.message import Message
from pathlib import Path

import pytest

import reportedly

pytestmark = pytest.mark.wheel

MOST_BYTES = 40_000_000
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")


def run(*command: str | Path, cwd: Path) -> str:
    """What the command prints; a failure shows all of it."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(command, cwd=cwd, env=outside, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, freshly built."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, *PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, root, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(root: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment outside the repository, into which the wheel is installed."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", *PIP, "install", "--constraint", root / "constraints.txt", wheel, cwd=folder)
    return programs


def files(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if not name.endswith("/")}


def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_string(archive.read(name).decode("utf-8"))


def test_the_wheel_is_small(wheel: Path) -> None:
    assert wheel.stat().st_size < MOST_BYTES


def test_the_wheel_holds_the_package_and_nothing_else(root: Path, wheel: Path) -> None:
    top = root / "src"
    package = {
        path.relative_to(top).as_posix()
        for path in (top / "reportedly").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in files(wheel) if ".dist-info/" not in name} == package
    assert "reportedly/py.typed" in package


def test_the_wheel_says_what_it_is_and_needs(wheel: Path) -> None:
    about = metadata(wheel)
    assert (about["Name"], about["Version"]) == ("reportedly", reportedly.__version__)
    assert about["License-Expression"] == "Apache-2.0"
    needs = about.get_all("Requires-Dist") or []
    assert needs
    assert all(">=" in need and "<" in need for need in needs), "each with a floor and a ceiling"


def test_the_wheel_imports_outside_the_repository(root: Path, installed: Path) -> None:
    place = run(installed / "python", "-c", "import reportedly; print(reportedly.__file__)", cwd=installed)
    assert not Path(place.strip()).is_relative_to(root)


def test_the_command_runs_outside_the_repository(root: Path, installed: Path) -> None:
    if not list((root / "src" / "reportedly").glob("cli*")):
        pytest.skip("there is no command line yet")
    assert run(installed / "reportedly", "--version", cwd=installed).split() == ["reportedly", reportedly.__version__]
