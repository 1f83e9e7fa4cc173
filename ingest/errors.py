"""Every error we expect, in one tree.

    WegwijsError
    ├── BadInput            the person gave something we cannot use (exit 2)
    │   ├── UnreadableFile  damaged, locked, empty, too large, wrong kind
    │   ├── UnknownAnswer   an answers file names an unknown id or value
    │   └── DossierError    a dossier is damaged, foreign, locked or not there
    ├── CorpusError         a file in corpus/ breaks its own rules: file, line, cure (exit 2)
    ├── ModelMissing        an embedder or LLM is not on this machine
    ├── ModelSilent         a language model does not answer, or says nothing that can be read (exit 2)
    ├── IndexDamaged        the index artefact fails its probe
    ├── IndexBusy           another process builds the index
    ├── StoreFailed         dossiers cannot be written or read: full disk, database away
    └── PaperMissing        this machine cannot make a PDF (exit 2)

`str(error)` is English and goes to the log; `code` picks the Dutch sentence in
`ui/text.nl.yaml` and `values` fills its holes. Neither ever holds what a person wrote.
"""

from typing import ClassVar


class WegwijsError(Exception):
    """An error we expect."""

    code: ClassVar[str] = "unexpected"
    exit_status: ClassVar[int] = 1

    def __init__(self, message: str, *, reason: str | None = None, **values: str | int) -> None:
        """`reason` refines the code (`error.<code>.<reason>`); `values` fill the Dutch sentence."""
        super().__init__(message)
        self.reason = reason
        self.values = values

    @property
    def text_key(self) -> str:
        """The key of the Dutch sentence, most precise first."""
        return f"error.{self.code}.{self.reason}" if self.reason else f"error.{self.code}"


class BadInput(WegwijsError):
    """The person gave something that cannot be used; they can mend it."""

    code = "bad-input"
    exit_status = 2


class UnreadableFile(BadInput):
    """A file is damaged, locked, empty, too large or of a kind we do not read."""

    code = "unreadable-file"


class UnknownAnswer(BadInput):
    """An answers file names a question or a value that does not exist."""

    code = "unknown-answer"


class CorpusError(WegwijsError):
    """A file in corpus/ breaks its rules. The message names file, line and cure: whoever keeps it can mend it."""

    code = "corpus"
    exit_status = 2


class ModelMissing(WegwijsError):
    """An embedder or language model is not on this machine."""

    code = "model-missing"
    exit_status = 2


class ModelSilent(WegwijsError):
    """A language model is too slow, away, locked or unknown, or its reply cannot be read."""

    code = "model-silent"
    exit_status = 2


class IndexDamaged(WegwijsError):
    """The index artefact does not pass its probe and must be built again."""

    code = "index-damaged"


class IndexBusy(WegwijsError):
    """Another process is building the index."""

    code = "index-busy"
    exit_status = 2


class DossierError(BadInput):
    """A dossier is damaged, foreign, kept under another passphrase, or not there."""

    code = "dossier"


class StoreFailed(WegwijsError):
    """Dossiers cannot be read or written: a full disk, no rights, a database that does not answer."""

    code = "store-failed"


class PaperMissing(WegwijsError):
    """This machine cannot make a PDF: Pango is not installed."""

    code = "paper-missing"
    exit_status = 2
