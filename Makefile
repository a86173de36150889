# One entry for everything. Each target sets up what it needs.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
WORKERS ?= 2
LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-annotate --custom-compile-command "make lock"
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: app test plant check site words bench bench-site bench-class attack lab data screenshots lock format clean

app: $(VENV)/app       ## open the explorer in the browser
	$(BIN)/ecx $(ARGS)

test: $(VENV)/dev      ## prove that it works, in a real browser
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(ARGS)

plant: $(VENV)/dev     ## break the tree in copies, and see whether a test notices each fault
	$(BIN)/python scripts/plant.py $(ARGS)

check: $(VENV)/dev node_modules/.installed  ## style, types, import contracts, clean notebooks
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/nbstripout --verify notebooks/*.ipynb
	$(BIN)/node node_modules/@biomejs/biome/bin/biome check --error-on-warnings
	$(BIN)/node node_modules/typescript/bin/tsc --project .
	$(BIN)/node node_modules/typescript/bin/tsc --project tests/js
	$(BIN)/node node_modules/typescript/bin/tsc --project scripts/build_site

site: $(VENV)/dev node_modules/.installed  ## write the pages as plain files, for any web host
	PYTHONPATH=scripts $(BIN)/python -m build_site $(ARGS)

words: $(VENV)/dev     ## gather the sentences of every page, and measure how plain they are
	PYTHONPATH=scripts $(BIN)/python -m words

bench: $(VENV)/dev     ## measure against the budgets
	PYTHONPATH=tests $(BIN)/python scripts/bench.py $(ARGS)
	$(BIN)/python scripts/bench_apportionment.py

bench-site: $(VENV)/dev node_modules/.installed  ## measure the site beside the server
	PYTHONPATH=tests:scripts $(BIN)/python scripts/bench_site.py $(ARGS)

bench-class: $(VENV)/dev  ## measure a class of a hundred
	PYTHONPATH=tests $(BIN)/python scripts/bench_class.py $(ARGS)

attack: $(VENV)/dev    ## attack servers of our own, and see whether they hold
	PYTHONPATH=tests:scripts $(BIN)/python -m attack $(ARGS)

lab: $(VENV)/dev       ## open the notebooks in JupyterLab
	$(BIN)/jupyter lab notebooks

data: $(VENV)/dev      ## rebuild data/ from data/raw/
	PYTHONPATH=scripts $(BIN)/python -m build_data

screenshots: $(VENV)/dev  ## take the pictures of the README again
	PYTHONPATH=tests $(BIN)/python scripts/screenshots.py

format: $(VENV)/dev node_modules/.installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/nbstripout notebooks/*.ipynb
	$(BIN)/node node_modules/@biomejs/biome/bin/biome check --write

lock: $(VENV)/dev      ## choose the newest versions within the bounds of pyproject.toml, package.json
	$(BIN)/uv pip compile $(LOCK) --extra build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile $(LOCK) --all-extras -c requirements.lock pyproject.toml -o requirements-dev.lock
	$(BIN)/npm update --package-lock-only --no-audit --no-fund --silent

clean:
	rm -rf $(VENV) node_modules build dist

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/app: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements-dev.lock
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@ $(VENV)/app

node_modules/.installed: package-lock.json .npmrc | $(VENV)/dev
	$(BIN)/npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@
