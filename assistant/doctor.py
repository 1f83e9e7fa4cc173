"""What this machine has and lacks, and how to mend it."""

import ctypes.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date

from assistant.models import Check, DoctorReport
from assistant.sentences import Sentences, load_sentences
from assistant.settings import Settings
from ingest.corpus import read_corpus
from ingest.errors import ModelMissing, ModelSilent

LANGUAGES = {"nld", "fra"}
SECONDS = 10


def examine(settings: Settings | None = None) -> DoctorReport:
    """Every check in one report; never raises."""
    settings, say = settings or Settings(), load_sentences()
    checks = tuple(_checks(settings, say))
    return DoctorReport(ok=all(check.ok for check in checks), checks=checks)


def _checks(settings: Settings, say: Sentences) -> Iterator[Check]:
    yield _check("python", sys.version_info >= (3, 11), f"{platform.python_version()} {platform.system()}", say)
    yield _tesseract(say)
    yield _check("pango", ctypes.util.find_library("pangoft2-1.0") is not None, None, say)
    yield _home(settings, say)
    yield _corpus(say, date.today())
    yield _language_model(settings, say)


def _check(name: str, ok: bool, found: str | None, say: Sentences) -> Check:
    """A check with the name, remedy and standard words of its key."""
    mend = None if ok else say[f"doctor.{name}.mend"]
    return Check(
        name=say[f"doctor.{name}"], ok=ok, found=found or say["doctor.here" if ok else "doctor.missing"], mend=mend
    )


def _tesseract(say: Sentences) -> Check:
    """Tesseract with Dutch and French."""
    program = shutil.which("tesseract")
    if program is None:
        return _check("tesseract", False, None, say)
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=SECONDS, check=False)
        languages = set(listed.stdout.split()) & LANGUAGES
    except (OSError, subprocess.TimeoutExpired):
        languages = set()
    return _check("tesseract", languages == LANGUAGES, " ".join(sorted(languages)) or None, say)


def _home(settings: Settings, say: Sentences) -> Check:
    """Whether the folder for index, settings and dossiers can be written, or made."""
    folder = settings.home
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return _check("home", os.access(folder, os.W_OK), str(settings.home), say)


def _language_model(settings: Settings, say: Sentences) -> Check:
    """The model that is set, and whether it can be used; none is fine too. Its server is only asked if it is there."""
    from assistant.llm import probe, read_choice

    try:
        choice = read_choice(settings)
        if choice is None:
            return Check(name=say["doctor.llm"], ok=True, found=say["doctor.llm.none"])
        probe(choice, settings)
    except (ModelMissing, ModelSilent) as error:
        reason = (error.reason or "").removeprefix("llm-")
        mend = say.say(f"doctor.llm.{reason}.mend", **error.values)
        return Check(name=say["doctor.llm"], ok=False, found=say["doctor.llm.unusable"], mend=mend)
    where = say["doctor.llm.is_here" if choice.is_here else "doctor.llm.is_away"]
    return Check(name=say["doctor.llm"], ok=True, found=f"{choice.name} ({where})")


def _corpus(say: Sentences, today: date) -> Check:
    """Whether the knowledge loads, and how much of it is past its date today."""
    corpus, problems = read_corpus(today=today)
    stale = sum(document.stale_after < today for document in corpus.documents)
    found = say.say("doctor.corpus.found", documents=len(corpus.documents), stale=stale)
    return _check("corpus", not problems and not stale, found, say)
