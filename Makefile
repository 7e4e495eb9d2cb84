# Every target does its own set-up. Start with `make demo`.
REPORT ?= examples/harbour-road.txt
PUBLISHED ?= $(if $(filter examples/harbour-road.txt,$(REPORT)),2031-05-14)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DATA ?= ../shared/data
export OMP_NUM_THREADS ?= 1

.PHONY: help demo test lint eval bench setup docs clean
help:  ## say what each target does
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

setup: $(STAMP)  ## make the virtual environment with the locked versions

$(STAMP): pyproject.toml constraints.txt scripts/find-python.sh
	@python=$$(scripts/find-python.sh) || exit 1; \
	  { [ -x $(BIN)/python ] && $(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 12))'; } \
	  || { echo "Setting up with $$python (a few minutes, once) …" >&2; "$$python" -m venv --clear $(VENV); }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(STAMP)  ## read the sample report (or REPORT=path) and print its dossier
	@$(BIN)/onrecord read "$(REPORT)" $(if $(PUBLISHED),--published $(PUBLISHED))

test: $(STAMP)  ## lint, types, tests
	$(BIN)/ruff check src tests train scripts
	$(BIN)/mypy
	$(BIN)/python -m pytest

lint: $(STAMP)  ## ruff and mypy only
	$(BIN)/ruff check src tests train scripts
	$(BIN)/mypy

eval: $(STAMP)  ## score all tasks on the development data and compare with the floors
	$(BIN)/python -m onrecord.evaluation --data $(DATA)

bench: $(STAMP)  ## what reading costs against the bare parse
	$(BIN)/python -m onrecord.evaluation.bench --data $(DATA)

docs: $(STAMP)  ## write the reference pages from the code
	$(BIN)/python scripts/write_reference.py

clean:  ## remove the environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build
