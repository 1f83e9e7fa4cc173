"""The server shuts what Gradio leaves open: checked on the live config, not on our arguments."""

import os
import stat
from pathlib import Path

import httpx
import pytest

from ui.server import dress_page, private_upload_folder

Client = httpx.Client


def test_live_config_is_hardened(client: Client) -> None:
    config = client.get("/config").json()
    assert config["analytics_enabled"] is False
    assert config["show_error"] is False
    assert config["footer_links"] == []
    assert config["run_history"] is False
    assert config["max_file_size"] == 20 * 1024**2
    assert config["pwa"] is False
    assert config["mcp_server"] is False
    assert {row["api_visibility"] for row in config["dependencies"]} == {"private"}


def test_no_endpoint_is_public(client: Client) -> None:
    info = client.get("/gradio_api/info").json()
    assert info == {"named_endpoints": {}, "unnamed_endpoints": {}}


def test_page_is_dutch_and_names_no_foreign_host_to_load(client: Client) -> None:
    page = client.get("/").text
    assert '<html\n\tlang="nl-BE"' in page
    assert "/eigen/style.css" in page
    assert "og:image" not in page
    assert "twitter:" not in page
    assert 'src="http' not in page
    assert "fonts.googleapis" not in page


@pytest.mark.parametrize("path", ["/", "/config", "/eigen/style.css", "/eigen/static/wegwijs.js"])
def test_headers(client: Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "connect-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/etc/hostname", "pyproject.toml", "../ui/server.py"])
def test_no_other_file_is_served(client: Client, path: str) -> None:
    assert client.get(f"/gradio_api/file={path}").status_code in (403, 404)


@pytest.mark.parametrize("path", ["/eigen/server.py", "/eigen/text.nl.yaml", "/docs", "/openapi.json"])
def test_own_code_and_docs_are_not_served(client: Client, path: str) -> None:
    reply = client.get(path)
    assert "ONE_AT_A_TIME" not in reply.text
    assert reply.status_code == 404 or "text/html" in reply.headers["content-type"]


def test_own_letters_are_served(client: Client) -> None:
    for weight in (400, 700):
        reply = client.get(f"/eigen/fonts/lees-{weight}.woff2")
        assert reply.content.startswith(b"wOF2")
        assert len(reply.content) < 40_000


def test_uploads_lie_in_a_private_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("GRADIO_TEMP_DIR", "")
    monkeypatch.setenv("GRADIO_ANALYTICS_ENABLED", "True")
    folder = private_upload_folder()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert os.environ["GRADIO_TEMP_DIR"] == str(folder)
    assert os.environ["GRADIO_ANALYTICS_ENABLED"] == "False"


def test_dressing_keeps_the_page() -> None:
    share = '<meta property="og:image" content="https://x.y/z.png" />'
    page = f'<html lang="en"><head>{share}<title>W</title></head><p>a</p>'
    dressed = dress_page(page)
    assert dressed.startswith('<html lang="nl-BE"><head><title>W</title><link rel="stylesheet"')
    assert dressed.endswith("</head><p>a</p>")
