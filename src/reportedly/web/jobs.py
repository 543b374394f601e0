"""Deliveries that are read in the background, one after the other, while everybody looks on."""

from __future__ import annotations

import logging
import re
import secrets
import shutil
from collections import OrderedDict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Condition, Thread

from reportedly.adding.adding import Adding, reader_name
from reportedly.aside import Aside
from reportedly.errors import NotHere, ReportedlyError
from reportedly.reading.intake.inputs import Input, Passed, found_inputs
from reportedly.reading.intake.known import NOTHING, Known
from reportedly.records import Article, Failure, Reading
from reportedly.records.given import Given
from reportedly.render.outline import Outline
from reportedly.store.entries import Added, Held
from reportedly.trace.updating import bring_up_to_date
from reportedly.web.desk import Desk
from reportedly.web.guard import Places, TooMuch

log = logging.getLogger("reportedly.desk")

JOBS = 50  # that are remembered
AWAITED = 8  # articles of programs that wait for their readings at one time
SHOWN = 100  # articles and failures of one job


@dataclass(slots=True)
class Job:
    """One delivery: what came, and what has become of it so far."""

    id: str
    what: str
    began: datetime
    state: str = "waiting"  # waiting, reading, tracing, done, broken
    read: int = 0
    held: int = 0
    failed: int = 0
    articles: deque[tuple[str, str]] = field(default_factory=lambda: deque(maxlen=SHOWN))  # id, heading
    latest: Reading | None = None
    failures: deque[str] = field(default_factory=lambda: deque(maxlen=SHOWN))
    trouble: str | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in ("done", "broken")

    def outline(self) -> Outline | None:
        """What was read last, in the order of its text."""
        return Outline(self.latest) if self.latest is not None else None

    def passed(self, size: int) -> None:
        """An input is there already."""
        self.held += 1

    def tell(self, failure: Failure) -> None:
        """An input could not be read."""
        self.failed += 1
        self.failures.append(": ".join(filter(None, (failure.source or failure.id, failure.reason))))

    def kept(self, readings: Sequence[Reading]) -> None:
        """Readings are in the store: they can be looked at now."""
        self.read += len(readings)
        self.latest = readings[-1] if readings else self.latest
        self.articles.extend((r.article.id, r.article.title or r.article.outlet or r.article.id) for r in readings)


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where inputs come from; `folder` holds files that were sent, and goes when they are read."""

    sources: tuple[str, ...] = ()
    known: Known = NOTHING
    inputs: Iterable[Input] | None = None
    few: bool = False  # so that they are read sooner than a process is started
    folder: Path | None = None


class Penned:
    """The store of the desk for one who reads for minutes: the pen is taken for each step, and given back.

    What only looks something up writes nothing: pages that were found stay as they are.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def held(self, article: Article) -> Held | None:
        """As the store's."""
        with self._desk.holding() as store:
            return store.held(article)

    def clash(self, article: Article, given: Given) -> Failure | None:
        """As the store's."""
        with self._desk.holding() as store:
            return store.clash(article, given)

    def knows(self, digest: int, source: str, *, read_by: str | None = None) -> bool:
        """As the store's."""
        with self._desk.holding() as store:
            return store.knows(digest, source, read_by=read_by)

    def add(
        self, records: Iterable[Reading | Failure], *, read_by: str | None, given: Mapping[str, Given] | None = None
    ) -> Added:
        """As the store's."""
        with self._desk.writing(in_passing=True) as store:
            return store.add(records, read_by=read_by, given=given or {})

    def retry(self, source: str) -> None:
        """As the store's."""
        with self._desk.writing(in_passing=True) as store:
            store.retry(source)

    def meet(self, articles: Iterable[tuple[Article, Given]]) -> Added:
        """As the store's."""
        with self._desk.writing(in_passing=True) as store:
            return store.meet(articles)


class Jobs:
    """Deliveries one after the other, in a thread of their own; the latest are remembered."""

    def __init__(self, desk: Desk, *, allow_local: bool = False, processes: int = 2) -> None:
        self._desk = desk
        self._allow_local = allow_local
        self._processes = processes
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._waiting: deque[tuple[Job, Delivery]] = deque()
        self._turn = Condition()
        self._thread: Thread | None = None
        self._folders: set[Path] = set()
        self.places = Places(AWAITED)
        self._over = False

    def end(self) -> None:
        """Takes nothing more, and lets nobody wait; the files that were sent go."""
        with self._turn:
            self._over = True
            self._waiting.clear()
            for job in self._jobs.values():
                if not job.ended:
                    job.state, job.trouble = "broken", "the desk was closed"
            folders, self._folders = self._folders, set()
            self._turn.notify_all()
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)

    def take(self, what: str, delivery: Delivery) -> Job:
        """Takes a delivery in; it is read when those before it are."""
        job = Job(id=secrets.token_hex(6), what=what, began=datetime.now(UTC))
        with self._turn:
            if self._over:
                if delivery.folder is not None:
                    shutil.rmtree(delivery.folder, ignore_errors=True)
                raise TooMuch("the desk was closed", do="come again")
            if delivery.folder is not None:
                self._folders.add(delivery.folder)
            self._jobs[job.id] = job
            while len(self._jobs) > JOBS and next(iter(self._jobs.values())).ended:
                self._jobs.popitem(last=False)
            self._waiting.append((job, delivery))
            if self._thread is None:
                self._thread = Thread(target=self._work, name="adding", daemon=True)
                self._thread.start()
            self._turn.notify()
        return job

    def forget(self, job: Job) -> None:
        """Takes a delivery off the list, of which nothing came."""
        with self._turn:
            self._jobs.pop(job.id, None)

    def all(self) -> list[Job]:
        """The deliveries that are remembered, the latest first."""
        return list(reversed(self._jobs.values()))

    def job(self, id: str) -> Job:
        """One of them; NotHere when it is not remembered."""
        if id not in self._jobs:
            raise NotHere("there is no such delivery", where=id, do="see /add")
        return self._jobs[id]

    def wait(self, job: Job) -> None:
        """Returns when nothing more will come of a delivery."""
        with self._turn:
            self._turn.wait_for(lambda: job.ended)

    def _work(self) -> None:
        while True:
            with self._turn:
                self._turn.wait_for(lambda: bool(self._waiting) or self._over)
                if self._over:
                    return
                job, delivery = self._waiting.popleft()
            try:
                self._read(job, delivery)
                if not self._over:
                    job.state = "done"
            except ReportedlyError as error:
                job.state, job.trouble = "broken", str(error)
            except Exception as error:  # one delivery that meets a bug of ours must not end all that come later
                reference = secrets.token_hex(4)
                log.error("a delivery failed, reference %s", reference, exc_info=error)
                job.state, job.trouble = "broken", f"something went wrong here; reference {reference}"
            finally:
                if delivery.folder is not None:
                    shutil.rmtree(delivery.folder, ignore_errors=True)
                with self._turn:
                    self._folders.discard(delivery.folder or Path())
                    self._turn.notify_all()

    def _read(self, job: Job, delivery: Delivery) -> None:
        job.state = "reading"
        store = Penned(self._desk)
        adding = Adding(store, _Counted(job), tell=job.tell, kept=job.kept)
        inputs: Iterable[Input | Passed] = (
            delivery.inputs
            if delivery.inputs is not None
            else found_inputs(
                delivery.sources,
                known=delivery.known,
                allow_local=self._allow_local,
                passing=partial(store.knows, read_by=reader_name()),
                begun=store.retry,
            )
        )
        processes = 1 if delivery.few else self._processes
        adding.add(_without_folder(inputs, delivery.folder), processes=processes, gently=True)
        if job.read:
            job.state = "tracing"
            with Aside(gently=True) as beside, self._desk.writing() as whole:
                whole.settle()  # the desk may be closed long before all is traced
                bring_up_to_date(whole, beside.each)


class _Counted:
    """Counts for a job what its readings do not."""

    def __init__(self, job: Job) -> None:
        self._job = job

    def passed(self, size: int) -> None:
        self._job.passed(size)

    def read(self, size: int, *, failed: bool) -> None:
        """Readings are counted when they are kept, failures when they are told."""


def _without_folder(inputs: Iterable[Input | Passed], folder: Path | None) -> Iterable[Input | Passed]:
    """The inputs with the names that files were sent under, not where they lay meanwhile."""
    for item in inputs:
        if folder is None or isinstance(item, Passed) or item.given.source is None:
            yield item
            continue
        given = replace(item.given, source=_as_sent(item.given.source, folder))
        article = item.article
        if isinstance(article, Failure) and article.source:
            reason = _as_sent(article.reason, folder)
            article = Failure(id=article.id, source=_as_sent(article.source, folder), reason=reason)
        yield Input(article=article, given=given, size=item.size)


def _as_sent(words: str, folder: Path) -> str:
    """Where something stands, by the name that its file was sent under: in its own folder, by number."""
    return re.sub(rf"{re.escape(str(folder))}/\d+/", "", words)
