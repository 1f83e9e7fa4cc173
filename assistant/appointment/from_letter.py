"""An explained letter of invitation as the first answers of the sheet: nothing is typed twice."""

from assistant.models import Letter

MODES = {"office": "kantoor", "event": "kantoor", "phone": "telefoon", "online": "online", "home": "thuis"}
ANY = "ander"
KINDS = {
    "vdab": "vervolggesprek", "ocmw": "ocmw", "opleiding": "opleiding", "rva": "rva", "hvw": ANY, "vakbond": ANY,
    "mutualiteit": ANY, "woonmaatschappij": ANY, "groeipakket": ANY, "school": ANY, "inburgering": ANY, "andere": ANY,
}  # fmt: skip
"""Kind of sender -> kind of talk, where the kind of letter says no more."""
KIND_IDS = {
    "vdab-telefoon": "telefoon", "vdab-opleiding": "opleiding", "vdab-afsprakenblad": "afsprakenblad",
    "vdab-verhoor": "controledienst", "lac": ANY,
}  # fmt: skip
"""Kind of letter in the catalogue -> kind of talk."""


NO_TALK = {"vdab-job"}
"""A talk with an employer is not one that this sheet prepares; neither is a session of a court."""


def answers_from_letter(letter: Letter) -> dict[str, str]:
    """The answers that the letter gives; empty when it invites to no talk that we prepare."""
    meeting = letter.appointment
    if (
        letter.kind_id in NO_TALK
        or (kind := KIND_IDS.get(letter.kind_id or "", KINDS.get(letter.sender.kind))) is None
        or meeting is None
        or meeting.start is None
        or meeting.mode == "court"
    ):
        return {}
    found = {"soort": kind, "dag": meeting.start.date().isoformat()}
    if (meeting.start.hour, meeting.start.minute) != (0, 0):
        found["uur"] = f"{meeting.start:%H:%M}"
    if meeting.mode:
        found["waar"] = MODES[meeting.mode]
    if meeting.place:
        found["plaats"] = meeting.place[:200]
    return found
