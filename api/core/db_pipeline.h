/*
 * The pipelined database layer, as main.c sees it.
 * Handlers include db.h.
 */
#ifndef VIGIE_DB_PIPELINE_H
#define VIGIE_DB_PIPELINE_H

/* Opens the lanes on this worker's event loop. */
void	db_start(void);

/* Closes them. */
void	db_stop(void);

#endif
