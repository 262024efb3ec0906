# make            install, build the program and every product of the samples into out/
# make test       the test suite; needs npm alone
# make fuzz       the laws of the suite over new random inputs, ten times as many; prints the seed of what fails
# make check      format, types, import directions, unused code
# make conformance  independent judges (veraPDF, ISO schemas, the Open XML SDK …); says what is missing
# make bench      times against other tools
# make clean      removes what was made

SHELL := /bin/sh
.DELETE_ON_ERROR:
.PHONY: all test fuzz check conformance bench pictures clean distclean

sources := $(wildcard data/*.md)
kinds := fact-sheet briefing-note slides report
names := $(basename $(notdir $(sources)))
products := $(foreach name,$(names),$(foreach kind,$(kinds),out/$(name).$(kind).en.pdf out/$(name).$(kind).en.docx))
print := $(foreach name,$(names),out/$(name).fact-sheet.en.print.pdf)

program := dist/dossier.cjs
code := $(shell find src tools -type f 2>/dev/null)
dressing := $(shell find templates -type f 2>/dev/null)

all: out/.built

# One process makes all products, since what they share is then read once, and only those whose inputs changed. It writes down what
# each was made of; the products count as new afterwards, also where nothing of them had to change.
out/.built: $(program) $(sources) $(dressing) $(wildcard dossier.yaml $(products) $(print))
	node $(program) build --deps out/.products.mk
	node $(program) build --kind fact-sheet --format pdf --profile print --deps out/.print.mk
	@touch $(products) $(print) $@

-include out/.products.mk out/.print.mk

$(program): node_modules/.package-lock.json $(code) $(dressing) package.json
	node tools/bundle.mjs

# Not `npm ci`: it refuses a lock file that lacks the binaries of other platforms, which some registries do not carry. The
# versions are those of the lock file all the same.
node_modules/.package-lock.json: package.json package-lock.json
	npm install --no-save --no-audit --no-fund
	@touch $@

test: $(program)
	npx vitest run $(VITEST_REPORTERS)

fuzz: $(program)
	SEED=$${SEED:-random} RUNS=$${RUNS:-10} npx vitest run --testTimeout 0 $(shell grep -rl --include=*.test.ts support/property.ts test)

check: $(program)
	npm run check

conformance: out/.built
	node test/conformance/run.mjs

bench: $(program)
	node bench/run.mjs

pictures: out/.built
	node tools/pictures.mjs

clean:
	rm -rf dist coverage .dossier
	find out -type f ! -name .gitkeep -delete

distclean: clean
	rm -rf node_modules
