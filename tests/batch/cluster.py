"""A Ray cluster of two workers, of which one is killed while work is done on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CLUSTER = """
import os, subprocess, sys, time
from ray.cluster_utils import Cluster
folder, begun, *works = sys.argv[1:]
small = {"object_store_memory": 100_000_000}
cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False, **small})
nodes = [cluster.add_node(num_cpus=1, **small) for _ in range(2)]
cluster.wait_for_nodes()
run = subprocess.Popen([sys.executable, "-c", works[0], cluster.address])
while run.poll() is None and (not os.path.isdir(folder) or len(os.listdir(folder)) < int(begun)):
    time.sleep(0.02)
assert run.poll() is None, "the work was over before a worker was killed"
cluster.remove_node(nodes[1], allow_graceful=False)
status = run.wait(100)
for work in works[1:]:
    status = status or subprocess.run([sys.executable, "-c", work, cluster.address]).returncode
cluster.shutdown()
sys.exit(status)
"""


def losing_a_worker(folder: Path, begun: int, *works: str) -> None:
    """Runs programs one after the other, the address of the cluster as their argument; all must end well.

    A worker is killed when the first has put so many files into the folder.
    """
    ended = subprocess.run(
        [sys.executable, "-c", CLUSTER, folder, str(begun), *works],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
