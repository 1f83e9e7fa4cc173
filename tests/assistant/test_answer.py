"""From question to answer on the real corpus, at a fixed day: the scenes at the table, talks, and the proof."""

from datetime import date
from itertools import islice

import pytest

from assistant.answer import UNSURE
from assistant.ask.check import unproven_numbers
from assistant.models import Answer
from assistant.plain import harder_than
from assistant.wegwijs import Wegwijs
from ingest.models import Corpus

MISSED = [
    "ik heb mijn afspraak bij vdab gemsit wat moet ik ddoen", "ik heb mijn afpsraak bij vdab gemsit",
    "ik hep men afpsraak bij de vdab gemist", "afpsraak vdab gemisst wat nu",
    "kheb mijn afsprak bij vdab gemsit, wat nu",
]  # fmt: skip
VDAB_TALK = [
    "ik ben mijn afspraak bij vdab vergeten", "wat nu?", "krijg ik dan een straf?", "hoe lang?", "kan ik in beroep?",
    "tegen wanneer?", "wie helpt mij daarbij?", "en wat moet ik dan zeggen?",
]  # fmt: skip
LEEFLOON_TALK = [
    "hoe vraag ik een leefloon aan?", "wat moet ik meebrengen?", "hoe lang duurt dat?", "en als ze nee zeggen?",
    "binnen welke tijd moet ik dat doen?", "hoeveel is het?", "en als ik samenwoon?", "mag ik dan werken?",
]  # fmt: skip


def documents(answer: Answer) -> list[str]:
    return list(dict.fromkeys(citation.document_id for citation in answer.citations))


def talk(wegwijs: Wegwijs, questions: list[str]) -> list[Answer]:
    return [wegwijs.answer(question, questions[:turn]) for turn, question in enumerate(questions)]


@pytest.mark.parametrize("question", MISSED)
def test_a_missed_appointment_with_two_typing_errors(wegwijs: Wegwijs, question: str) -> None:
    answer = wegwijs.answer(question)
    assert answer.kind == "answer"
    assert documents(answer)[0] == "vdab-afspraak-gemist"
    assert "0800 30 700" in answer.summary
    assert answer.contacts[0].phone == "0800 30 700"
    rule = next(c for c in answer.citations if "3de werkdag" in c.quote)
    assert rule.url and rule.url.startswith("http")
    assert rule.quote in answer.answer
    assert (rule.publisher, rule.quote_from) == ("VDAB", "own-summary")
    assert "verantwoorden-vdab" in answer.procedures


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("wat voor weer wordt het morgen?", "out-of-scope"), ("wa vr weer is t morgen", "out-of-scope"),
        ("hoeveel is kinderbijslag in nederland?", "other-country"),
        ("hoe vraag ik bijstand aan in Duitsland", "other-country"),
    ],
)  # fmt: skip
def test_the_weather_and_another_country_are_refused(wegwijs: Wegwijs, question: str, label: str) -> None:
    answer = wegwijs.answer(question)
    assert (answer.kind, answer.label, answer.abstained) == ("out_of_scope", label, True)
    assert (answer.citations, answer.steps, answer.deadlines) == ((), (), ())


@pytest.mark.parametrize(
    ("question", "document", "words"),
    [
        ("hoe vraag ik een leefloon aan", "leefloon-vragen-bij-ocmw", "OCMW"),
        ("mijn kind is ziek en ik moet morgen naar vdab", "vdab-afspraak-niet-kunnen-gaan", "0800 30 700"),
        ("wat is een C4", "c4-en-papieren-rva", "werkgever"),
        ("art. 60", "artikel-60-werken-via-ocmw", "OCMW"),
        ("de deurwaarder staat aan mijn deur", "deurwaarder-aan-de-deur", "vonnis"),
        ("ik kan mijn energiefactuur niet betalen", "energieschulden-en-budgetmeter", "leverancier"),
        ("wat is een referentieadres", "dakloos-en-referentieadres", "adres"),
        ("hoe vraag ik een pro deo advocaat", "gratis-advocaat-pro-deo", "gratis"),
    ],
)
def test_what_people_ask_at_the_table(wegwijs: Wegwijs, question: str, document: str, words: str) -> None:
    answer = wegwijs.answer(question)
    assert answer.kind == "answer"
    assert documents(answer)[0] == document
    assert words in answer.answer


def test_a_talk_keeps_its_subject_over_eight_turns(wegwijs: Wegwijs) -> None:
    answers = talk(wegwijs, VDAB_TALK)
    assert all(answer.kind == "answer" for answer in answers[:6])
    about = [documents(answer)[0] for answer in answers if answer.kind == "answer"]
    assert set(about) <= {
        "vdab-afspraak-gemist", "vdab-afspraak-niet-kunnen-gaan", "vdab-controledienst", "vdab-klacht",
        "beroep-arbeidsrechtbank-uitkering",
    }  # fmt: skip
    assert "4 tot 52 weken" in answers[2].answer
    assert "3 maanden" in answers[5].answer


def test_another_talk_of_eight_turns(wegwijs: Wegwijs) -> None:
    about = [documents(answer)[0] for answer in talk(wegwijs, LEEFLOON_TALK) if answer.kind == "answer"]
    assert all(name.startswith("leefloon") or name == "artikel-60-werken-via-ocmw" for name in about)
    assert len(about) >= 6


def test_a_talk_may_turn_to_another_subject(wegwijs: Wegwijs) -> None:
    answer = wegwijs.answer("wat is een referentieadres", VDAB_TALK)
    assert documents(answer)[0] == "dakloos-en-referentieadres"


def test_danger_in_a_talk_goes_first(wegwijs: Wegwijs) -> None:
    answer = wegwijs.answer("ik wil niet meer leven", LEEFLOON_TALK[:3])
    assert (answer.kind, answer.contacts[0].phone) == ("crisis", "1813")


def test_two_questions_in_one(wegwijs: Wegwijs) -> None:
    answer = wegwijs.answer("Hoeveel is het leefloon? Hoe vraag ik een uitpas aan?")
    assert answer.question == "Hoeveel is het leefloon? Hoe vraag ik een uitpas aan?"
    assert {"leefloon-bedrag-en-uitbetaling", "uitpas"} <= set(documents(answer))
    assert answer.answer.index("leefloon") < answer.answer.index("UiTPAS")
    assert unproven_numbers(answer) == ()


def test_two_sentences_about_one_thing_are_one_question(wegwijs: Wegwijs) -> None:
    answer = wegwijs.answer("Mijn kind is ziek vandaag? Kan ik mijn afspraak bij vdab verzetten?")
    assert answer.kind == "answer"
    assert documents(answer)[0] == "vdab-afspraak-niet-kunnen-gaan"


@pytest.mark.parametrize(
    "text", ["", " ", "😀", "?", "\x00", "\ud800", "x" * 10_000, "leefloon " * 2000, "<b></b>", "مرحبا كيف الحال", "1"]
)
def test_any_text_gets_an_answer_that_claims_nothing(wegwijs: Wegwijs, text: str) -> None:
    answer = wegwijs.answer(text)
    assert answer.kind in {"clarify", "abstain", "out_of_scope"}
    assert answer.answer
    assert answer.citations == ()


def test_an_unsure_answer_says_what_it_is_about(wegwijs: Wegwijs) -> None:
    about = wegwijs.sentences["uncertain.about"].partition("{")[0]
    asked = ("ik ben bang van brieven over werk", "iets met huis en geld", "wat is een C4")
    answers = [wegwijs.answer(text) for text in asked]
    for answer in (found for found in answers if found.kind == "answer"):
        assert any(line.startswith(about) for line in answer.uncertain) == (answer.confidence < UNSURE)
    assert any(answer.kind == "answer" and answer.confidence >= UNSURE for answer in answers)


def test_a_second_question_with_dat_goes_on_from_the_first(wegwijs: Wegwijs) -> None:
    answer = wegwijs.answer("wat is dat sociaal tarief en krijg ik dat vanzelf")
    assert [documents(part)[0] for part in answer.parts] == ["sociaal-tarief-energie"] * 2


def test_a_document_past_its_date_is_said(wegwijs: Wegwijs) -> None:
    question = "hoe vraag ik een leefloon aan"
    later = wegwijs.answer(question, today=date(2029, 1, 1))
    assert any("2027" in sentence for sentence in later.uncertain)
    assert not any("Vraag na of" in sentence for sentence in wegwijs.answer(question).uncertain)


def test_the_same_question_gets_the_same_answer(wegwijs: Wegwijs) -> None:
    first, second = (wegwijs.answer("wat is een C4").model_copy(update={"seconds": 0.0}) for _ in range(2))
    assert first == second


def corpus_questions(corpus: Corpus, step: int) -> list[str]:
    every = (q for d in corpus.documents for s in d.sections for q in s.questions)
    return list(islice(every, 0, None, step))


def test_every_number_in_an_answer_is_proven(wegwijs: Wegwijs) -> None:
    """Over some 240 questions of all subjects: a number stands in a citation, a contact or the question."""
    questions = corpus_questions(wegwijs.corpus, 37)
    answers = [answer for answer in map(wegwijs.answer, questions) if answer.kind == "answer"]
    assert len(answers) > 0.8 * len(questions)
    assert {answer.question: found for answer in answers if (found := unproven_numbers(answer))} == {}
    assert [answer.question for answer in answers if not answer.citations] == []
    known = wegwijs.corpus.sources.values()
    pages = {source.url for source in known}
    assert {citation.url for answer in answers for citation in answer.citations} <= pages
    assert [a.question for a in answers if harder_than(a.readability.level, "B1")] == []


def test_every_sentence_that_is_cited_is_shown(wegwijs: Wegwijs) -> None:
    lost = [
        (answer.question, citation.quote)
        for answer in map(wegwijs.answer, corpus_questions(wegwijs.corpus, 151))
        for citation in answer.citations
        if citation.quote not in answer.answer
    ]
    assert lost == []


def test_forced_answers_have_features_only_where_sources_are_asked(wegwijs: Wegwijs) -> None:
    answer, features = wegwijs.forced_answer("wat is een C4")
    assert answer.kind == "answer"
    assert features["bias"] == 1.0
    assert wegwijs.forced_answer("wat voor weer wordt het morgen")[1] == {}
    assert wegwijs.candidates("wat is een C4")[0] == "c4-en-papieren-rva#wat-is-c4"
