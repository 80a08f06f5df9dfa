# The doors of the house: `make help`.
#
# Sources are found by their place: a new feature folder under api/ needs no
# line here. $(BUILD)/vigie is the API (all but *_jobs.c, relais.c and
# db_sync.c), $(BUILD)/relais the second program (relais.c, the *_jobs.c, the
# blocking db_sync.c), $(BUILD)/libpur.a what needs neither Kore nor PostgreSQL,
# for the unit tests.

BUILD		?= build/$(if $(DEV),asan,release)
CC		?= gcc
ifeq ($(origin CC),default)
CC		:= gcc
endif
SANITIZE	:= $(if $(DEV),-fsanitize=address -fsanitize=undefined -fno-omit-frame-pointer)
WARN		:= -Wall -Wextra -Wmissing-prototypes -Wshadow -Wstrict-prototypes -Werror
PACKAGES	:= libpq jansson libjwt libsodium
CPPFLAGS	:= -D_GNU_SOURCE -I api -MMD -MP
CFLAGS		?= -O2 -g
ALL_CFLAGS	= -std=gnu17 $(CFLAGS) $(SANITIZE) $(WARN)

.DEFAULT_GOAL	:= build
.DELETE_ON_ERROR:
.PHONY: build unit run up down status restart test check bench data fuzz contract sql desordres spa schema format help clean

include api/kore.mk

PKG_CFLAGS	:= $(subst -I,-isystem ,$(shell pkg-config --cflags $(PACKAGES) libcurl 2>/dev/null))
PKG_LIBS	= $(shell pkg-config --libs $(PACKAGES))

SOURCES		:= $(wildcard api/*.c api/*/*.c)
RELAIS_ONLY	:= api/relais.c api/core/db_sync.c $(wildcard api/*/*_jobs.c api/notification/courriel*.c)
KORE_ONLY	:= api/main.c api/gen/contract.c $(addprefix api/core/,fiber.c db_pipeline.c password.c rq.c rq_ask.c \
		   rq_answer.c rq_steps.c limit.c metric.c auth.c)
HANDLERS	:= ${shell grep -lsE '\<rq_[a-z_]+\(' $(SOURCES)}
VIGIE_SRC	:= $(filter-out $(RELAIS_ONLY),$(SOURCES))
RELAIS_SRC	:= $(sort $(RELAIS_ONLY) $(filter-out $(KORE_ONLY) $(HANDLERS),$(SOURCES)))
PUR_SRC		:= $(filter-out $(RELAIS_ONLY) $(KORE_ONLY) $(HANDLERS) api/core/db_result.c,$(SOURCES)) \
		   $(filter-out %_envoi.c,$(wildcard api/notification/courriel*.c))

VIGIE_OBJ	:= $(VIGIE_SRC:%.c=$(BUILD)/obj/%.o)
RELAIS_OBJ	:= $(RELAIS_SRC:%.c=$(BUILD)/obj/%.o)
PUR_OBJ		:= $(PUR_SRC:%.c=$(BUILD)/unit/%.o)
UNIT_OBJ	:= $(addprefix $(BUILD)/unit/api/core/,fiber.o limit.o metric.o auth.o db_result.o)
UNIT_TESTS	:= $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/test_*.c))
UNIT_CHOSEN	:= $(if $(FILE),$(foreach t,$(UNIT_TESTS),$(if $(strip $(foreach f,$(FILE),$(findstring $(f),$(t)))),$(t))),$(UNIT_TESTS))
UNIT_SANITIZE	:= -fsanitize=address -fsanitize=undefined -fno-omit-frame-pointer

$(BUILD)/obj/%.o: %.c $(KORE_SRC)/.patched
	@mkdir -p $(@D)
	@echo '  CC $<'
	@$(CC) $(ALL_CFLAGS) $(CPPFLAGS) $(KORE_CFLAGS) $(PKG_CFLAGS) -c $< -o $@

$(BUILD)/unit/%.o: %.c
	@mkdir -p $(@D)
	@$(CC) -std=gnu17 -O1 -g $(UNIT_SANITIZE) $(WARN) $(CPPFLAGS) $(PKG_CFLAGS) -c $< -o $@

$(BUILD)/vigie: $(VIGIE_OBJ) $(KORE_LIB)
	@echo '  LD $@'
	@$(CC) $(SANITIZE) -rdynamic -o $@ $(VIGIE_OBJ) -Wl,--whole-archive $(KORE_LIB) -Wl,--no-whole-archive \
	    $(PKG_LIBS) $(KORE_LDLIBS) -lm

$(BUILD)/relais: $(RELAIS_OBJ)
	@echo '  LD $@'
	@$(CC) $(SANITIZE) -o $@ $(RELAIS_OBJ) $(PKG_LIBS) $(shell pkg-config --libs libcurl) -lm

# `make data`: the rules of the API, and a writer of rows.
SYNTHESE_OBJ	:= $(addprefix $(BUILD)/obj/api/,criticite/criticite_rules.o criticite/criticite_json.o \
		   criticite/desordre.o gen/desordres.o core/arena.o) \
		   $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard db/synthese/*.c))

$(BUILD)/synthese: $(SYNTHESE_OBJ)
	@echo '  LD $@'
	@$(CC) $(SANITIZE) -o $@ $^ -lpq -ljansson -lm

$(BUILD)/libpur.a: $(PUR_OBJ) $(UNIT_OBJ)
	@rm -f $@ && ar rcs $@ $^

$(BUILD)/tests/handlers.c: api/gen/contract.h
	@mkdir -p $(@D)
	@{ echo '#include <stdlib.h>'; echo '#include "gen/contract.h"'; \
	    sed -n 's/^void \(.*\)(struct rq \*);/void \1(struct rq *rq) { (void)rq; abort(); }/p' $<; } > $@

# The tables of the contract, with handlers that no unit test calls.
$(BUILD)/tests/test_contract: $(BUILD)/tests/handlers.c $(BUILD)/unit/api/gen/contract.o

$(BUILD)/tests/%: tests/unit/%.c $(BUILD)/libpur.a
	@mkdir -p $(@D)
	@$(CC) -std=gnu17 -O1 -g $(UNIT_SANITIZE) $(WARN) $(CPPFLAGS) $(PKG_CFLAGS) $(filter %.c %.o,$^) $(BUILD)/libpur.a \
	    -lcmocka -Wl,--as-needed $(PKG_LIBS) -lm -o $@

# The generated tables are written by their tools (make contract sql).
-include $(VIGIE_OBJ:.o=.d) $(RELAIS_OBJ:.o=.d) $(SYNTHESE_OBJ:.o=.d) $(PUR_OBJ:.o=.d) $(UNIT_OBJ:.o=.d) $(UNIT_TESTS:=.d)

build: $(BUILD)/vigie $(BUILD)/relais	## build the API and relais (default)

unit: $(UNIT_CHOSEN)	## the unit tests alone; FILE=route narrows
	@scripts/unit $^

run:		## set everything up and run it on http://localhost:8080 (PORT= moves it); Ctrl-C stops it
	@scripts/vigie run

up:		## the same in the background; returns when it is ready
	@scripts/vigie up

down:		## stop what `make up` started
	@scripts/vigie down

status:		## what is running
	@scripts/vigie status

restart:	## replace the running API without losing a request
	@scripts/vigie restart

test:		## everything, on a system of its own; ONLY="unit api" (unit spa scripts db api hostile pannes e2e), FILE=… narrow it
	@scripts/test

check:		## formatting, warnings, analysis, generated files, schema, architecture, lint, types, shell, containers, dist
	@scripts/check

bench:		## figures against pgbench, at N dossiers (1000000)
	@scripts/bench

data:		## add N believable dossiers to the running database: make data N=1000000
	@scripts/vigie data $(or $(N),1000000)

fuzz:		## fuzz the parsers, SECONDS_EACH seconds a target (60)
	@scripts/fuzz

contract:	## openapi.yaml -> api/gen/contract.c, spa types
	@scripts/tools node api/tools/contract.mjs

sql:		## api/*/*.sql -> api/gen/sql.c
	@scripts/tools node api/tools/sql.mjs

desordres:	## db/data/desordres.json -> api/gen/desordres.c and db/data
	@scripts/tools node api/tools/desordres.mjs

spa:		## spa/src -> spa/dist
	@scripts/tools npm --prefix spa run build

schema:		## db/schema.sql from the running database
	@scripts/vigie schema

format:		## the style of our C, told line by line
	@scripts/check-c format

clean:		## forget what was built (not the data)
	@rm -rf $(BUILD)

help:		## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/^[^:]*Makefile://' | awk -F ':.*## *' '{ printf "make %-10s %s\n", $$1, $$2 }'
