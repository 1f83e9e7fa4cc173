"""From text to dossier and back, and from older versions of the model to the present one."""

import json
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from assistant.dossier.model import VERSION, Dossier
from ingest.errors import DossierError


def write(dossier: Dossier) -> bytes:
    """The dossier as UTF-8 JSON."""
    return dossier.model_dump_json().encode("utf-8")


def read(plain: bytes) -> Dossier:
    """The dossier in `plain`, lifted to the present version. Raises DossierError: `newer` or `damaged`."""
    try:
        data = json.loads(plain)
        version = int(data["version"])
    except (ValueError, KeyError, TypeError) as error:
        raise DossierError("the dossier is no JSON object with a version", reason="damaged") from error
    if version > VERSION:
        raise DossierError(f"version {version} is newer than {VERSION}", reason="newer")
    try:
        for number in range(version, VERSION):
            data = LIFTS[number](data)
        return Dossier.model_validate(data)
    except (ValidationError, KeyError, TypeError, AttributeError) as error:
        raise DossierError("the dossier breaks its own rules", reason="damaged") from error


def _from_1(data: dict[str, Any]) -> dict[str, Any]:
    """Version 1 had no 'Wat ik deed', and kept barriers among the facts, parted by commas."""
    facts = dict(data.get("facts", {}))
    barriers = [name.strip() for name in facts.pop("barriers", "").split(",") if name.strip()]
    return {**data, "version": 2, "facts": facts, "barriers": barriers, "applications": []}


def _from_2(data: dict[str, Any]) -> dict[str, Any]:
    """Version 2 had no tasks from the rights check, and meetings did not know their sheet: nothing to change."""
    return {**data, "version": 3}


LIFTS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _from_1, 2: _from_2}
"""Version -> how to lift it to the next."""
