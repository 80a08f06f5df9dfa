/**
 * The public form as data, and the pure functions that read it. No Vue, no network, no clock: `today` is given.
 *
 * A form (db/data/formulaires/<profil>.json) is
 *   { profil, version, titre, reponses, rubriques: [{id, titre}], ecrans: [ecran] }
 *   ecran     { id, rubrique, titre, texte?, si?, questions }
 *   question  { type, champ, libelle, aide?, erreur?, requise?, si?, ...what its type needs }
 * `reponses` are the answers known from the start. `champ` is the name of the answer, flat, the same for the form, the
 * draft and the errors of the API. `requise`: true, the form insists; "depot", the server refuses the dossier too.
 *
 * Types: information (texte, no champ), texte and texte_long (max), nombre (min, max, entier, unite, max_champ), date
 * (passee), mois, telephone, email, adresse (verifie: the territory is checked), choix and liste (choix: [{valeur,
 * libelle, aide?}]), case (answer 1 or nothing; `questions` open under it), cases (cases: [{champ, libelle, si?}],
 * each its own answer), categories (zone; kept in categorieDisorders), recapitulatif (no champ).
 *
 * `si` is a list of conditions, all of which must hold, about answers given before: { champ, and one of vaut, differe,
 * parmi, repondu, positif, contient, moins_de_mois }. champ may be two names "a|b", one of which is enough. What is
 * asked under a hidden question is hidden, and a hidden answer counts as no answer: the server does the same
 * (api/brouillon/brouillon_questions.c; a unit test compares the two).
 *
 * @typedef {Record<string, any>} Reponses
 * @typedef {{champ: string, vaut?: any, differe?: any, parmi?: any[], repondu?: true, positif?: true,
 *   contient?: string, moins_de_mois?: number}} Condition
 * @typedef {{valeur: string, libelle: string, aide?: string}} Choix
 * @typedef {{champ: string, libelle: string, si?: Condition[]}} Case
 * @typedef {{type: string, champ?: string, libelle?: string, aide?: string, erreur?: string, requise?: true|'depot',
 *   si?: Condition[], choix?: Choix[], cases?: Case[], questions?: Question[], texte?: string, max?: number,
 *   min?: number, entier?: boolean, unite?: string, passee?: boolean, verifie?: boolean, zone?: string,
 *   largeur?: string, max_champ?: string, erreur_max_champ?: string, remplissage?: string}} Question
 * @typedef {{id: string, rubrique: string, titre: string, texte?: string, si?: Condition[],
 *   questions: Question[]}} Ecran
 * @typedef {{profil: string, version: number, titre: string, reponses: Reponses,
 *   rubriques: {id: string, titre: string}[], ecrans: Ecran[]}} Formulaire
 * @typedef {{champ: string, detail: string}} Faute
 */

export const CATEGORIES = 'categorieDisorders';

/** @param {any} value is it an answer? */
export function repondu(value) {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== false && String(value).trim() !== '';
}

/** Months from the first of "MM/AAAA" to today, or NaN. @param {any} mois @param {string} today AAAA-MM-JJ */
function moisEcoules(mois, today) {
  const m = /^(\d{2})\/(\d{4})$/.exec(String(mois ?? ''));
  if (!m) return NaN;
  return (Number(today.slice(0, 4)) - Number(m[2])) * 12 + Number(today.slice(5, 7)) - Number(m[1]);
}

/** @param {Condition} c @param {any} value @param {string} today */
function tient(c, value, today) {
  if ('vaut' in c) return repondu(value) && String(value) === String(c.vaut);
  if ('differe' in c) return !repondu(value) || String(value) !== String(c.differe);
  if (c.parmi) return c.parmi.includes(value);
  if (c.repondu) return repondu(value);
  if (c.positif) return Number(value) > 0;
  if ('moins_de_mois' in c) return moisEcoules(value, today) < Number(c.moins_de_mois);
  if (c.contient) return Object.values(value ?? {}).some((list) => list.includes(c.contient));
  return false;
}

/**
 * Is a screen, a question or a box shown, given the answers that are themselves shown (see parcours)?
 * @param {{si?: Condition[]}} q @param {Reponses} reponses @param {string} [today]
 */
export function visible(q, reponses, today = '') {
  return (q.si ?? []).every((c) => c.champ.split('|').some((champ) => tient(c, reponses[champ], today)));
}

/** The names of the answers of a question. @param {Question} q @returns {string[]} */
export function champs(q) {
  if (q.type === 'categories') return [CATEGORIES];
  if (q.type === 'cases') return (q.cases ?? []).map((c) => c.champ);
  if (q.type === 'adresse') return ['', ...Object.values(ADRESSE)].map((suite) => q.champ + suite);
  return q.champ ? [q.champ] : [];
}

/** The parts of an address answer, after its own name. */
export const ADRESSE = {
  numero: '_detail_numero', code_postal: '_detail_code_postal', commune: '_detail_commune', insee: '_detail_insee',
  manuelle: '_detail_manual',
};

/**
 * The form as these answers show it: its screens with their visible questions (niveau: how deep under a box), and the
 * answers that are left once the hidden ones are dropped.
 * @param {Formulaire} form @param {Reponses} reponses @param {string} today
 * @returns {{ecrans: {ecran: Ecran, questions: {q: Question, niveau: number}[]}[], reponses: Reponses}}
 */
export function parcours(form, reponses, today) {
  /** @type {Reponses} */
  const gardees = { ...form.reponses };
  const ecrans = [];
  for (const ecran of form.ecrans) {
    if (!visible(ecran, gardees, today)) continue;
    /** @type {{q: Question, niveau: number}[]} */
    const questions = [];
    suivre(ecran.questions, 0);
    ecrans.push({ ecran, questions });

    /** @param {Question[]} liste @param {number} niveau */
    function suivre(liste, niveau) {
      for (const q of liste) {
        if (!visible(q, gardees, today)) continue;
        const vue = q.cases ? { ...q, cases: q.cases.filter((c) => visible(c, gardees, today)) } : q;
        questions.push({ q: vue, niveau });
        garder(vue);
        if (q.questions && gardees[q.champ ?? ''] === 1) suivre(q.questions, niveau + 1);
      }
    }
  }
  return { ecrans, reponses: gardees };

  /** @param {Question} q */
  function garder(q) {
    if (q.type === 'categories') {
      const zone = String(q.zone);
      const choisies = reponses[CATEGORIES]?.[zone] ?? [];
      const offertes = (q.choix ?? []).map((c) => c.valeur).filter((v) => choisies.includes(v));
      gardees[CATEGORIES] = { batiment: [], logement: [], ...gardees[CATEGORIES], [zone]: offertes };
      return;
    }
    for (const champ of champs(q)) if (repondu(reponses[champ])) gardees[champ] = reponses[champ];
  }
}

/**
 * The visible questions of a screen as a tree: each with those that are open under it.
 * @typedef {{q: Question, sous: Noeud[]}} Noeud
 * @param {{q: Question, niveau: number}[]} questions @returns {Noeud[]}
 */
export function arbre(questions) {
  /** @type {Noeud[]} */
  const racine = [];
  /** @type {Noeud[][]} */
  const ouverts = [racine];
  for (const { q, niveau } of questions) {
    const noeud = { q, sous: [] };
    ouverts[niveau].push(noeud);
    ouverts[niveau + 1] = noeud.sous;
  }
  return racine;
}

/* What a person types -> what is kept. What makes no sense is kept as typed, for errors() to say so. */

/** @param {string} texte "14/02/1985", "14021985", "14-2-1985" -> "1985-02-14" */
function lireDate(texte) {
  const m = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(texte) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(texte);
  return m ? `${m[3]}-${m[2].padStart(2, '0')}-${m[1].padStart(2, '0')}` : texte;
}

/** @param {string} texte "9/2026", "09 2026", "092026" -> "09/2026" */
function lireMois(texte) {
  const m = /^(\d{1,2})[/. -](\d{4})$/.exec(texte) ?? /^(\d{2})(\d{4})$/.exec(texte);
  return m ? `${m[1].padStart(2, '0')}/${m[2]}` : texte;
}

/** @param {string} texte "06 12-34.56 78" -> "0612345678", "0032…" -> "+32…" */
function lireTelephone(texte) {
  const serre = texte.replace(/[\s.()-]/g, '');
  return serre.startsWith('00') ? `+${serre.slice(2)}` : serre;
}

/** @param {string} texte "38,5" -> 38.5 */
function lireNombre(texte) {
  const serre = texte.replace(/\s/g, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(serre) ? Number(serre) : texte;
}

/** @type {Record<string, (texte: string) => any>} */
const LECTURES = {
  date: lireDate, mois: lireMois, telephone: lireTelephone, nombre: lireNombre, email: (t) => t,
};

/** @param {Question} q @param {string} texte as typed @returns {any} undefined when there is nothing */
export function lire(q, texte) {
  // eslint-disable-next-line no-control-regex -- what a paste may bring and the server refuses
  const net = texte.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim();
  if (net === '') return undefined;
  return (LECTURES[q.type] ?? ((t) => t))(net);
}

/** The reverse, for the field and for the recap. @param {Question} q @param {any} value @returns {string} */
export function ecrire(q, value) {
  if (!repondu(value)) return '';
  const texte = String(value);
  if (q.type === 'date') return texte.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
  if (q.type === 'nombre') return texte.replace('.', ',');
  if (q.type === 'telephone' && /^0\d{9}$/.test(texte)) return texte.replace(/(\d\d)(?=\d)/g, '$1 ');
  return texte;
}

/* Errors */

const ETIQUETTE = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const EMAIL = new RegExp(`^[A-Za-z0-9.!#$%&'*+/=?^_\`{|}~-]+@(?:${ETIQUETTE}\\.)+${ETIQUETTE}$`);

/** @param {string} iso */
function dateExiste(iso) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return false;
  const jour = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(jour.getTime()) && jour.toISOString().slice(0, 10) === iso;
}

/** @type {Record<string, (value: any, q: Question, today: string, reponses: Reponses) => string|undefined>} */
const FORMATS = {
  texte: (v, q) => tropLong(v, q),
  texte_long: (v, q) => tropLong(v, q),
  email: (v, q) => (EMAIL.test(v) && !/^\.|\.@/.test(v) ? tropLong(v, q)
    : 'Cette adresse électronique est incorrecte. Exemple : nom@exemple.fr'),
  telephone: (v) => (/^(0\d{9}|\+\d{8,15})$/.test(v) ? undefined
    : 'Ce numéro est incorrect. Donnez dix chiffres, ou un numéro international qui commence par +.'),
  date: (v, q, today) => {
    if (!dateExiste(v)) return 'Cette date est incorrecte. Écrivez le jour, le mois et l’année : 14/02/1985';
    if (v <= '1900-01-01') return 'Cette date est trop ancienne.';
    return q.passee && v >= today ? 'Cette date doit être passée.' : undefined;
  },
  mois: (v, q, today) => {
    if (!/^(0[1-9]|1[0-2])\/(19|20)\d{2}$/.test(v)) return 'Écrivez le mois et l’année. Exemple : 09/2026';
    return `${v.slice(3)}-${v.slice(0, 2)}-01` >= today ? 'Ce mois doit être passé.' : undefined;
  },
  nombre: (v, q, today, reponses) => {
    if (typeof v !== 'number') return 'Écrivez un nombre, en chiffres.';
    if (q.entier && !Number.isInteger(v)) return 'Écrivez un nombre entier, sans virgule.';
    if (q.min !== undefined && v < q.min) return `Écrivez un nombre égal ou supérieur à ${q.min}.`;
    if (q.max !== undefined && v > q.max) return `Écrivez un nombre égal ou inférieur à ${ecrire(q, q.max)}.`;
    const limite = q.max_champ === undefined ? undefined : reponses[q.max_champ];
    return typeof limite === 'number' && v > limite ? q.erreur_max_champ : undefined;
  },
  choix: (v, q) => inconnu(v, q),
  liste: (v, q) => inconnu(v, q),
};

/** @param {any} v @param {Question} q */
function tropLong(v, q) {
  const longueur = [...String(v)].length;
  return q.max !== undefined && longueur > q.max
    ? `Ce texte est trop long : ${longueur} caractères, ${q.max} au plus.` : undefined;
}

/** @param {any} v @param {Question} q */
function inconnu(v, q) {
  return (q.choix ?? []).some((c) => c.valeur === v) ? undefined : 'Choisissez une des réponses proposées.';
}

/** The street: what is wrong with it, or undefined. @param {string} numero @param {boolean} requise */
function erreurRue(numero, requise) {
  if (requise && !numero) return 'Indiquez le numéro et la rue.';
  if (requise && /^\d+$/.test(numero)) return 'Ajoutez le nom de la rue après le numéro.';
  return [...numero].length > 100 ? 'Cette ligne est trop longue : 100 caractères au plus.' : undefined;
}

/** The commune. @param {string} commune @param {boolean} requise @param {boolean} manuelle */
function erreurCommune(commune, requise, manuelle) {
  if (requise && !commune) {
    return manuelle ? 'Indiquez la commune.' : 'Choisissez votre commune dans la liste proposée.';
  }
  return [...commune].length > 100 ? 'Ce nom est trop long : 100 caractères au plus.' : undefined;
}

/** @param {Question} q @param {Reponses} reponses @returns {Faute[]} */
function erreursAdresse(q, reponses) {
  const lu = (/** @type {string} */ suite) => String(reponses[q.champ + suite] ?? '').trim();
  const requise = Boolean(q.requise);
  const manuelle = reponses[q.champ + ADRESSE.manuelle] === 1;
  const codePostal = lu(ADRESSE.code_postal);
  const codeFaux = manuelle && (codePostal ? !/^\d{5}$/.test(codePostal) : requise);

  return [
    [ADRESSE.numero, erreurRue(lu(ADRESSE.numero), requise)],
    [ADRESSE.code_postal, codeFaux ? 'Indiquez le code postal : 5 chiffres.' : undefined],
    [ADRESSE.commune, erreurCommune(lu(ADRESSE.commune), requise, manuelle)],
  ].flatMap(([suite, detail]) => (detail ? [{ champ: q.champ + String(suite), detail }] : []));
}

/**
 * What is wrong with the answers to one visible question.
 * @param {Question} q @param {Reponses} reponses @param {string} [today] @returns {Faute[]}
 */
export function errors(q, reponses, today = '') {
  if (q.type === 'adresse') return erreursAdresse(q, reponses);
  if (q.type === 'cases') {
    const cochee = (q.cases ?? []).some((c) => reponses[c.champ] === 1);
    return q.requise && !cochee ? [{ champ: String(q.champ), detail: q.erreur ?? 'Cochez au moins une case.' }] : [];
  }
  if (!q.champ || q.type === 'categories') return [];
  const value = reponses[q.champ];
  if (!repondu(value)) {
    return q.requise ? [{ champ: q.champ, detail: q.erreur ?? 'Répondez à cette question.' }] : [];
  }
  const detail = FORMATS[q.type]?.(value, q, today, reponses);
  return detail ? [{ champ: q.champ, detail }] : [];
}

/** @param {Formulaire} form @param {string} id @param {Reponses} reponses @param {string} today @returns {Faute[]} */
export function screenErrors(form, id, reponses, today) {
  const vu = parcours(form, reponses, today);
  const page = vu.ecrans.find((e) => e.ecran.id === id);
  return (page?.questions ?? []).flatMap(({ q }) => errors(q, vu.reponses, today));
}

/* Moving */

/** @param {Formulaire} form @param {string} id @param {Reponses} reponses @param {string} today @param {number} pas */
function voisin(form, id, reponses, today, pas) {
  const ecrans = parcours(form, reponses, today).ecrans;
  const i = ecrans.findIndex((e) => e.ecran.id === id);
  return i < 0 ? undefined : ecrans[i + pas]?.ecran.id;
}

/**
 * The screen after this one, or undefined.
 * @param {Formulaire} form @param {string} id @param {Reponses} r @param {string} today
 */
export const next = (form, id, r, today) => voisin(form, id, r, today, 1);

/**
 * The screen before this one, or undefined.
 * @param {Formulaire} form @param {string} id @param {Reponses} r @param {string} today
 */
export const previous = (form, id, r, today) => voisin(form, id, r, today, -1);

/**
 * The first screen that still has errors: nobody goes further than that one. undefined when all is answered.
 * @param {Formulaire} form @param {Reponses} reponses @param {string} today
 */
export function firstIncomplete(form, reponses, today) {
  const vu = parcours(form, reponses, today);
  return vu.ecrans.find((e) => e.questions.some(({ q }) => errors(q, vu.reponses, today).length > 0))?.ecran.id;
}

/**
 * Where we are: rubric n of N, and how much of the screens lies behind.
 * @param {Formulaire} form @param {string} id @param {Reponses} reponses @param {string} today
 */
export function progress(form, id, reponses, today) {
  const ecrans = parcours(form, reponses, today).ecrans;
  const i = Math.max(ecrans.findIndex((e) => e.ecran.id === id), 0);
  const rubrique = form.rubriques.findIndex((r) => r.id === ecrans[i].ecran.rubrique);
  return {
    rubrique: rubrique + 1, total: form.rubriques.length, titre: form.rubriques[rubrique].titre,
    suivante: form.rubriques[rubrique + 1]?.titre, fait: i / ecrans.length,
  };
}

/* The errors of the server */

/**
 * The screen that asks for this answer. A hidden or unknown one: the screen where désordres are picked, or nothing.
 * @param {Formulaire} form @param {string} champ @param {Reponses} reponses @param {string} today
 */
export function screenOf(form, champ, reponses, today) {
  const vu = parcours(form, reponses, today);
  return vu.ecrans.find((e) => e.questions.some(({ q }) => q.champ === champ || champs(q).includes(champ)))?.ecran.id;
}

/**
 * "erreurs" of a problem document -> faults of the form. The whole address is one answer for the server; here its
 * lines are fields, so a fault about it goes to the line that can mend it.
 * @param {{pointeur: string, detail: string}[]} erreurs @param {Reponses} reponses @returns {Faute[]}
 */
export function serverFaults(erreurs, reponses) {
  return erreurs.map(({ pointeur, detail }) => {
    const champ = pointeur.replace(/^\/reponses\//, '').replace(/~1/g, '/').replace(/~0/g, '~');
    const lieu = /^(.*_adresse)(_detail_code_postal|_detail_insee)?$/.exec(champ);
    if (!lieu) return { champ, detail };
    if (!lieu[2]) return { champ: lieu[1] + ADRESSE.numero, detail };
    const manuelle = reponses[lieu[1] + ADRESSE.manuelle] === 1;
    return { champ: lieu[1] + (manuelle ? ADRESSE.code_postal : ADRESSE.commune), detail };
  });
}

/* The recap */

/** @type {Record<string, (q: Question, reponses: Reponses) => string>} */
const VALEURS = {
  adresse: (q, reponses) => {
    const lu = (/** @type {string} */ suite) => reponses[q.champ + suite] ?? '';
    const lieu = `${lu(ADRESSE.code_postal)} ${lu(ADRESSE.commune)}`.trim();
    return [lu(ADRESSE.numero), lieu].filter(repondu).join(', ');
  },
  cases: (q, reponses) => (q.cases ?? []).filter((c) => reponses[c.champ] === 1)
    .map((c) => c.libelle.toLowerCase()).join(', '),
  categories: (q, reponses) => {
    const choisies = reponses[CATEGORIES]?.[String(q.zone)] ?? [];
    const noms = (q.choix ?? []).filter((c) => choisies.includes(c.valeur)).map((c) => c.libelle);
    return noms.join(', ') || 'Rien à signaler';
  },
  case: (q, reponses) => (reponses[q.champ ?? ''] === 1 ? 'Oui' : ''),
  information: () => '',
  recapitulatif: () => '',
};

/** @param {Question} q @param {Reponses} reponses @returns {string} */
function valeur(q, reponses) {
  const value = reponses[q.champ ?? ''];
  if (VALEURS[q.type]) return VALEURS[q.type](q, reponses);
  if (q.choix) return q.choix.find((c) => c.valeur === value)?.libelle ?? '';
  return repondu(value) && q.unite ? `${ecrire(q, value)}\u00a0${q.unite}` : ecrire(q, value);
}

/**
 * What was answered, screen by screen; a box is a line of its own, what is under it has niveau 1 or 2. Screens with
 * nothing to show have no lines.
 * @param {Formulaire} form @param {Reponses} reponses @param {string} today
 */
export function recap(form, reponses, today) {
  const vu = parcours(form, reponses, today);
  return vu.ecrans
    .filter((e) => e.questions.some(({ q }) => q.type !== 'recapitulatif' && q.type !== 'information'))
    .map(({ ecran, questions }) => ({
      id: ecran.id,
      titre: ecran.titre,
      rubrique: ecran.rubrique,
      lignes: questions.flatMap(({ q, niveau }) => {
        const texte = valeur(q, vu.reponses);
        if (texte === '') return [];
        return [{ champ: q.champ, libelle: q.libelle, valeur: texte, niveau, coche: q.type === 'case' }];
      }),
    }));
}

/** Désordre boxes ticked so far. @param {Formulaire} form @param {Reponses} reponses @param {string} today */
export function desordresCoches(form, reponses, today) {
  const vu = parcours(form, reponses, today);
  return vu.ecrans.filter((e) => e.ecran.id.startsWith('desordres_'))
    .flatMap((e) => e.questions)
    .filter(({ q, niveau }) => niveau === 0 && (q.type === 'case' ? vu.reponses[q.champ ?? ''] === 1
      : q.champ === 'desordres_logement_chauffage_type' && vu.reponses[q.champ] === 'aucun')).length;
}
