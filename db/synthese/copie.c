/* The binary format of COPY: PostgreSQL's manual, "COPY", "Binary Format". */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "copie.h"

#define ROW_MAX		32768		/* bytes of a row, far above ours */
#define YEAR_2000	946684800000000	/* microseconds */
#define OID_TEXT	25
#define OID_INT2	21
#define WKB_POINT	0x20000001u	/* with a SRID */
#define SRID		4326u

static void
put(struct copie *c, const void *bytes, size_t n)
{
	memcpy(c->buffer + c->used, bytes, n);
	c->used += n;
}

static void
put_int(struct copie *c, uint64_t value, int bytes)
{
	while (bytes-- > 0)
		c->buffer[c->used++] = (unsigned char)(value >> (8 * bytes));
}

static void
put_double(struct copie *c, double value)
{
	uint64_t	bits;

	memcpy(&bits, &value, sizeof(bits));
	put_int(c, bits, 8);
}

static void
flush(struct copie *c)
{
	if (c->used > 0 && PQputCopyData(c->pg, (const char *)c->buffer,
	    (int)c->used) != 1)
		errx(1, "%s", PQerrorMessage(c->pg));
	c->used = 0;
}

PGconn *
copie_connect(const char *conninfo)
{
	PGconn		*pg = PQconnectdb(conninfo);
	PGresult	*res;

	if (PQstatus(pg) != CONNECTION_OK)
		errx(1, "%s", PQerrorMessage(pg));
	/* The history trigger stands aside: its rows are made here. */
	res = PQexec(pg, "set session_replication_role = replica; "
	    "set synchronous_commit = off; set statement_timeout = 0");
	if (PQresultStatus(res) != PGRES_COMMAND_OK)
		errx(1, "%s", PQerrorMessage(pg));
	PQclear(res);
	return (pg);
}

void
copie_open(struct copie *c, const char *conninfo, const char *table,
    const char *columns)
{
	PGresult	*res;
	char		 sql[2048];

	c->pg = copie_connect(conninfo);
	c->used = 0;
	c->rows = 0;
	(void)snprintf(sql, sizeof(sql),
	    "copy %s (%s) from stdin (format binary)", table, columns);
	res = PQexec(c->pg, sql);
	if (PQresultStatus(res) != PGRES_COPY_IN)
		errx(1, "%s", PQerrorMessage(c->pg));
	PQclear(res);
	put(c, "PGCOPY\n\377\r\n\0", 11);
	put_int(c, 0, 4);	/* flags */
	put_int(c, 0, 4);	/* no extension of the header */
}

void
copie_close(struct copie *c)
{
	PGresult	*res;

	put_int(c, 0xffff, 2);
	flush(c);
	if (PQputCopyEnd(c->pg, NULL) != 1)
		errx(1, "%s", PQerrorMessage(c->pg));
	while ((res = PQgetResult(c->pg)) != NULL) {
		if (PQresultStatus(res) != PGRES_COMMAND_OK)
			errx(1, "%s", PQerrorMessage(c->pg));
		PQclear(res);
	}
	PQfinish(c->pg);
}

void
copie_row(struct copie *c, int columns)
{
	if (c->used + ROW_MAX > sizeof(c->buffer))
		flush(c);
	put_int(c, (uint64_t)columns, 2);
	c->rows++;
}

void
copie_null(struct copie *c)
{
	put_int(c, 0xffffffff, 4);
}

void
copie_bool(struct copie *c, bool value)
{
	put_int(c, 1, 4);
	put_int(c, value, 1);
}

void
copie_int2(struct copie *c, int value)
{
	put_int(c, 2, 4);
	put_int(c, (uint64_t)value, 2);
}

void
copie_int4(struct copie *c, int32_t value)
{
	put_int(c, 4, 4);
	put_int(c, (uint64_t)value, 4);
}

void
copie_int8(struct copie *c, int64_t value)
{
	put_int(c, 8, 4);
	put_int(c, (uint64_t)value, 8);
}

void
copie_id(struct copie *c, int64_t value)
{
	if (value == 0)
		copie_null(c);
	else
		copie_int8(c, value);
}

void
copie_double(struct copie *c, double value)
{
	put_int(c, 8, 4);
	put_double(c, value);
}

void
copie_instant(struct copie *c, instant value)
{
	if (value == 0)
		copie_null(c);
	else
		copie_int8(c, value - YEAR_2000);
}

void
copie_text(struct copie *c, const char *text)
{
	size_t	n;

	if (text == NULL) {
		copie_null(c);
		return;
	}
	n = strlen(text);
	if (n > ROW_MAX / 4)
		errx(1, "text of %zu bytes", n);
	put_int(c, n, 4);
	put(c, text, n);
}

void
copie_json(struct copie *c, const char *text)
{
	size_t	n = strlen(text);

	if (n > ROW_MAX / 4)
		errx(1, "JSON of %zu bytes", n);
	put_int(c, n + 1, 4);
	put_int(c, 1, 1);	/* version of jsonb's wire format */
	put(c, text, n);
}

void
copie_uuid(struct copie *c, uint64_t high, uint64_t low)
{
	put_int(c, 16, 4);
	put_int(c, (high & ~0xf000ull) | 0x4000, 8);
	put_int(c, (low & ~(3ull << 62)) | (2ull << 62), 8);
}

void
copie_point(struct copie *c, double longitude, double latitude)
{
	put_int(c, 1 + 4 + 4 + 8 + 8, 4);
	put_int(c, 0, 1);	/* big endian */
	put_int(c, WKB_POINT, 4);
	put_int(c, SRID, 4);
	put_double(c, longitude);
	put_double(c, latitude);
}

static void
array_head(struct copie *c, size_t bytes, uint64_t oid, size_t n)
{
	put_int(c, 12 + (n == 0 ? 0 : 8) + bytes, 4);
	put_int(c, n == 0 ? 0 : 1, 4);	/* dimensions */
	put_int(c, 0, 4);		/* no null inside */
	put_int(c, oid, 4);
	if (n == 0)
		return;
	put_int(c, n, 4);
	put_int(c, 1, 4);		/* first subscript */
}

void
copie_int2s(struct copie *c, const int16_t *values, size_t n)
{
	array_head(c, n * 6, OID_INT2, n);
	for (size_t i = 0; i < n; i++)
		copie_int2(c, values[i]);
}

void
copie_texts(struct copie *c, const char *const *values, size_t n)
{
	size_t	bytes = 0;

	for (size_t i = 0; i < n; i++)
		bytes += 4 + strlen(values[i]);
	array_head(c, bytes, OID_TEXT, n);
	for (size_t i = 0; i < n; i++)
		copie_text(c, values[i]);
}
