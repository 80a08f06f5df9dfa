/*
 * What a rule answers: go on, or why not.
 *
 * The only header a rule includes: it knows neither requests nor HTTP.
 * core/rq.c turns a verdict into the answer (rq_require).
 */
#ifndef VIGIE_VERDICT_H
#define VIGIE_VERDICT_H

enum verdict_kind {
	VERDICT_OK,
	VERDICT_FORBIDDEN,	/* 403: not this caller */
	VERDICT_STATE,		/* 409: not in the present state */
	VERDICT_DUPLICATE,	/* 409: done already */
	VERDICT_FIELD		/* 422: a field of the body is at fault */
};

/* pointer, code and detail say which field and why (VERDICT_FIELD only). */
struct verdict {
	enum verdict_kind	 kind;
	const char		*pointer;	/* "/motif" */
	const char		*code;		/* "obligatoire" */
	const char		*detail;	/* French, or NULL: usual */
};

#define verdict_ok()		((struct verdict){ .kind = VERDICT_OK })
#define verdict_forbidden()	((struct verdict){ .kind = VERDICT_FORBIDDEN })
#define verdict_state(why)						\
	((struct verdict){ .kind = VERDICT_STATE, .detail = (why) })
#define verdict_duplicate()	((struct verdict){ .kind = VERDICT_DUPLICATE })
#define verdict_field(where, what, why)					\
	((struct verdict){ VERDICT_FIELD, (where), (what), (why) })

#endif
