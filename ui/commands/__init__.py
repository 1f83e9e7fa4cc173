"""One module for each command of `wegwijs`: `arguments` says what it takes, `run` does it."""
