"""The rights check on invented families: does every named right stand in the group where it belongs?"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from assistant.models import EvalFailure, EvalResult, Rights
from assistant.wegwijs import Wegwijs
from ingest.corpus import load_yaml

GROUPS = ("likely", "maybe", "not_now", "have")


def run(wegwijs: Wegwijs, cases: Path) -> EvalResult:
    """Share of the expectations and of the families that are right; one failure for each family that is not."""
    families = list(read_families(cases / "rights"))
    hits, named, failures = 0, 0, []
    for name, answers, wanted in families:
        misplaced = wrong(wegwijs.check_rights(answers), wanted)
        expected = sum(len(rights) for rights in wanted.values())
        named, hits = named + expected, hits + expected - len(misplaced)
        if misplaced:
            failures.append(EvalFailure(case=name, why="; ".join(misplaced)))
    scores = {
        "families": float(len(families)),
        "expectations": float(named),
        "right": round(hits / max(named, 1), 4),
        "families_right": round(1 - len(failures) / max(len(families), 1), 4),
    }
    return EvalResult(suite="rights", cases=len(families), scores=scores, failures=tuple(failures))


def read_families(folder: Path) -> Iterator[tuple[str, dict[str, object], Mapping[str, list[str]]]]:
    """Name, answers and wanted groups of every family; its answers replace those of `base`, null leaves one out."""
    files = [load_yaml(path) for path in sorted(folder.glob("*.yaml"))]
    base: dict[str, object] = next(found["base"] for found in files if "base" in found)
    for family in (row for found in files for row in found["families"]):
        answers = {name: value for name, value in {**base, **family["answers"]}.items() if value is not None}
        yield family["id"], {name: _plain(value) for name, value in answers.items()}, _wanted(family)


def wrong(rights: Rights, wanted: Mapping[str, list[str]]) -> list[str]:
    """`<right>: wanted <group>, found <group>` for every right that stands elsewhere."""
    place = {row.id: group for group in GROUPS for row in getattr(rights, group)}
    return [
        f"{name}: wanted {group}, found {place.get(name)}"
        for group, names in wanted.items()
        for name in names
        if place.get(name) != group
    ]


def _wanted(family: Mapping[str, Any]) -> dict[str, list[str]]:
    return {group: family[group] for group in GROUPS if group in family}


def _plain(value: object) -> object:
    return value if isinstance(value, list) else str(value)
