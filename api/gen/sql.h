/* Written by api/tools/sql.mjs from api/<noun>/<noun>.sql; never edited. */
#ifndef VIGIE_GEN_SQL_H
#define VIGIE_GEN_SQL_H

#include "core/db.h"

extern const struct db_query SQL_idempotence_lue;
extern const struct db_query SQL_idempotence_ouvrir;

extern const struct db_query *const sql_queries[];
extern const size_t sql_nqueries;

#endif
