from __future__ import annotations

import time
from pathlib import Path

import pytest

from reportedly.aside import Broken
from reportedly.errors import ReportedlyError
from reportedly.store.database import Store
from reportedly.store.traced import kept_entities, kept_trace
from reportedly.trace.updating import bring_up_to_date
from tests.batch.cluster import losing_a_worker
from tests.test_aside import broken, refused
from tests.trace.press import press

pytest.importorskip("daft", reason="plans need daft, which is not installed")

from reportedly.batch import plans

ROOT = Path(__file__).parents[2]
# daft leaves the pipes to its processes for Python to close
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


def test_a_plan_gives_results_in_the_order_of_the_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plans, "WAVE", 4)
    found = list(plans.each(max, ((f"row {number}", (number, 3)) for number in range(9))))
    assert found == [(f"row {number}", max(number, 3)) for number in range(9)]


def test_what_a_plan_refuses_and_what_breaks_in_it_is_told() -> None:
    with pytest.raises(ReportedlyError, match="here: no; do that"):
        list(plans.each(refused, [(None, ("no",))]))
    with pytest.raises(Broken, match="in broken"):
        list(plans.each(broken, [(None, (0,))]))


def test_the_trace_made_by_plans_is_that_made_here(tmp_path: Path) -> None:
    with Store.open(tmp_path / "here.duckdb") as here, Store.open(tmp_path / "plans.duckdb") as planned:
        for store in (here, planned):
            store.add(press())
        bring_up_to_date(here)
        bring_up_to_date(planned, plans.each)
        assert kept_trace(planned) == kept_trace(here)
        assert kept_entities(planned) == kept_entities(here)


def noted(folder: str, number: int) -> int:
    """A number, slowly, with a note of its having been begun."""
    Path(folder, f"{number}").touch()
    time.sleep(0.3)
    return number


WORK = """
import sys
from reportedly.batch.running import each_on
from tests.batch.test_tracing import noted
rows = ((number, (FOLDER, number)) for number in range(40))
assert list(each_on(sys.argv[1])(noted, rows)) == [(number, number) for number in range(40)]
"""


@pytest.mark.ray
def test_a_cluster_that_loses_a_worker_does_all_and_traces_as_it_is_done_here(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="a cluster needs ray, which is not installed")
    with Store.open(tmp_path / "here.duckdb") as here, Store.open(tmp_path / "cluster.duckdb") as traced:
        for store in (here, traced):
            store.add(press())
        bring_up_to_date(here)
        expected = kept_trace(here)
    (tmp_path / "notes").mkdir()
    trace = f"cli.main(['trace', {traced.where!r}, '--ray', sys.argv[1]])"
    traces = f"import sys\nfrom reportedly import cli\nsys.exit({trace})"
    losing_a_worker(tmp_path / "notes", 4, WORK.replace("FOLDER", repr(str(tmp_path / "notes"))), traces)
    with Store.open(tmp_path / "cluster.duckdb", read_only=True) as traced:
        assert kept_trace(traced) == expected
