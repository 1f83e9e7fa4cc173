from pathlib import Path

import pytest

from ui.doors.letter import pages_of


def test_uploads_are_deleted_even_when_reading_fails(tmp_path: Path) -> None:
    upload = tmp_path / "brief.pdf"
    upload.write_bytes(b"%PDF")
    with pytest.raises(RuntimeError), pages_of([str(upload)], "") as pages:
        assert pages == [upload]
        raise RuntimeError
    assert not upload.exists()


def test_pasted_words_lie_in_the_private_folder_and_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
    with pages_of(None, "Geachte mevrouw") as pages:
        assert [page.parent for page in pages] == [tmp_path]
        assert pages[0].read_text(encoding="utf-8") == "Geachte mevrouw"
    assert list(tmp_path.iterdir()) == []
