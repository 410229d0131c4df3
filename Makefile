# `make help` lists the verbs. Everything runs from .venv, which tools/setup.sh makes and keeps.
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run demo shell fmt lint lint-types lint-forms check test bench lock assets clean
PORT ?= 8000
PY := .venv/bin/python
# Linters and migrations look at the code, never at somebody's data.
SCRATCH := KSD_VAR=var/check DATABASE_URL= REDIS_URL=

help: ## daftar perintah ini
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

setup: ## siapkan mesin: lingkungan Python, pustaka, aset peramban
	@sh tools/setup.sh run

setup-dev: ## seperti setup, ditambah alat uji
	@sh tools/setup.sh dev

run: setup ## jalankan KSD di http://127.0.0.1:8000 (make run PORT=8123)
	@exec $(PY) -m tools.supervise --port $(PORT)

demo: setup ## lengkapi data contoh dan tampilkan akun masuknya
	@KSD_DEMO=1 $(PY) -m tools.prepare
	@$(PY) manage.py demo --sign-ins

shell: setup ## buka shell Django
	@$(PY) manage.py shell

fmt: setup-dev ## rapikan kode
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

lint: setup-dev ## periksa bentuk, tipe, lapisan, templat, dan migrasi
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	@$(MAKE) --no-print-directory -j2 -O lint-types lint-forms

# The checker of types needs one core for as long as all the others together.
lint-types:
	$(PY) -m mypy

lint-forms:
	.venv/bin/lint-imports
	$(PY) -m djlint --lint --quiet templates
	$(SCRATCH) $(PY) -m tools.templates
	$(SCRATCH) $(PY) manage.py makemigrations --check --dry-run
	$(SCRATCH) $(PY) -m tools.migrations

test: setup-dev ## seluruh uji di SQLite, dan di PostgreSQL + Redis (make test ARGS="tests/core -x")
	@$(PY) -m tools.suite $(ARGS)

check: lint test ## semuanya; inilah yang dijalankan CI

bench: setup-dev ## ukur nisbah kecepatan, hasilnya di var/bench.json
	@$(PY) -m tools.with_services $(PY) -m tools.bench $(ARGS)

lock: setup-dev ## susun ulang daftar pustaka terkunci (perlu jaringan)
	@for name in uv node base dev; do \
	  .venv/bin/uv pip compile -q --universal --generate-hashes --no-header --no-emit-index-url \
	    --python-version 3.11 requirements/$$name.in -o requirements/$$name.txt >/dev/null || exit 1; \
	done
	@npm install --package-lock-only --ignore-scripts --silent

assets: setup ## pasang ulang aset peramban ke vendor/
	@rm -f vendor/.stamp && sh tools/setup.sh run

clean: ## buang yang dapat dibuat lagi (data di var/ tetap)
	rm -rf .venv .node node_modules vendor var/check .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
