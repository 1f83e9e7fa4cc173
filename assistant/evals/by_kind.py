"""The letters suite by kind of letter, as a Markdown table: `python -m assistant.evals.by_kind >> docs/…`.

Held letters are counted apart; of a held letter nothing is shown but whether a field is right.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence

from assistant.build import build_wegwijs
from assistant.evals.letters import Scored, load_cases, read_as_text, score
from assistant.evals.suites import CASES

COLUMNS = ("sender", "kind", "deadlines", "appointment", "amounts", "references", "actions")


def table(rows: Sequence[Scored]) -> Iterator[str]:
    """One line for each kind, by name: letters, then right of all for each field, tuned on / held back."""
    yield "| kind | letters | " + " | ".join(COLUMNS) + " |"
    yield "| --- " * (len(COLUMNS) + 2) + "|"
    groups: dict[str, list[Scored]] = defaultdict(list)
    for row in rows:
        groups[row.case.gold.kind or "–"].append(row)
    for name, group in sorted(groups.items()):
        yield _line(name, group)
    yield _line("**all**", rows)


def _line(name: str, rows: Sequence[Scored]) -> str:
    held = [row for row in rows if row.case.held]
    seen = [row for row in rows if not row.case.held]
    cells = [f"{_right(seen, field)} / {_right(held, field)}" for field in COLUMNS]
    return f"| {name} | {len(seen)} / {len(held)} | " + " | ".join(cells) + " |"


def _right(rows: Sequence[Scored], field: str) -> str:
    return str(sum(field not in row.wrong for row in rows)) if rows else "–"


if __name__ == "__main__":
    wegwijs = build_wegwijs()
    scored = [score(case, read_as_text(case), wegwijs) for case in load_cases(CASES)]
    sys.stdout.write("\n".join(table(scored)) + "\n")
