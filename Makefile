# Two commands do everything: `make run` opens wegwijs, `make test` tests it. Both do all the set-up they need.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test setup test-setup check screenshots clean help

run: setup  ## open wegwijs in the browser
	@$(BIN)/wegwijs serve $(ARGS)

test: test-setup check  ## all checks and tests
	@$(BIN)/python -m pytest $(ARGS)

check: test-setup  ## style and types
	@$(BIN)/ruff check .
	@$(BIN)/mypy

setup:  ## environment and system parts for use
	@PYTHON="$(PYTHON)" sh ./setup.sh

test-setup:  ## the same, with what the tests need
	@PYTHON="$(PYTHON)" sh ./setup.sh --dev

screenshots: test-setup  ## make the pictures of the README again
	@$(BIN)/python -m tests.ui.screenshots

clean:  ## remove the environment
	rm -rf .venv

help:
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*##/\t/'
