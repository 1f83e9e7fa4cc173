"""What a talk brings into Mijn stappen."""

from datetime import date, datetime

from assistant.appointment import Agreed, draft_of_sheet, prepare_appointment
from ingest.corpus import load_corpus

TODAY = date(2026, 11, 25)
CORPUS = load_corpus(today=TODAY)


def test_the_day_and_what_was_agreed() -> None:
    sheet = prepare_appointment({"soort": "ocmw", "dag": "2026-12-08", "uur": "10:00"}, CORPUS, TODAY)
    draft = draft_of_sheet(
        sheet, [Agreed("papieren geven", "15 december", "ik"), Agreed("bellen", "gauw"), Agreed("")], TODAY
    )
    assert [(task.title, task.due) for task in draft.tasks] == [
        ("papieren geven (ik)", date(2026, 12, 15)), ("bellen gauw", None),
    ]  # fmt: skip
    assert [meeting.start for meeting in draft.meetings] == [datetime(2026, 12, 8, 10)]


def test_without_a_day_there_is_no_meeting() -> None:
    assert draft_of_sheet(prepare_appointment({}, CORPUS, TODAY), (), TODAY).meetings == ()
