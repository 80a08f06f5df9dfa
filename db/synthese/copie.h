/*
 * Rows for COPY … (format binary), over one connection per table.
 *
 *   copie_open(&c, conninfo, "suivi", "id, message");
 *   copie_row(&c, 2); copie_int8(&c, 1); copie_text(&c, "…");
 *   copie_close(&c);
 *
 * Any failure ends the program with a sentence; the table then keeps nothing.
 */
#ifndef SYNTHESE_COPIE_H
#define SYNTHESE_COPIE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libpq-fe.h>

struct copie {
	PGconn		*pg;
	size_t		 used;
	uint64_t	 rows;
	unsigned char	 buffer[1 << 17];
};

/* Instants are microseconds since 1970; 0 is null. */
typedef int64_t	instant;

PGconn	*copie_connect(const char *conninfo);
void	 copie_open(struct copie *, const char *conninfo, const char *table,
	    const char *columns);
void	 copie_close(struct copie *);

void	 copie_row(struct copie *, int columns);
void	 copie_null(struct copie *);
void	 copie_bool(struct copie *, bool);
void	 copie_int2(struct copie *, int);
void	 copie_int4(struct copie *, int32_t);
void	 copie_int8(struct copie *, int64_t);
void	 copie_id(struct copie *, int64_t);	/* 0: null */
void	 copie_double(struct copie *, double);
void	 copie_instant(struct copie *, instant);
void	 copie_text(struct copie *, const char *);	/* NULL: null */
void	 copie_json(struct copie *, const char *);	/* jsonb */
void	 copie_uuid(struct copie *, uint64_t, uint64_t);	/* made v4 */
void	 copie_point(struct copie *, double longitude, double latitude);
void	 copie_int2s(struct copie *, const int16_t *, size_t);
void	 copie_texts(struct copie *, const char *const *, size_t);

#endif
