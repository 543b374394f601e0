"""One run of `batch`: inputs found, cut and read, what is done noted as it comes."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly import __version__
from reportedly.adding.adding import reader_name
from reportedly.batch.apart import READER
from reportedly.batch.manifest import Manifest, Source
from reportedly.batch.shards import Done, Shard, ShardKind
from reportedly.errors import BadInput, MissingExtra, ReportedlyError, Unreadable
from reportedly.reading.intake.inputs import kind_named
from reportedly.reading.intake.known import NOTHING, Known
from reportedly.reading.shipped import BEST, EncoderName

if TYPE_CHECKING:
    from types import ModuleType

    from reportedly.trace.updating import Each

ARTICLES = 250  # of a shard: half a minute of reading, which is what a run that is ended loses in each process
KINDS: dict[str, ShardKind] = {"lines": "lines", "parquet": "parquet", "warc": "warc"}
_WILD = frozenset("*?[")  # what makes a pattern of a path
ENDINGS = ".jsonl, .ndjson, .parquet, .pq, .warc or .warc.gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run came to, with what earlier ones had done."""

    shards: int
    articles: int
    failures: int
    words: int
    lost: tuple[str, ...]
    refused: tuple[str, ...]


def run(
    sources: Sequence[str],
    out: str | Path,
    *,
    known: Known = NOTHING,
    encoder: EncoderName = BEST,
    articles: int = ARTICLES,
    processes: int | None = None,
    cluster: str | None = None,
    sketched: bool = False,
    begun: Callable[[Sequence[Shard], Sequence[Shard]], None] = lambda shards, pending: None,
    came: Callable[[Shard, Done], None] = lambda shard, done: None,
    reader: str = READER,
) -> Outcome:
    """Reads the sources into shards in the folder `out`; what is there already is not read again.

    `cluster` is the address of a Ray cluster; without, so many `processes` of this machine read. `begun` is told of all
    shards and of those that are to be read, `came` of each as it is done; `reader` names what loads the reader in a
    process. BadInput, MissingExtra, ReportedlyError.
    """
    if "://" in str(out):
        do = "name one, and put what comes of the run where you like"
        raise BadInput("shards are written to a folder of this machine", where=str(out), do=do)
    plans = _plans()
    if cluster is not None:
        plans.use_cluster(cluster)
    found = _found(sources, plans)
    with Manifest.writing(Path(out), _versions(known, encoder)) as manifest:
        _take_in(manifest, found, articles, plans)
        settings = plans.Settings(
            known=known,
            sketched=sketched,
            encoder=encoder,
            reader=reader,
            processes=None if cluster is not None else processes or os.cpu_count() or 1,
        )
        begun(list(manifest.shards.values()), manifest.pending())
        waiting = {shard.number: shard for shard in manifest.pending()}
        while waiting:
            before = len(waiting)
            try:
                for result in plans.read(list(waiting.values()), settings):
                    _refuse_other_reader(result.read_by, manifest)
                    manifest.keep(result.done, result.table)
                    came(waiting.pop(result.done.shard), result.done)
            except plans.PlanFailed:
                if len(waiting) == before:  # else it goes on with what is left
                    raise
        return _outcome(manifest)


def each_on(cluster: str) -> Each:
    """Has work done by the Ray cluster at this address, a plan for a few things at a time; MissingExtra, PlanFailed."""
    plans = _plans()
    plans.use_cluster(cluster)
    each: Each = plans.each
    return each


def _outcome(manifest: Manifest) -> Outcome:
    kept = [done for _, done in manifest.kept()]
    return Outcome(
        shards=len(manifest.shards),
        articles=sum(done.articles for done in kept),
        failures=sum(done.failures for done in kept),
        words=sum(done.words for done in kept),
        lost=tuple(str(done.lost) for _, done in manifest.lost()),
        refused=tuple(f"{source.path}: {source.refused}" for source in manifest.inputs.values() if source.refused),
    )


def _take_in(manifest: Manifest, found: Sequence[tuple[str, int, ShardKind]], articles: int, plans: ModuleType) -> None:
    """Cuts the inputs that the run does not know yet."""
    fresh = []
    for path, size, kind in found:
        known = manifest.inputs.get(path)
        if known is None or known.refused is not None:
            fresh.append(Source(path=path, kind=kind, size=size))
        elif known.size != size:
            raise BadInput("it has changed since the run was begun", where=path, do="name a new folder for a new run")
    cut = {source.path: source for source in plans.cut(fresh, articles=articles)} if fresh else {}
    for source in fresh:  # in their order, whichever was cut first: shards are numbered by it
        manifest.add_input(cut[source.path])


def _found(sources: Sequence[str], plans: ModuleType) -> list[tuple[str, int, ShardKind]]:
    """The files that the sources lead to, each once, in the order of the sources and then of their paths."""
    found: dict[str, tuple[str, int, ShardKind]] = {}
    for source in sources:
        if "://" not in source and not Path(source).exists() and not _WILD & set(source):
            raise Unreadable("there is no such file", where=source, do="check the name")
        own = {
            path: (path, size, KINDS[kind])
            for path, size in plans.find_files([_pattern(source)])
            if (kind := kind_named(path)) in KINDS
        }
        if not own:
            raise Unreadable("there is nothing that can be read", where=source, do=f"name files that end in {ENDINGS}")
        found |= {path: one for path, one in own.items() if path not in found}
    return list(found.values())


def _pattern(source: str) -> str:
    """What leads to a source: a file itself, all that lies below a folder."""
    if "://" in source:
        return f"{source}**" if source.endswith("/") else source
    path = Path(source).absolute()
    if path.is_dir():
        return f"{_literal(path)}/**"
    return _literal(path) if path.exists() else str(path)


def _literal(path: Path) -> str:
    """The path as a pattern that means this one, whatever characters are in its name."""
    return "".join(f"[{character}]" if character in _WILD else character for character in str(path))


def _refuse_other_reader(read_by: str | None, manifest: Manifest) -> None:
    if read_by is not None and read_by != manifest.run["read_by"]:
        raise ReportedlyError(
            f"a worker has another reader, {read_by}, than this machine; install the same reportedly on all of them"
        )


def _versions(known: Known, encoder: EncoderName) -> dict[str, object]:
    """What a run is begun with."""
    from reportedly.trace.updating import version as traced_by  # late: few ask for sketches

    return {
        "reportedly": __version__,
        "read_by": reader_name(encoder),
        "traced_by": traced_by(),
        "python": platform.python_version(),
        "daft": version("daft"),
        "known": {name: value for name, value in asdict(known).items() if value},
    }


def _plans() -> ModuleType:
    try:
        from reportedly.batch import plans
    except ImportError as error:
        raise MissingExtra(
            "batch runs need daft, which is not installed; run: pip install 'reportedly[batch]'"
        ) from error
    return plans
