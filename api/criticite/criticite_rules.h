/*
 * Criticité: how serious a dossier is, and what it may be suspected of.
 *
 * Pure: précision ids and a few facts in, a score, its explanation point by
 * point and the suspected qualifications out.  The figures come from a
 * struct grille, so that an old score is made again with the grid that made
 * it.  Source of the rules: domain/intake.md, sections 3.1 (score), 4.1
 * (qualifications), 4.2 (non-décence énergétique).
 */
#ifndef VIGIE_CRITICITE_RULES_H
#define VIGIE_CRITICITE_RULES_H

#include "criticite/desordre.h"
#include "gen/desordres.h"

/* In each, 0 is "not answered" (null or absent in the contract). */
enum oui_non_nsp { ONN_INCONNU, ONN_OUI, ONN_NON, ONN_NSP };

enum assurance_contactee {
	ASSURANCE_INCONNUE, ASSURANCE_OUI, ASSURANCE_NON,
	ASSURANCE_PAS_ASSURANCE_LOGEMENT, ASSURANCE_NSP
};

enum classe_energetique {
	CLASSE_INCONNUE, CLASSE_A, CLASSE_B, CLASSE_C, CLASSE_D, CLASSE_E,
	CLASSE_F, CLASSE_G, CLASSE_NSP
};

enum annee_dpe {
	ANNEE_DPE_INCONNUE, ANNEE_DPE_AVANT_2023, ANNEE_DPE_DEPUIS_2023,
	ANNEE_DPE_NSP
};

/*
 * Words of the contract ("oui", "pas_assurance_logement", "G", "before2023")
 * to values: NULL and words outside the list give 0, "not answered" (the
 * contract has refused the latter already).
 */
enum oui_non_nsp		oui_non_nsp_parse(const char *);
enum assurance_contactee	assurance_contactee_parse(const char *);
enum classe_energetique		classe_energetique_parse(const char *);
enum annee_dpe			annee_dpe_parse(const char *);

/* And back; NULL for "not answered", to be written null. */
const char	*oui_non_nsp_name(enum oui_non_nsp);
const char	*assurance_contactee_name(enum assurance_contactee);
const char	*classe_energetique_name(enum classe_energetique);
const char	*annee_dpe_name(enum annee_dpe);

/*
 * Facts beside the précisions.  All zero is "nothing known", and a figure
 * that is not above 0 is not known.
 */
struct contexte_criticite {
	enum oui_non_nsp		enfants_moins_6;
	enum assurance_contactee	assurance_contactee;
	enum oui_non_nsp		dpe;		/* is there a DPE? */
	/*
	 * An agent checked that answer.  The "non" of a declarant is still to
	 * be checked (decided in section 7); that of an agent is proof.
	 */
	bool				dpe_verifie;
	enum classe_energetique		classe_energetique;
	enum annee_dpe			annee_dpe;
	double				superficie;	/* m2 */
	double				consommation;	/* kWh a year */
	double				consommation_finale; /* kWh/m2 a year */
};

#define STATUT_QUALIFICATION_LIST(S)					\
	S(NON_DECENCE_CHECK)						\
	S(RSD_CHECK)							\
	S(SALETE_CHECK)							\
	S(INSALUBRITE_CHECK)						\
	S(INSALUBRITE_MANQUEMENT_CHECK)					\
	S(ASSURANTIEL_CHECK)						\
	S(MISE_EN_SECURITE_PERIL_CHECK)					\
	S(SUROCCUPATION_CHECK)						\
	S(DANGER_CHECK)							\
	S(NDE_CHECK)							\
	S(NDE_AVEREE)							\
	S(NDE_OK)

#define STATUT_QUALIFICATION_ENUM(name)	STATUT_##name,
enum statut_qualification {
	STATUT_QUALIFICATION_LIST(STATUT_QUALIFICATION_ENUM)
	STATUTS_QUALIFICATION
};
#undef STATUT_QUALIFICATION_ENUM

/* "NON_DECENCE_CHECK" */
const char	*statut_qualification_name(enum statut_qualification);

struct contribution {
	int16_t		precision;	/* id */
	enum zone	zone;
	double		coefficient;
	double		points;		/* share of the score, before the cap */
};

/* What the status of NON_DECENCE_ENERGETIQUE was decided on. */
struct details_nde {
	/* kWh a year if annee_dpe is before 2023, else per m2; 0: unknown */
	double			 consommation_energie;
	enum oui_non_nsp	 dpe;	/* OUI, NON (checked) or INCONNU */
	const char		*date_dernier_dpe;	/* YYYY-MM-DD, static */
	enum classe_energetique	 classe_energetique;
};

struct qualification_suspectee {
	enum qualification		qualification;
	enum statut_qualification	statut;
	size_t				nprecisions;
	int16_t				precisions[DESORDRES_PRECISIONS];
	bool				has_details;	/* NDE only */
	struct details_nde		details;
};

/* About 10 KB: put it in the request's memory or at the top of a stack. */
struct evaluation {
	int				grille;		/* version */
	double				score;		/* unrounded */
	double				score_batiment;	/* raw: no factor, */
	double				score_logement;	/* no cap */
	size_t				ncontributions;
	struct contribution		contributions[DESORDRES_PRECISIONS];
	size_t				nqualifications;
	struct qualification_suspectee	qualifications[QUALIFICATIONS];
};

/*
 * Fills out.  precisions are n ids of the grid, in the order they were
 * linked; one given twice counts once.  An id outside the grid is a bug of
 * the caller (assert): look slugs up first.
 */
void	criticite_evaluate(const struct grille *, const int16_t *precisions,
	    size_t n, const struct contexte_criticite *,
	    struct evaluation *out);

#endif
