"""What the reading child may use. `resource` exists on Linux and macOS only; without it the other limits stand."""

import importlib
from types import ModuleType

MEMORY = 2 * 1024**3
"""Bytes of address space: a page of 40 megapixels takes a quarter of it."""


def limit_memory(most: int = MEMORY) -> bool:
    """Let this process, and those it starts, allocate at most so many bytes. False where that cannot be set."""
    resource = _resource()
    if resource is None:
        return False
    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ValueError, OSError):
        return False
    return True


def _resource() -> ModuleType | None:
    try:
        return importlib.import_module("resource")
    except ImportError:
        return None
