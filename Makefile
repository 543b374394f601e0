# Each target sets up what it needs; `make test` and `make demo` work on a fresh machine with Python 3.11.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
PEERS  := $(VENV)/.peers
WHERE  := src tests $(wildcard evaluation training)

.DEFAULT_GOAL := help
PICTURE := docs/desk.png
SERVE ?= $(if $(filter --no-serve,$(MAKECMDGOALS)),no,yes)

.PHONY: help setup test lint format demo --no-serve examples picture figures fill floors benchmark wheel clean

help:        ## this list
	@awk -F ': [^#]*## *' '/^[a-z]+: .*## / { printf "%-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY)  ## a virtual environment in .venv with reportedly and its tools; quick when already there

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'reportedly needs Python 3.11 or newer; run: make $(MAKECMDGOALS) PYTHON=python3.11' >&2; exit 1; }
	@echo 'setting up $(VENV), which takes a minute and is done once'
	$(PYTHON) -m venv $(VENV)
	@# 25.1 is the first pip that knows --group
	$(BIN)/python -m pip install --quiet --constraint constraints.txt 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable . --group dev
	@touch $@

$(PEERS): $(READY)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group benchmark
	@touch $@

test: setup lint  ## style, types and all tests
	$(BIN)/python -m pytest

lint: setup  ## style and types
	$(BIN)/ruff check $(WHERE)
	$(BIN)/ruff format --check $(WHERE)
	$(BIN)/mypy

format: setup  ## puts the code in its one style
	$(BIN)/ruff check --fix $(WHERE)
	$(BIN)/ruff format $(WHERE)

define DEMO
An evening paper prints what an agency heard from three officials who are not named.
This is its article, in examples/article.json:

endef

define NEXT

Each group is somebody who speaks, and how firm that is. Under the words stands the
chain through which they came: A ‹ B means that A has it from B.

Try next:
  $(BIN)/reportedly read examples/article.json --html -o reading.html   # beside the text, for the browser
  $(BIN)/reportedly read examples/article.json --json                   # all of it, for programs
  $(BIN)/reportedly read https://…                                      # a page of your choice
  $(BIN)/reportedly read examples/harbour.txt --outlet "The Lantern" --published 2031-03-14
docs/tutorial.md goes on from here.
endef

export DEMO NEXT

demo: setup  ## reads an example article, then opens the desk on the example stories; `make demo -- --no-serve` does not
	@echo "$$DEMO"
	@$(BIN)/python -c 'import json; print(json.load(open("examples/article.json", encoding="utf-8"))["text"])' | fold -s -w 80
	@echo
	$(BIN)/reportedly read examples/article.json
	@echo "$$NEXT"
	@$(BIN)/reportedly add $(VENV)/demo.duckdb examples/story.jsonl
	@if [ "$(SERVE)" = yes ] && [ -t 1 ]; then $(BIN)/reportedly serve $(VENV)/demo.duckdb; \
	  else echo 'The same for a newsroom: $(BIN)/reportedly serve $(VENV)/demo.duckdb'; fi

--no-serve:
	@:

examples: setup  ## runs the examples of README and docs, and writes their output there
	$(BIN)/python -m tests.docs.renew

picture: setup  ## takes the picture of the desk that README begins with; needs Chromium
	$(BIN)/python -m tests.docs.picture $(PICTURE)

figures: setup $(PEERS)  ## prints every figure of README and card
	$(BIN)/python -m evaluation.figures

fill: setup $(PEERS)  ## measures all figures, and writes them into README and card
	$(BIN)/python -m evaluation.fill

floors: setup $(PEERS)  ## fails where a figure is under its floor
	$(BIN)/python -m evaluation.floors

benchmark: setup $(PEERS)  ## speed beside spaCy, memory and cold start
	$(BIN)/python -m evaluation.benchmark

wheel: setup  ## the wheel, in dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

clean:       ## removes all that make has made
	rm -rf $(VENV) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
