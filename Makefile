# Two commands do everything: `make run` opens wegwijs, `make test` tests it. Both do all the set-up they need.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test setup test-setup check screenshots figures models clean help

run: setup  ## open wegwijs in the browser
	@$(BIN)/wegwijs serve $(ARGS)

test: test-setup check  ## all checks and tests
	@$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

check: test-setup  ## style and types
	@$(BIN)/ruff check .
	@$(BIN)/mypy

setup:  ## environment and system parts for use
	@PYTHON="$(PYTHON)" sh ./setup.sh

test-setup:  ## the same, with what the tests need
	@PYTHON="$(PYTHON)" sh ./setup.sh --dev

screenshots: test-setup  ## make the pictures of the README again
	@$(BIN)/wegwijs serve --no-browser --port 7899 & server=$$!; sleep 15; \
	$(BIN)/python -m tests.ui.screenshots http://127.0.0.1:7899 docs/screenshots; kill $$server

figures: test-setup  ## measure everything and write the figures into README and docs
	@$(BIN)/python -m assistant.evals.report

models: test-setup  ## train the built-in models again from corpus/ (about half an hour)
	@$(BIN)/python -m ingest.train
	@$(BIN)/python -m assistant.ask.train
	@$(BIN)/python -m assistant.letters.train
	@$(BIN)/python -m assistant.ask.fit
	@$(BIN)/python -m assistant.evals.calibrate

clean:  ## remove the environment
	rm -rf .venv

help:
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*##/\t/'
