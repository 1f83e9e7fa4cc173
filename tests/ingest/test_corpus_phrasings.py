"""Further ways to ask, beside the documents."""

from pathlib import Path

from ingest.corpus import read_corpus
from tests.corpus.small_corpus import write


def test_further_phrasings_join_the_questions_of_their_section_once(tmp_path: Path) -> None:
    more = "hoe: [waar haal ik nen velo, hoe leen ik een fiets]"
    corpus, problems = read_corpus(write(tmp_path, broken="phrasings/fiets-lenen.yaml", new=more))
    assert problems == []
    assert corpus.documents[0].sections[0].questions == ("hoe leen ik een fiets", "waar haal ik nen velo")
