/*
 * The pipelined database layer, as main.c and the health page see it.
 * Handlers include db.h.
 */
#ifndef VIGIE_DB_PIPELINE_H
#define VIGIE_DB_PIPELINE_H

#include <stdbool.h>
#include <stddef.h>

/* Opens the lanes on this worker's event loop. */
void	db_start(void);

/* Closes them. */
void	db_stop(void);

/* Is a connection of every lane ready? */
bool	db_ready(void);

/* Queries waiting or under way in this worker. */
size_t	db_load(void);

#endif
