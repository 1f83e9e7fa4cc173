"""The answer is put together from written sentences: the best section, what the question also needs, a rival."""

from assistant.ask.compose import Draft, compose
from assistant.ask.rerank import Need, Ranked
from assistant.sentences import load_sentences
from tests.assistant.ask.small_answers import CORPUS

NOTHING = Need((), ())


def draft(*sections: str, need: Need = NOTHING, scores: tuple[float, ...] = ()) -> Draft:
    given = scores or tuple(9.0 - 3 * place for place in range(len(sections)))
    ranked = [Ranked(name, score, {}) for name, score in zip(sections, given, strict=True)]
    return compose(ranked, need, CORPUS, load_sentences())


def test_the_direct_answer_comes_first_then_the_rest() -> None:
    found = draft("fiets#hoe")
    assert found.summary == "Vraag een fiets in het buurthuis."
    assert found.details == ("Je betaalt 2,50 euro. Vraag het 3 keer.", "Je kaart.")
    assert [(step.text, step.who) for step in found.steps] == [("Bel 1700.", "client"), ("Ga samen.", "together")]
    assert (found.bring, found.deadlines, found.sections) == ((), (), ("fiets#hoe",))


def test_papers_are_a_list_of_their_own() -> None:
    found = draft("fiets#papieren")
    assert found.bring == ("Je kaart.", "Een slot.")
    assert found.details == ()


def test_nothing_is_said_that_is_not_used() -> None:
    found = draft("fiets#hoe", "fiets#papieren", "fiets#termijn", need=Need(("meebrengen", "termijn"), ()))
    used = {u.sentence.text for u in found.used}
    shown = " ".join([found.summary, *found.details, *(s.text for s in found.steps), *found.bring])
    assert all(text in shown or text == "Breng hem terug binnen 7 dagen." for text in used)
    assert {u.section for u in found.used} == {"fiets#hoe", "fiets#papieren", "fiets#termijn"}


def test_what_the_question_also_needs_joins() -> None:
    found = draft("fiets#hoe", "fiets#termijn", "fiets#papieren", need=Need(("termijn",), ()))
    (term,) = found.deadlines
    assert (term.text, term.rule) == ("Kop over termijn? Breng hem terug binnen 7 dagen.", "Een fiets lenen")
    assert not any("7 dagen" in line for line in found.details)
    assert found.sections[:2] == ("fiets#hoe", "fiets#termijn")


def test_an_obstacle_that_was_named_joins_and_another_does_not() -> None:
    everything = ("fiets#hoe", "fiets#ver", "fiets#geen-pc")
    found = draft(*everything, need=Need((), ("geen-pc",)))
    assert found.sections == ("fiets#hoe", "fiets#geen-pc")
    assert draft(*everything).sections == ("fiets#hoe",)


def test_steps_of_a_companion_fill_only_a_gap() -> None:
    found = draft("fiets#papieren", "fiets#hoe", need=Need(("stappen",), ()))
    assert [step.text for step in found.steps] == ["Bel 1700.", "Ga samen."]
    assert any(line.endswith("Vraag een fiets in het buurthuis.") for line in found.details)
    assert "Je betaalt 2,50 euro." not in " ".join(found.details)


def test_a_section_that_says_not_what_to_do_lends_no_steps() -> None:
    found = draft("fiets#papieren", "fiets#prijs", need=Need(("bedrag",), ()))
    assert found.sections == ("fiets#papieren", "fiets#prijs")
    assert found.steps == ()


def test_another_subject_that_is_nearly_as_likely_is_named() -> None:
    close = draft("fiets#hoe", "bus#prijs", scores=(9.0, 8.9))
    assert "De bus kost 3 euro." in close.details[-1]
    assert "Kop over prijs" in close.details[-1]
    assert close.used[-1].section == "bus#prijs"
    assert "bus#prijs" not in draft("fiets#hoe", "bus#prijs", scores=(9.0, 5.0)).sections
    assert len(draft("fiets#hoe", "bus#prijs", scores=(9.0, 5.0)).details) == 2


def test_another_subject_that_says_the_same_is_not_named() -> None:
    found = draft("fiets#hoe", "bus#ook-zo", scores=(9.0, 8.9))
    assert {used.section for used in found.used} == {"fiets#hoe"}


def test_papers_that_nobody_asked_for_are_no_list() -> None:
    found = draft("fiets#hoe", "fiets#papieren", "fiets#raad")
    assert found.bring == ()
    assert "Kop over papieren? Neem je kaart mee." in found.details
