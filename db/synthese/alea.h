/*
 * Reproducible chance: the same seed gives the same country. Small functions,
 * called a hundred times a dossier, hence inline (splitmix64).
 */
#ifndef SYNTHESE_ALEA_H
#define SYNTHESE_ALEA_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct alea {
	uint64_t	state;
};

static inline uint64_t
alea_next(struct alea *a)
{
	uint64_t	z = (a->state += 0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return (z ^ (z >> 31));
}

/* [0, 1) */
static inline double
alea_unit(struct alea *a)
{
	return ((double)(alea_next(a) >> 11) * 0x1p-53);
}

/* [0, n) */
static inline size_t
alea_below(struct alea *a, size_t n)
{
	return ((size_t)(((alea_next(a) >> 32) * (uint64_t)n) >> 32));
}

static inline bool
alea_chance(struct alea *a, double p)
{
	return (alea_unit(a) < p);
}

/* Most are short, a few very long. */
static inline double
alea_wait(struct alea *a, double mean)
{
	return (-mean * log(1 - alea_unit(a)));
}

#endif
