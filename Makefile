# Each target sets up what it needs; `make test` and `make demo` work on a fresh machine with Python 3.11.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
PEERS  := $(VENV)/.peers
WHERE  := src tests $(wildcard evaluation training)

.DEFAULT_GOAL := help
.PHONY: help setup test lint format demo figures floors benchmark wheel clean

help:        ## this list
	@awk -F ': [^#]*## *' '/^[a-z]+: .*## / { printf "%-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY)  ## a virtual environment in .venv with reportedly and its tools; quick when already there

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'reportedly needs Python 3.11 or newer; run: make $(MAKECMDGOALS) PYTHON=python3.11' >&2; exit 1; }
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

demo: setup  ## reads an example article
	$(BIN)/reportedly read examples/article.json

figures: setup $(PEERS)  ## prints every figure of README and card
	$(BIN)/python -m evaluation.figures

floors: setup $(PEERS)  ## fails where a figure is under its floor
	$(BIN)/python -m evaluation.floors

benchmark: setup $(PEERS)  ## speed beside spaCy, memory and cold start
	$(BIN)/python -m evaluation.benchmark

wheel: setup  ## the wheel, in dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

clean:       ## removes all that make has made
	rm -rf $(VENV) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
