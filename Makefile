# Two commands set everything up: `make dossier` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SAMPLES := examples/reports
PAGE := build/dossier.html

.PHONY: dossier test lint docs scores bench soak sbom audit clean lock

dossier: $(READY)
	@mkdir -p $(dir $(PAGE))
	@$(BIN)/accord dossier $(SAMPLES) --output $(PAGE)
	@echo "The dossier is at $(abspath $(PAGE)): open it in any browser."

test: $(READY)
	$(BIN)/python -m pytest -n 2 $(PYTEST_ARGS)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: $(READY)
	$(BIN)/python docs/make_api.py
	$(BIN)/python docs/make_licences.py

scores: $(READY)
	$(BIN)/python -m benchmarks.scores

bench: $(READY)
	$(BIN)/python -m benchmarks.speed --quick

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src
	@touch $@

soak: $(READY)
	$(BIN)/python -m benchmarks.soak

sbom: $(READY)
	@mkdir -p build
	uvx --from cyclonedx-bom cyclonedx-py environment --output-reproducible -o build/sbom.json $(BIN)/python

audit:
	uvx pip-audit --require-hashes --disable-pip -r requirements.lock

lock:
	uv pip compile --quiet --generate-hashes --extra dev --python-version 3.11 --no-header --no-emit-index-url pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) build
