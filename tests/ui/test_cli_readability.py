"""`wegwijs readability` as a person reads it."""

from pathlib import Path

import pytest

from ui.cli import main


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["readability", *arguments]) == 0
    return capsys.readouterr().out


def test_each_hard_sentence_with_remedy_and_plain_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("Bel ons.\n\nGelieve het attest onverwijld terug te sturen.\n", encoding="utf-8")
    out = shown(capsys, str(file))
    assert "1 van de 2 zinnen" in out
    assert "Regel 3, " in out
    assert "'onverwijld' is ambtelijke taal. Schrijf: meteen." in out
    assert "> Stuur het attest meteen terug." in out
    assert "Regel 1" not in out
    assert max(map(len, out.splitlines())) <= 100


def test_a_plain_text_is_praised(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("Bel ons. We helpen je graag.\n", encoding="utf-8")
    out = shown(capsys, str(file), "--rewrite")
    assert "Niveau A2 (geschat)" in out
    assert "Elke zin is eenvoudig." in out
    assert out.rstrip().endswith("Bel ons. We helpen je graag.")
