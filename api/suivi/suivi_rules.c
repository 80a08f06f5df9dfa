/*
 * A message may be corrected by its author while nobody has been told of it;
 * a super admin may withdraw any suivi.
 */
#include "suivi/suivi_rules.h"

struct verdict
suivi_may_edit(const struct suivi_facts *f)
{
	if (!f->mien || !f->message)
		return (verdict_forbidden());
	if (!f->recent)
		return ((struct verdict){ .kind = VERDICT_FORBIDDEN,
		    .detail = "Un message ne se corrige que dans les 20 "
		    "minutes." });
	return (verdict_ok());
}

struct verdict
suivi_may_delete(const struct suivi_facts *f)
{
	return (f->admin ? verdict_ok() : suivi_may_edit(f));
}
