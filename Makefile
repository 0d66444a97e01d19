# The commands that people and CI share. `make edition` and `make test` need Python 3.11+, make and git.

VENV   := .venv
PYTHON := $(VENV)/bin/python
READY  := $(VENV)/.ready
TESTS  := $(VENV)/.ready-for-tests

.PHONY: edition test lint wheel benchmarks clean

edition: $(READY)            ## build the specimen edition into build/ and say how to open it
	@$(VENV)/bin/teiedition build
	@scripts/opening build/site/index.html

test: $(TESTS)               ## install all that the tests need, a browser included, and run them
	@scripts/browser
	@scripts/java
	@scripts/schemas $(VENV)
	$(PYTHON) -m pytest -n auto

lint: $(TESTS)               ## style and types
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

wheel: $(TESTS)              ## build the wheel, install it into an empty environment, build the edition with it
	scripts/wheel-works

benchmarks: $(TESTS)         ## measure; each script prints figures and ratios
	$(PYTHON) benchmarks/build.py

clean:
	rm -rf build $(VENV)

$(READY): pyproject.toml scripts/environment
	@scripts/environment $(VENV)
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(TESTS): $(READY)
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --editable '.[fast,parquet,cluster]' --group test --group lint
	@touch $@
