"""The prompts are files; the code that fills them leaves no hole and lets braces of a person through."""

from assistant.llm.material import Paragraph, Passage
from assistant.llm.prompts import PROMPTS_DIR, REWRITE, rewrite_messages
from assistant.llm.reply import parse_reply
from ingest.models import Sentence

ROWS = [
    Paragraph("Een. Twee.", (Passage("p1", "a#b", Sentence(text="Een.", sources=("x",))),
                             Passage("p2", "a#b", Sentence(text="Twee.", sources=("x",))))),
    Paragraph("Los.", ()),
    Paragraph("Drie.", (Passage("p3", "a#b", Sentence(text="Drie.", sources=())),)),
]  # fmt: skip


def test_every_prompt_is_a_file_with_text() -> None:
    files = {path.name for path in PROMPTS_DIR.glob("*.txt")}
    assert {f"{REWRITE}.system.txt", f"{REWRITE}.question.txt"} <= files


def test_question_and_passages_are_filled_in() -> None:
    rules, asked = rewrite_messages("wat is {dit}?", ROWS)
    assert (rules.type, asked.type) == ("system", "human")
    assert "wat is {dit}?" in str(asked.content)
    assert "[p1] Een.\n[p2] Twee.\n\n[p3] Drie." in str(asked.content)
    assert "Los." not in str(asked.content)


def test_the_form_that_the_rules_show_is_the_one_that_is_read() -> None:
    rules, _ = rewrite_messages("vraag", ROWS)
    assert parse_reply(str(rules.content)).sentences[0].passages == ("p1",)


def test_ids_and_marks_in_a_reply_are_cleaned() -> None:
    said = '{"text": "Bel VDAB. [p1] Ga naar het kantoor. [p2, p3]", "passages": ["[P1]", "p2."]}'
    raw = f'{{"sentences": [{said}, 7, {{}}]}}'
    lines = parse_reply(raw).sentences
    assert [line.text for line in lines] == ["Bel VDAB.", "Ga naar het kantoor."]
    assert lines[0].passages == ("p1", "p2")
