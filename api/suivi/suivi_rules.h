/*
 * Who may correct or withdraw a suivi (domain/workflow.md 2.5, 3.2). Pure.
 */
#ifndef VIGIE_SUIVI_RULES_H
#define VIGIE_SUIVI_RULES_H

#include <stdbool.h>

#include "verdict.h"

#define SUIVI_EDIT_MINUTES	20

struct suivi_facts {
	bool	mien;		/* the caller wrote it */
	bool	message;	/* of category MESSAGE_PARTNER */
	bool	recent;		/* less than SUIVI_EDIT_MINUTES old */
	bool	admin;		/* the caller is a super admin */
};

struct verdict	suivi_may_edit(const struct suivi_facts *);
struct verdict	suivi_may_delete(const struct suivi_facts *);

#endif
