"""The web server around the screen: own upload folder, headers, style, and only this machine as a source."""

import os
import re
import shutil
import socket
import tempfile
import threading
import time
import webbrowser
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

from ui.desk import Desk
from ui.text import Text, load_text

HERE = Path(__file__).parent
MAX_FILE_SIZE = "20mb"
ONE_AT_A_TIME, LETTERS_AT_A_TIME = 8, 2
CONTENT_SECURITY_POLICY = (
    "default-src 'self' data: blob:; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; connect-src 'self'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "geolocation=(), microphone=(), camera=(self)",
    "Cache-Control": "no-store",
}
NO_DOCS: dict[str, Any] = {"docs_url": None, "redoc_url": None, "openapi_url": None}
SHARING_TAGS = re.compile(r'<meta\s+(?:property|name)="(?:og|twitter):[^>]*>\s*')
"""Gradio's tags for social media; they name foreign hosts."""


def serve(
    wegwijs: Desk,
    host: str = "127.0.0.1",
    port: int = 7860,
    open_browser: bool = True,
    today: Callable[[], date] = date.today,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Show the screen until the process is stopped. Uploads lie in a new private folder, wiped at the end.

    `ready` is called once every text is read and the screen stands. Raises CorpusError before that.
    """
    import uvicorn

    uploads = private_upload_folder()
    try:
        app = create_server(wegwijs, load_text(), today)
        ready()
        if open_browser:
            threading.Thread(target=_open_when_up, args=(host, port), daemon=True).start()
        uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False)
    finally:
        shutil.rmtree(uploads, ignore_errors=True)


def private_upload_folder() -> Path:
    """A new folder that only this user can read; Gradio is told to use it. Call before gradio is imported."""
    folder = Path(tempfile.mkdtemp(prefix="wegwijs-"))
    folder.chmod(0o700)
    os.environ["GRADIO_TEMP_DIR"] = str(folder)
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    return folder


def create_server(wegwijs: Desk, text: Text, today: Callable[[], date] = date.today) -> FastAPI:
    """The FastAPI app with the screen at `/` and its style, script and letters at `/eigen`."""
    import gradio as gr

    from ui.app import build_app

    app = FastAPI(**NO_DOCS)
    app.middleware("http")(dress)
    for folder in ("fonts", "static"):
        app.mount(f"/eigen/{folder}", StaticFiles(directory=HERE / folder), name=folder)
    app.get("/eigen/style.css")(lambda: FileResponse(HERE / "style.css", media_type="text/css"))
    blocks = build_app(wegwijs, text, today)
    blocks.queue(default_concurrency_limit=ONE_AT_A_TIME, api_open=False)
    gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        theme=gr.themes.Base(font=["Verdana", "sans-serif"], font_mono=["monospace"]),
        footer_links=[],
        run_history=False,
        show_error=False,
        enable_monitoring=False,
        max_file_size=MAX_FILE_SIZE,
        app_kwargs=dict(NO_DOCS),
        allowed_paths=[],
        favicon_path=str(HERE / "static" / "wegwijs.svg"),
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
    )
    return app


async def dress(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """Add the headers to every reply; give the page its language, style and script."""
    reply = await call_next(request)
    for name, value in HEADERS.items():
        reply.headers.setdefault(name, value)
    if not reply.headers.get("content-type", "").startswith("text/html"):
        return reply
    body = b"".join([part async for part in reply.body_iterator])  # type: ignore[attr-defined]  # a streaming reply
    page = dress_page(body.decode("utf-8"))
    headers = {name: value for name, value in reply.headers.items() if name.lower() != "content-length"}
    return Response(page, status_code=reply.status_code, headers=headers, media_type="text/html")


def dress_page(page: str) -> str:
    """Gradio's page in Dutch, with our style sheet and script, without its tags for social media."""
    page = SHARING_TAGS.sub("", page).replace('lang="en"', 'lang="nl-BE"', 1)
    own = '<link rel="stylesheet" href="/eigen/style.css"><script src="/eigen/static/wegwijs.js"></script>'
    own += '<script src="/eigen/static/my_steps.js"></script><script src="/eigen/static/appointment.js"></script>'
    own += '<script src="/eigen/static/simpler.js"></script>'
    return page.replace("</head>", f"{own}</head>", 1)


def _open_when_up(host: str, port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex((host, port)) == 0:
                webbrowser.open(f"http://{host}:{port}/")
                return
        time.sleep(0.1)
