"""The corpus and the procedures, read once for the tests of the data files."""

from collections.abc import Mapping

import pytest

from assistant.procedures.load import read_procedures
from assistant.procedures.model import Procedure
from ingest.corpus import load_corpus
from ingest.models import Corpus


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load_corpus()


@pytest.fixture(scope="session")
def procedures() -> Mapping[str, Procedure]:
    return read_procedures()[0]
