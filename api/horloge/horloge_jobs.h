/*
 * The clock: tasks that come round, each run by one relais at a time.
 */
#ifndef VIGIE_HORLOGE_JOBS_H
#define VIGIE_HORLOGE_JOBS_H

#include <stdbool.h>

/*
 * Runs what is due. Looks at most once every HORLOGE_LOOK seconds and costs
 * nothing in between. false: a task failed, which the log tells.
 */
#define HORLOGE_LOOK	60

bool	horloge_avancer(void);

#endif
