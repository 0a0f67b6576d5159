# Needs Debian, Rust and a C compiler; `make test` installs what else the tests want.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
CARGO ?= cargo
# what is handed on, as in: make test TEST_ARGS='--test it languages'
TEST_ARGS ?=
BENCH_ARGS ?=

say = @printf '\n== %s\n'
component = @$(CARGO) $(1) --version >/dev/null 2>&1 || { echo "$(2) is missing. With rustup: rustup component add $(2)" >&2; exit 1; }

.PHONY: help run test a11y screenshots look bench demo check build format lint doc packages

help:
	@echo 'make run     serve on http://127.0.0.1:8080, data in var/'
	@echo 'make demo    the same with invented applications, data in var/demo/'
	@echo 'make test    all that must pass before a change lands'
	@echo 'make a11y    of that, accessibility and HTML of every page'
	@echo 'make screenshots  take the pictures of the README anew'
	@echo 'make look    a picture of every page, at four widths, light and dark, in target/look/'
	@echo 'make bench   measure'
	@echo 'make check   format, lint, documentation: the quick part'
	@echo 'make build   the program, in target/release/'

run:
	$(say) run
	$(CARGO) run -- serve

# Filled once; `rm -r var/demo` starts anew. The clerks' passwords stay in var/demo/accounts.txt.
demo: export RUQSAT_DATA_DIR := var/demo
demo: export RUQSAT_DATABASE_URL := sqlite://var/demo/ruqsat.db
demo: export RUQSAT_VAULT_URL := file://var/demo/vault
demo:
	$(say) demo
	@mkdir -p var/demo
	@if [[ ! -s var/demo/accounts.txt ]]; then \
		$(CARGO) run -- demo | tee var/demo/accounts.new; \
		mv var/demo/accounts.new var/demo/accounts.txt; \
	else cat var/demo/accounts.txt; fi
	$(CARGO) run -- serve

build:
	$(say) build
	$(CARGO) build --release

packages:
	$(say) packages
	@tests/tools/install
	@for tool in axe-core vnu-jar geckodriver moto people; do tests/tools/fetch $$tool >/dev/null; done

format:
	$(say) format
	$(call component,fmt,rustfmt)
	$(CARGO) fmt --check

lint:
	$(say) lint
	$(call component,clippy,clippy)
	$(CARGO) clippy --all-targets -- -D warnings

doc:
	$(say) doc
	RUSTDOCFLAGS='-D warnings' $(CARGO) doc --no-deps --document-private-items

check: format lint doc

# Every page in every language and state: axe-core in a browser, the Nu checker, weights. A part of `make test`.
a11y: packages
	$(say) a11y
	$(CARGO) test --test browser a11y
	$(CARGO) test --test it pages

test: packages format lint
	$(say) test
	tests/tools/with-postgres $(CARGO) test $(TEST_ARGS)

# The pictures of the README, in both languages of the law.
screenshots: packages
	$(say) screenshots
	$(CARGO) test --test browser screenshots -- --ignored

# Each page in each language of the law and state, for whoever reviews a change of the design.
look: packages
	$(say) look
	$(CARGO) test --test browser look:: -- --ignored

bench: packages
	$(say) bench
	tests/tools/with-postgres --durable $(CARGO) bench $(BENCH_ARGS)

# `make -j` must not mix the steps
.NOTPARALLEL:
