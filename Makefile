# make run    the page on the sample story        make test    what must hold
# make setup  .venv with the claimtrail command   make benchmark    the quality figures
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
DB ?= claimtrail.db
PORT ?= 8501

.PHONY: run setup test benchmark clean

run: .venv/ready
	@test -e "$(DB)" || { $(BIN)/claimtrail --db "$(DB).part" ingest examples/story && $(BIN)/claimtrail --db "$(DB).part" factchecks examples/factchecks.csv && mv "$(DB).part" "$(DB)"; }
	@echo "Claimtrail is at http://127.0.0.1:$(PORT)  (Ctrl-C stops it)"
	@CLAIMTRAIL_STORE_DB="$(DB)" $(BIN)/streamlit run app.py --server.port $(PORT)

setup: .venv/ready

test: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -m 'not browser' -n 2 --dist loadfile
	$(BIN)/pytest -m browser

benchmark: .venv/ready-dev
	$(BIN)/python -m benchmarks

.venv/ready: requirements.txt constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Claimtrail needs Python 3.11 or later; name one with make PYTHON=..." >&2; exit 1; }
	@echo "Setting up .venv (a few minutes, once)"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(PIP) -r requirements.txt -c constraints.txt
	@$(PIP) --no-deps --editable .
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt
	@$(PIP) -r requirements-dev.txt -c constraints.txt
	@touch $@

clean:
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
