"""bm25s that counts with scipy: the same scores, built in a fraction of the time.

`build_index_from_ids` is the function that bm25s lets its users replace "to build the index in a different way".
"""

from array import array
from collections.abc import Sequence
from typing import Any

import bm25s
import numpy as np


class CountedBM25(bm25s.BM25):  # type: ignore[misc]  # bm25s has no types
    """BM25 in Lucene's variant over texts given as numbers of their terms."""

    def build_index_from_ids(
        self,
        unique_token_ids: Sequence[int],
        corpus_token_ids: Sequence["array[int]"],
        show_progress: bool = True,  # noqa: ARG002  # the signature of bm25s
        leave_progress: bool = False,  # noqa: ARG002
    ) -> dict[str, Any]:
        """The scores by term, as bm25s keeps them: column by column, texts in order."""
        from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # only while an index is built

        texts = len(corpus_token_ids)
        terms = array("i")
        for numbers in corpus_token_ids:
            terms.extend(numbers)
        lengths = np.fromiter(map(len, corpus_token_ids), dtype=np.int64, count=texts)
        ends = np.concatenate([[0], np.cumsum(lengths)])
        ones = np.ones(len(terms), dtype=np.float32)
        counts = csr_matrix((ones, np.frombuffer(terms, dtype=np.intc), ends), shape=(texts, len(unique_token_ids)))
        counts.sum_duplicates()
        by_term = counts.tocsc()
        holding = np.diff(by_term.indptr)
        idf = np.log(1 + (texts - holding + 0.5) / (holding + 0.5)).astype(np.float32)
        norm = (self.k1 * (1 - self.b + self.b * lengths / lengths.mean())).astype(np.float32)
        often = by_term.data
        self.nonoccurrence_array = None
        return {
            "data": idf.repeat(holding) * often / (often + norm[by_term.indices]),
            "indices": by_term.indices, "indptr": by_term.indptr, "num_docs": texts,
        }  # fmt: skip
