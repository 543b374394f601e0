"""Adding from the page: a text, files, an address or a feed, read in the background while everybody looks on."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse

from reportedly.errors import BadInput
from reportedly.reading.intake.inputs import Input, input_of
from reportedly.reading.intake.known import NOTHING, Known
from reportedly.reading.intake.made import Piece
from reportedly.reading.intake.rows import make_row
from reportedly.reading.intake.sources import KINDS
from reportedly.records import Article, Failure
from reportedly.records.codec import encode
from reportedly.web.access import Editor, Insider, Writer
from reportedly.web.desk import Desk, desk_of
from reportedly.web.guard import LongForms
from reportedly.web.jobs import Delivery, Jobs
from reportedly.web.twins import render

router = APIRouter(tags=["adding"], route_class=LongForms)

FILES = 200  # at once
FILE = 50_000_000  # bytes
GLANCE = 0.05  # seconds between two looks at whether a reading is there


def jobs_of(request: Request) -> Jobs:
    """The deliveries of the desk that answers."""
    jobs: Jobs = request.app.state.jobs
    return jobs


@router.get("/add", include_in_schema=False)
def add_page(request: Request, visitor: Insider) -> HTMLResponse:
    """Takes deliveries, and shows what became of the latest."""
    return render(request, "add.html.jinja", jobs_of(request).all())


@router.get("/add/{id}", include_in_schema=False)
def job_page(request: Request, visitor: Insider, id: str) -> HTMLResponse:
    """How far one delivery is."""
    return render(request, "job.html.jinja", jobs_of(request).job(id))


@router.get("/add/{id}/part", include_in_schema=False)
def job_part(request: Request, visitor: Insider, id: str) -> HTMLResponse:
    """The part of that page that changes."""
    return render(request, "job_part.html.jinja", jobs_of(request).job(id))


@router.post("/add/text", include_in_schema=False)
def add_text(
    request: Request,
    visitor: Editor,
    text: Annotated[str, Form(min_length=1, max_length=5_000_000)],
    outlet: Annotated[str, Form(max_length=300)] = "",
    title: Annotated[str, Form(max_length=1000)] = "",
    byline: Annotated[str, Form(max_length=300)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
    url: Annotated[str, Form(max_length=4000)] = "",
) -> RedirectResponse:
    """Reads a text that was pasted."""
    row = {
        "text": text.replace("\r\n", "\n"), "outlet": outlet.strip() or None, "title": title.strip() or None,
        "byline": byline.strip() or None, "published": published.strip() or None, "url": url.strip() or None,
    }  # fmt: skip
    return _taken(request, title.strip() or "a text", Delivery(inputs=(_pasted(row),), few=True))


@router.post("/add/files", include_in_schema=False)
def add_files(
    request: Request, visitor: Editor, files: Annotated[list[UploadFile], File()],
    outlet: Annotated[str, Form(max_length=300)] = "", published: Annotated[str, Form(max_length=40)] = "",
) -> RedirectResponse:  # fmt: skip
    """Reads files that were sent."""
    sent = [file for file in files if file.filename]
    if not sent:
        raise BadInput("no file was sent", do="choose one first")
    if len(sent) > FILES:
        raise BadInput(f"more than {FILES} files at once", do="send them in parts, or use: reportedly add")
    folder = Path(tempfile.mkdtemp(prefix="reportedly-"))
    try:
        paths = [_saved(file, folder) for file in sent]
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    what = paths[0].name if len(paths) == 1 else f"{len(paths)} files"
    known = Known(outlet=outlet.strip() or None, published=published.strip() or None)
    return _taken(request, what, Delivery(sources=tuple(map(str, paths)), known=known, folder=folder))


@router.post("/add/address", include_in_schema=False)
def add_address(
    request: Request, visitor: Editor, url: Annotated[str, Form(min_length=1, max_length=4000)]
) -> RedirectResponse:
    """Reads a page or a feed from the web."""
    if not url.strip().startswith(("http://", "https://")):
        raise BadInput("this is no address of the web", where=url, do="begin it with https://")
    return _taken(request, url.strip(), Delivery(sources=(url.strip(),)))


@router.post("/articles.json", status_code=201, response_model=dict)
async def add_article(request: Request, visitor: Writer, article: dict[str, Any]) -> JSONResponse:
    """Reads one input article (only `text` is required), keeps it, and gives its Reading."""
    jobs = jobs_of(request)
    with jobs.places.one():
        item = await asyncio.to_thread(_pasted, article)
        job = jobs.take(str(article.get("title") or "an article"), Delivery(inputs=(item,), few=True))
        while not job.ended:  # no thread is held meanwhile: pages need them
            await asyncio.sleep(GLANCE)
    if job.trouble or job.failures:
        raise _refusal(job.trouble or job.failures[0])
    assert isinstance(item.article, Article)
    return JSONResponse(await asyncio.to_thread(_reading_of, desk_of(request), item.article), status_code=201)


def _reading_of(desk: Desk, article: Article) -> Any:
    with desk.reading() as beside:
        held = beside.held(article)
        return encode(beside.reading(held.id if held else article.id))


def _pasted(row: dict[str, Any]) -> Input:
    """The input that a row is; BadInput says what is wrong with it."""
    found = input_of(Piece("the desk", partial(make_row, row, where="the article", known=NOTHING)))
    if isinstance(found.article, Failure):
        raise _refusal(found.article.reason)
    return found


def _refusal(reason: str) -> BadInput:
    """Why an article is not read, what to do about it apart."""
    what, _, do = reason.partition("; ")
    return BadInput(what, where="the article", do=do or None)


def _saved(file: UploadFile, folder: Path) -> Path:
    """The file in this folder under the last part of its name; BadInput where it is no kind that can be read."""
    name = PurePosixPath((file.filename or "").replace("\\", "/")).name.strip().lstrip(".")
    if not name.lower().endswith(tuple(KINDS)):
        raise BadInput("this is no kind of file that can be read", where=name, do=f"send {', '.join(KINDS)}")
    own = folder / str(len(list(folder.iterdir())))
    own.mkdir()
    path = own / name.encode(errors="replace")[-200:].decode(errors="ignore")  # file systems count bytes
    size = 0
    with path.open("wb") as out:
        while piece := file.file.read(1 << 20):
            size += len(piece)
            if size > FILE:
                raise BadInput(f"larger than {FILE:,} bytes", where=name, do="use: reportedly add")
            out.write(piece)
    return path


def _taken(request: Request, what: str, delivery: Delivery) -> RedirectResponse:
    job = jobs_of(request).take(what, delivery)
    return RedirectResponse(f"/add/{job.id}", status_code=303)
