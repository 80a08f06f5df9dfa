/*
 * The catalogue of désordres: 84 critères, 195 précisions (domain/intake.md,
 * section 2).
 *
 * A critère is what a person ticks, a précision what a dossier keeps.  The
 * tables are written from db/data/desordres.json into gen/desordres.c; an id
 * is a rank in that file, from 1, and is the id of tables critere and
 * precision_desordre.  Everything returned here is static: never freed, never
 * changed.  Knows nothing of scores, answers, labels or JSON.
 */
#ifndef VIGIE_DESORDRE_H
#define VIGIE_DESORDRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum zone { ZONE_BATIMENT, ZONE_LOGEMENT, ZONES };

/*
 * What a dossier may be suspected of.  true: it is a procedure that people
 * filter and route on (section 4, signalement.procedures).
 */
#define QUALIFICATION_LIST(Q)						\
	Q(NON_DECENCE, true)						\
	Q(RSD, true)							\
	Q(SALETE, true)							\
	Q(INSALUBRITE, true)						\
	Q(ASSURANTIEL, true)						\
	Q(MISE_EN_SECURITE_PERIL, false)				\
	Q(SUROCCUPATION, true)						\
	Q(DANGER, true)							\
	Q(NON_DECENCE_ENERGETIQUE, true)

#define QUALIFICATION_ENUM(name, procedure)	QUALIFICATION_##name,
enum qualification { QUALIFICATION_LIST(QUALIFICATION_ENUM) QUALIFICATIONS };
#undef QUALIFICATION_ENUM

/* How answers designate a précision: criticite_resolution.c, one row each. */
enum resolution_regle {
	RESOLUTION_UNIQUE,	/* ticking is enough: one précision */
	RESOLUTION_DERIVEE,	/* from facts of the dwelling, never ticked */
	RESOLUTION_PIECES,
	RESOLUTION_PIECES_NETTOYAGE,
	RESOLUTION_PIECES_DIAGNOSTIC,
	RESOLUTION_PLAFOND,
	RESOLUTION_MUR_PORTEUR,
	RESOLUTION_MULTIPRISES,
	RESOLUTION_NUISIBLES_DATE,
	RESOLUTION_HUMIDITE,
	RESOLUTION_SOL,
	RESOLUTION_ESCALIER,
	RESOLUTION_SITUATION_TOIT,
	RESOLUTION_SITUATION_SOL,
	RESOLUTIONS
};

/* Where a person may write in her own words. */
enum texte_libre {
	TEXTE_LIBRE_AUCUN,
	TEXTE_LIBRE_CRITERE,	/* once, for the critère */
	TEXTE_LIBRE_PRECISIONS	/* once for each précision */
};

struct critere {
	const char		*slug;
	const char		*categorie;	/* of the public form */
	int16_t			 id;
	int16_t			 premiere;	/* id of its first précision */
	int16_t			 nprecisions;	/* of consecutive ids */
	enum zone		 zone;
	enum resolution_regle	 resolution;
	enum texte_libre	 texte_libre;
};

struct precision {
	const char	*slug;
	int16_t		 id;
	int16_t		 critere;	/* its id */
	enum zone	 zone;		/* that of its critère */
	double		 coefficient;
	bool		 danger;
	bool		 suroccupation;
	bool		 insalubrite_obligatoire;	/* at any score */
	bool		 exclusive;	/* alone of its critère */
	unsigned int	 qualifications;	/* 1 << enum qualification */
};

/*
 * One version of the rules: denominators, thresholds, and the coefficients
 * and flags of its précisions (element i has id i + 1).  grille_v1, in
 * gen/desordres.h, is the published one.
 */
struct grille {
	int			 version;
	double			 denominateurs[ZONES];
	double			 majoration_enfant;	/* factor */
	double			 plafond;
	double			 seuil_manquement;	/* each bound belongs */
	double			 seuil_insalubrite;	/* to the band below */
	double			 seuil_peril;
	double			 seuil_consommation;	/* kWh/m2/year, idem */
	const struct precision	*precisions;
	size_t			 nprecisions;	/* <= DESORDRES_PRECISIONS */
};

/* The published catalogue; NULL when there is none. */
const struct critere	*desordre_critere_by_slug(const char *slug);
const struct critere	*desordre_critere_by_id(int id);
const struct precision	*desordre_precision_by_slug(const char *slug);
const struct precision	*desordre_precision_by_id(int id);

/*
 * As above, but a critère with a single précision also answers to the slug of
 * that précision (sections 2 and 7.27).
 */
const struct critere	*desordre_critere_by_identifiant(const char *slug);

/* Id of the first critère of a category in a zone; 0: there is none. */
int16_t			 desordre_categorie_premiere(enum zone,
			    const char *categorie);

/* "BATIMENT", "NON_DECENCE": the words of the contract and the database. */
const char		*zone_name(enum zone);
const char		*qualification_name(enum qualification);
bool			 qualification_is_procedure(enum qualification);

/* What is wrong with the précisions chosen for one critère (section 2). */
enum choix_faute {
	CHOIX_OK,
	CHOIX_SANS_PRECISION,	/* several exist, none was chosen */
	CHOIX_ETRANGERE,	/* not a précision of this critère */
	CHOIX_DOUBLON,
	CHOIX_EXCLUSIVE		/* an exclusive one is not alone */
};

/*
 * Checks n chosen précision ids; *fautive, if not NULL, receives the index of
 * the one at fault (0 for CHOIX_SANS_PRECISION).  No choice is right for a
 * critère with a single précision: ticking it links that one.
 */
enum choix_faute	 desordre_choix_check(const struct critere *,
			    const int16_t *precisions, size_t n,
			    size_t *fautive);

#endif
