# Verbs only; each says in one line what it does. `make run` and `make test` are all a newcomer needs.
SHELL := /bin/bash
.DEFAULT_GOAL := help
JOBS ?= $(shell nproc)
PORT ?= 8080
SUITE := python3 tools/run_suite.py
CMAKE := cmake -S . -G Ninja --log-level=WARNING
CLANG := -DCMAKE_C_COMPILER=clang-19 -DCMAKE_CXX_COMPILER=clang++-19
VERSION := $(shell git describe --always --dirty 2>/dev/null || echo 0.1.0)
export CCACHE_BASEDIR := $(CURDIR)
export CCACHE_NOHASHDIR := 1

.PHONY: help setup run kiosk test web native bench check fuzz format clean soak practice
.PHONY: build-native build-wasm-tests test-native test-wasm test-tools test-web check-format check-rules check-tidy check-sanitizers check-fuzz

help: ## list the verbs
	@sed -n 's/^\([a-z][a-z-]*\):.*## /  make \1|/p' Makefile | column -t -s'|'

setup: ## install what a build needs (quick when it is there)
	@tools/setup.sh --quiet

run: web ## build the site and serve it on this machine
	@node tools/serve.mjs --root build/web --port $(PORT)

web: setup ## the complete static site in build/web/
	@$(CMAKE) -B build/wasm -DCMAKE_TOOLCHAIN_FILE=cmake/wasm.cmake
	@ninja -C build/wasm -j $(JOBS) --quiet stoepkrijt_web
	@node tools/build_site.mjs --app build/wasm --out build/web --version "$(VERSION)"

kiosk: web ## the ballot box of a community centre on this machine (docs/kiosk.md)
	@tools/kiosk.sh

build-native: setup
	@$(CMAKE) -B build/native
	@ninja -C build/native -j $(JOBS) --quiet

native: build-native ## the command build/native/stoepkrijt, and the native tests

build-wasm-tests: setup
	@$(CMAKE) -B build/wasm -DCMAKE_TOOLCHAIN_FILE=cmake/wasm.cmake
	@ninja -C build/wasm -j $(JOBS) --quiet stoepkrijt_tests

# Every group runs, also after a failure; the exit code is that of the sum.
test: setup ## every test: native, WebAssembly under node, the tools, a real browser
	@$(SUITE) --clear
	@$(MAKE) --no-print-directory -k test-native test-wasm test-tools test-web; status=$$?; $(SUITE) --sum && exit $$status

test-native: build-native
	@$(SUITE) native --shards $(JOBS) -- build/native/stoepkrijt_tests --gtest_brief=1

test-wasm: build-wasm-tests
	@$(SUITE) wasm --shards $(JOBS) -- node build/wasm/stoepkrijt_tests.js --gtest_brief=1

test-tools: setup
	@$(SUITE) tools -- node --test tests/tools/*.test.mjs

test-web: web
	@if [ -x tests/web/run.sh ]; then $(SUITE) browser -- tests/web/run.sh; else echo "no browser tests (tests/web/run.sh)"; exit 1; fi

check: setup ## format, include rules, language keys, clang-tidy, sanitizers, a taste of the fuzzers
	@$(MAKE) --no-print-directory -k check-format check-rules check-sanitizers check-fuzz check-tidy; status=$$?; $(SUITE) --sum && exit $$status

check-format: setup
	@$(SUITE) format -- tools/format.sh --check

check-rules: setup
	@status=0; \
	$(SUITE) include-rules -- python3 tools/check_includes.py || status=1; \
	$(SUITE) language-keys -- python3 tools/check_lang.py || status=1; \
	$(SUITE) hygiene -- python3 tools/check_hygiene.py || status=1; exit $$status

check-tidy: setup
	@$(CMAKE) -B build/sanitizers $(CLANG) -DCMAKE_BUILD_TYPE=Debug -DSK_SANITIZE=address,undefined -DSK_FUZZ=ON -DSK_PCH=OFF
	@$(SUITE) clang-tidy -- python3 tools/tidy.py --build build/sanitizers --jobs $(JOBS)

check-sanitizers: setup
	@$(CMAKE) -B build/sanitizers $(CLANG) -DCMAKE_BUILD_TYPE=Debug -DSK_SANITIZE=address,undefined -DSK_FUZZ=ON -DSK_PCH=OFF
	@ninja -C build/sanitizers -j $(JOBS) --quiet stoepkrijt_tests
	@$(SUITE) sanitizers --shards $(JOBS) -- build/sanitizers/stoepkrijt_tests --gtest_brief=1

check-fuzz: setup
	@$(SUITE) fuzz -- tools/fuzz.sh 10

fuzz: setup ## every fuzzer for five minutes (SECONDS_EACH=...)
	@tools/fuzz.sh $(or $(SECONDS_EACH),300)

practice: web ## the app as one HTML file for a stick, in build/stoepkrijt-oefenen.html
	@node tools/practice_file.mjs

soak: web ## browsers killed hundreds of times in their work, a thousand voters at one kiosk, then every fuzzer for an hour
	@node tests/web/kill.mjs --kills 200
	@node tests/web/kill.mjs --of app --kills 50
	@node tests/web/kill.mjs --of station --kills 200
	@node tests/web/voters.mjs --voters 1000
	@tools/fuzz.sh 3600

bench: web build-native ## the benchmarks; prints a table
	@if [ -x bench/run.sh ]; then bench/run.sh; else echo "bench/run.sh is not there yet" >&2; exit 1; fi

format: setup ## put all sources in the project's format
	@tools/format.sh

clean: ## remove everything that was built (not .deps and node_modules)
	rm -rf build
