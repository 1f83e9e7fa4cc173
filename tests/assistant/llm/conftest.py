"""The language model of these tests: a server on this machine."""

from tests.fake_llm import stub

__all__ = ["stub"]
