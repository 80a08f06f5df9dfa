/* Who is told what. */
#include "notification/notification_jobs.h"

void
notification_repartir(const struct evenement *e)
{
	(void)e;
}
