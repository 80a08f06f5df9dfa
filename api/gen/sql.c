/* Written by api/tools/sql.mjs from api/<noun>/<noun>.sql; never edited. */
#include "gen/sql.h"

const struct db_query SQL_idempotence_lue = {
	.name = "idempotence_lue",
	.nparams = 2,
	.lane = DB_READ,
	.text =
	    "select empreinte, statut, corps, version, lieu from idempotence\n"
	    " where appelant = $1 and cle = $2 and cree_le > now() - interval '24 hours'\n"
};

const struct db_query SQL_idempotence_ouvrir = {
	.name = "idempotence_ouvrir",
	.nparams = 4,
	.lane = DB_WRITE,
	.text =
	    "select idempotence_ouvrir($1, $2, $3, $4::int)\n"
};

const struct db_query *const sql_queries[] = {
	&SQL_idempotence_lue,
	&SQL_idempotence_ouvrir,
};
const size_t sql_nqueries = sizeof(sql_queries) / sizeof(sql_queries[0]);
