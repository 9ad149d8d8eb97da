# make run: set everything up and open the program.   make test: set everything up and pass all tests.
.PHONY: run test check setup bench tour artwork test-artwork lock clean i18n source-map format audio voice
.DEFAULT_GOAL := run

PYTHON_IN_VENV := .venv/bin/python
ARGS ?=

run:
	@packaging/run.sh $(ARGS)

# What is measured against a clock (the sound among it) has the computer for itself.
TIMED := $(wildcard tests/faults/test_sound_*.py) tests/faults/test_own_voice.py tests/faults/test_bad_yaml.py
test: check
ifeq ($(ARGS),)
	$(PYTHON_IN_VENV) -m pytest -n auto --dist worksteal $(TIMED:%=--ignore=%)
	$(PYTHON_IN_VENV) -m pytest $(TIMED)
else
	$(PYTHON_IN_VENV) -m pytest $(ARGS)
endif

check: setup
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PYTHON_IN_VENV) main.py --check
	$(PYTHON_IN_VENV) -m massage_trainer.artwork check
	$(PYTHON_IN_VENV) packaging/voice/check.py

setup:
	@packaging/setup.sh dev

bench: setup
	$(PYTHON_IN_VENV) -m tests.benchmarks

tour: setup
	$(PYTHON_IN_VENV) main.py --tour tour

# Collects the words of the windows into the catalogues and compiles them; English needs the
# plurals alone. Qt's own words (qt.ts) are written by hand and only compiled.
WORDS = $$(find massage_trainer/app massage_trainer/widgets -name '*.py')
i18n: setup
	.venv/bin/pyside6-lupdate $(WORDS) -no-obsolete -locations none -ts assets/i18n/vi/ui.ts
	.venv/bin/pyside6-lupdate $(WORDS) -no-obsolete -locations none -pluralonly -ts assets/i18n/en/ui.ts
	for words in assets/i18n/*/*.ts; do .venv/bin/pyside6-lrelease -silent $$words || exit 1; done

# Which step carries each sentence of the source article: docs/source-map.md.
source-map: setup
	$(PYTHON_IN_VENV) -m tests.content.source_map

# A clip for every line of every lesson: assets/audio/voice (packaging/voice/README.md says what it needs).
voice: setup
	$(PYTHON_IN_VENV) packaging/voice/lines.py | .venv-voice/bin/python packaging/voice/build.py \
	    .venv-voice/kokoro-js-1.2.1.tgz

format: setup
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

# The cue sounds of every theme: assets/audio/themes.
audio: setup
	$(PYTHON_IN_VENV) packaging/make_cues.py

# Posing, dressing and baking the figures; the rest of the program needs the results alone.
artwork:
	@packaging/setup.sh artwork
	.venv-artwork/bin/python -m massage_trainer.artwork build $(ARGS)

test-artwork:
	@packaging/setup.sh artwork
	.venv-artwork/bin/python -m pytest tests/artwork $(ARGS)

# The locks name versions and hashes for every platform, and no registry.
UV_COMPILE = .venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
lock: setup
	.venv/bin/python -m pip install -q uv
	$(UV_COMPILE) pyproject.toml -o requirements.lock
	$(UV_COMPILE) --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	# anny runs without warp, which is for graphics cards.
	printf 'warp-lang\n' >.venv/excludes
	$(UV_COMPILE) --extra dev -c requirements-dev.lock --excludes .venv/excludes pyproject.toml \
	    requirements-artwork.in -o requirements-artwork.lock

clean:
	rm -rf .venv build dist tour .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
