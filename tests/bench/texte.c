/*
 * Prints the statement of a query as the API sends it (api/gen/sql.c), for
 * pgbench: $1 becomes :p1, and so on.
 *
 *   texte signalement_get
 */
#include <ctype.h>
#include <err.h>
#include <stdio.h>
#include <string.h>

#include "gen/sql.h"

int
main(int argc, char **argv)
{
	size_t		 i = 0;
	const char	*t;

	if (argc != 2)
		errx(1, "usage: texte query");
	while (i < sql_nqueries && strcmp(sql_queries[i]->name, argv[1]) != 0)
		i++;
	if (i == sql_nqueries)
		errx(1, "no query %s", argv[1]);
	for (t = sql_queries[i]->text; *t != '\0'; t++) {
		if (*t == '$' && isdigit((unsigned char)t[1]))
			(void)fputs(":p", stdout);
		else
			(void)putchar(*t);
	}
	(void)puts(";");
	return (0);
}
