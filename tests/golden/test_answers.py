"""Golden answers: kind, summary and cited sections of a dozen questions. Written again only with --update-golden."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.wegwijs import Wegwijs

FILE = Path(__file__).with_name("answers.json")
ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = (
    "kheb mijn afsprak bij vdab gemsit, wat nu",
    "hoe schrijf ik mij in bij vdab zonder computer",
    "hoe vraag ik een leefloon aan",
    "hoeveel tijd heb ik om in beroep te gaan tegen het ocmw",
    "wat is een c4",
    "de deurwaarder staat aan mijn deur",
    "mijn elektriciteit gaat afgesloten worden",
    "hoe krijg ik een sociale woning",
    "waar kan ik gratis Nederlands leren",
    "wat wordt het weer morgen",
    "hoe vraag ik een uitkering aan in Nederland",
    "ik wil niet meer leven",
)


def shown(wegwijs: Wegwijs, question: str) -> dict[str, Any]:
    answer = wegwijs.answer(question)
    sections = dict.fromkeys(f"{citation.document_id}#{citation.section}" for citation in answer.citations)
    return {"kind": answer.kind, "label": answer.label, "summary": answer.summary, "sections": list(sections)}


def test_answers_are_the_golden_ones(wegwijs: Wegwijs, request: pytest.FixtureRequest) -> None:
    found = {question: shown(wegwijs, question) for question in QUESTIONS}
    if request.config.getoption("--update-golden"):
        FILE.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(FILE.read_text(encoding="utf-8"))


def test_a_missed_appointment_with_two_typing_errors(wegwijs: Wegwijs) -> None:
    answer = wegwijs.answer(QUESTIONS[0])
    assert answer.kind == "answer"
    assert "0800 30 700" in answer.answer
    assert any("0800 30 700" in citation.quote and citation.url for citation in answer.citations)
    assert "3de werkdag" in answer.answer


def test_the_flag_is_not_left_on() -> None:
    for name in ("Makefile", "pyproject.toml", ".ci/run", "setup.sh"):
        assert "update-golden" not in (ROOT / name).read_text(encoding="utf-8")
