# The ways in. `make run` and `make test` are all that a newcomer needs; both set up what is missing.
.PHONY: help run test dist cli bench soak format setup clean
.NOTPARALLEL:
.DEFAULT_GOAL := help

help: ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 16

setup: ## install compilers, Emscripten, Dear ImGui, the test browser and node packages, where missing
	@tools/setup.sh build node browser

run: dist ## build the page and serve it on this machine (PORT=8080)
	@node tools/serve.mjs dist

test: ## check everything; the last line counts (STAGES="format native" for some of it)
	@tools/setup.sh build node browser
	@node tools/test.mjs $(STAGES)

dist: ## the static site, dist/, and the page in one file, dist/leadlight.html
	@tools/setup.sh build node
	@[ -f build/wasm/build.ninja ] || cmake --preset wasm
	@cmake --build --preset wasm
	@node tools/dist.mjs

cli: ## the command line: build/native/leadlight, and build/wasm-test/leadlight-cli.mjs for node
	@tools/setup.sh build node
	@[ -f build/native/build.ninja ] || cmake --preset native
	@[ -f build/wasm/build.ninja ] || cmake --preset wasm
	@cmake --build --preset native --target leadlight_command
	@cmake --build --preset wasm-test --target leadlight_command

bench: dist ## measure against the budgets and what people would use instead (LEADS=1000000: the core alone)
	@tools/setup.sh build node browser
	@[ -f build/native/build.ninja ] || cmake --preset native
	@cmake --build --preset native --target benches
	@cmake --build --preset wasm-test --target benches
	@node tests/bench/run.mjs $(LEADS)

soak: dist ## try for up to an hour to lose something: 1,000 kills, 1,000,000 histories a law, fuzzing (SOAK_MINUTES=58)
	@tools/setup.sh build node browser
	@[ -f build/native/build.ninja ] || cmake --preset native
	@node tools/soak.mjs $(JOBS)

format: ## lay out the C++ as .clang-format says
	@tools/setup.sh build
	@git ls-files --cached --others --exclude-standard 'src/*.h' 'src/*.cpp' 'tests/*.h' 'tests/*.cpp' | xargs -r $$(command -v clang-format-19 || command -v clang-format) -i

clean: ## remove what was built
	@rm -rf build dist
