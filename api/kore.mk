# Kore, from the packaged source (apt: kore) with our patches, as an archive
# that the API links with. Only HTTP and tasks are built: no database, no curl,
# no Python. The program reads its configuration with -c; handlers are found
# in the executable itself (dlopen of NULL), hence -rdynamic.

KORE_PACKAGE	?= /usr/share/kore
KORE_SRC	:= $(BUILD)/kore-src
KORE_PATCHES	:= $(sort $(wildcard api/kore-patches/*.patch))
KORE_NAMES	:= kore buf config connection domain filemap fileref json mem \
		   msg module net pool runtime timer utils worker keymgr auth \
		   accesslog http validator websocket tasks linux seccomp
KORE_OBJS	:= $(KORE_NAMES:%=$(KORE_SRC)/obj/%.o) $(KORE_SRC)/obj/version.o
KORE_LIB	:= $(BUILD)/libkore.a
# A forbidden system call ends the whole worker, which comes back at once:
# with only its thread gone a request would wait for it for ever.
KORE_FEATURES	:= -DKORE_USE_TASKS -DSECCOMP_KILL_POLICY=SECCOMP_RET_KILL_PROCESS
KORE_CFLAGS	:= $(KORE_FEATURES) -isystem $(KORE_SRC)/include
KORE_LDLIBS	:= -lssl -lcrypto -lpthread -ldl

$(KORE_SRC)/.patched: $(KORE_PATCHES) api/kore.mk
	@mkdir -p $(BUILD) && rm -rf $(KORE_SRC) && cp -r $(KORE_PACKAGE) $(KORE_SRC) && rm -f $(KORE_SRC)/features
	@for p in $(abspath $(KORE_PATCHES)); do patch -s -p1 -d $(KORE_SRC) < $$p || exit 1; done
	@mkdir -p $(KORE_SRC)/obj
	@cd $(KORE_SRC) && sh misc/linux-platform.sh > obj/platform.h
	@printf '%s\n' '#include <time.h>' '#include "kore.h"' 'const char *kore_version = "4.1.0-vigie";' \
	    'const char *kore_build_date = "";' > $(KORE_SRC)/obj/version.c
	@touch $@

$(KORE_SRC)/obj/%.o: $(KORE_SRC)/.patched
	@src=$(KORE_SRC)/src/$*.c; [ -f $$src ] || src=$(KORE_SRC)/obj/$*.c; \
	$(CC) -std=gnu99 -w -O2 -g $(SANITIZE) -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -DPREFIX='"/usr"' $(KORE_FEATURES) \
	    -I$(KORE_SRC)/include/kore -I$(KORE_SRC)/obj -c $$src -o $@

$(KORE_LIB): $(KORE_OBJS)
	@rm -f $@ && ar rcs $@ $^
