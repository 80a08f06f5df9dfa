// Written by api/tools/contract.mjs from openapi.yaml; never edited.

export type ActionAffectation = "accepter" | "refuser" | "clore" | "rouvrir" | "reinitialiser";

export type ActionSignalement = "valider" | "refuser" | "clore" | "rouvrir" | "supprimer";

export type Adresse = {
  numero_voie: string;
  code_postal: string;
  commune: string;
  code_insee?: string | null;
  etage?: string | null;
  escalier?: string | null;
  numero_appartement?: string | null;
  complement?: string | null;
  latitude?: number | null;
  longitude?: number | null;
  identifiant_ban?: string | null;
  identifiant_rnb?: string | null;
};

export type Affectation = {
  id: string;
  version: number;
  signalement: string;
  partenaire: PartenaireBref;
  statut: StatutAffectation;
  cree_le: string;
  repondu_le: string | null;
  repondu_par: string | null;
  motif: string | null;
  travaux: Travaux;
  message: string | null;
  actions: Array<"accepter" | "refuser" | "clore" | "rouvrir" | "reinitialiser" | "retirer">;
};

export type Agence = {
  denomination?: string | null;
  nom?: string | null;
  prenom?: string | null;
  email?: string | null;
  telephone?: string | null;
  adresse?: string | null;
  code_postal?: string | null;
  commune?: string | null;
};

export type AnneeDpe = "before2023" | "post2023" | "nsp" | null;

export type AssuranceContactee = "oui" | "non" | "pas_assurance_logement" | "nsp" | null;

export type Bailleur = {
  type?: "PARTICULIER" | "ORGANISME_SOCIETE" | null;
  denomination?: string | null;
  nom?: string | null;
  prenom?: string | null;
  email?: string | null;
  telephone?: string | null;
  telephone_secondaire?: string | null;
  adresse?: string | null;
  code_postal?: string | null;
  commune?: string | null;
  averti?: boolean | null;
  averti_le?: string | null;
  moyen?: "courrier" | "email" | "telephone" | "sms" | "autre" | "nsp" | null;
  reponse?: string | null;
  numero_reclamation?: string | null;
};

export type Catalogue = {
  grille: number;
  zones: Array<{
    code: string;
    libelle: string;
  }>;
  categories: Array<{
    slug: string;
    libelle: string;
  }>;
  criteres: Array<{
    slug: string;
    zone: "BATIMENT" | "LOGEMENT";
    categorie: string;
    libelle: string;
    texte_libre: "critere" | "precisions" | null;
    precisions: Array<{
      slug: string;
      libelle: string;
      coefficient: number;
      danger: boolean;
      suroccupation: boolean;
      insalubrite_obligatoire: boolean;
      exclusive: boolean;
      qualifications: Array<string>;
    }>;
  }>;
};

export type ClasseEnergetique = "A" | "B" | "C" | "D" | "E" | "F" | "G" | "nsp" | null;

export type CodeProbleme = "requete_illisible" | "json_illisible" | "non_authentifie" | "jeton_invalide" | "identifiants_invalides" | "session_expiree" | "interdit" | "introuvable" | "methode_interdite" | "delai_depasse" | "conflit" | "etat_incompatible" | "deja_affecte" | "requete_en_cours" | "version_perimee" | "longueur_requise" | "corps_trop_grand" | "adresse_trop_longue" | "type_non_pris_en_charge" | "champs_invalides" | "cle_deja_utilisee" | "version_requise" | "trop_de_requetes" | "entetes_trop_grands" | "erreur_interne" | "methode_inconnue" | "version_http_inconnue" | "service_indisponible";

export type Contribution = {
  precision: string;
  zone: "BATIMENT" | "LOGEMENT";
  coefficient: number;
  points: number;
};

export type Criticite = {
  grille: number;
  score: number;
  score_batiment: number;
  score_logement: number;
};

export type Declarant = {
  nom?: string | null;
  prenom?: string | null;
  email?: string | null;
  telephone?: string | null;
  telephone_secondaire?: string | null;
  structure?: string | null;
  matricule?: string | null;
  lien?: "PROCHE" | "VOISIN" | "AUTRE" | null;
};

export type Desordre = {
  critere: string;
  precisions?: Array<string>;
  precisions_libres?: Array<{
    precision: string;
    description: string;
  }>;
};

export type DossierUsager = {
  reference: string;
  statut: StatutSignalement;
  statut_libelle: string;
  etape: number;
  adresse: string;
  depose_le: string;
  territoire: string;
  desordres: Array<string>;
  partenaires: Array<string>;
  dernier_message: MessageUsager | null;
  actions: Array<"ecrire_message">;
};

export type EntreeHistorique = {
  id: string;
  objet: "signalement" | "affectation" | "suivi";
  operation: "creation" | "modification" | "suppression";
  changements: Array<{
    champ: string;
    avant: unknown;
    apres: unknown;
  }>;
  auteur: string;
  fait_le: string;
};

export type Evaluation = {
  grille: number;
  score: number;
  score_batiment: number;
  score_logement: number;
  contributions: Array<Contribution>;
  qualifications: Array<Qualification>;
};

export type Evenement = {
  id: string;
  sujet: string;
  essais: number;
  erreur: string | null;
  cree_le: string;
  abandonne_le: string | null;
};

export type Foyer = {
  nb_occupants?: number | null;
  nb_enfants?: number | null;
  enfants_moins_6?: OuiNonNsp;
  vulnerabilite?: string | null;
  allocataire?: "caf" | "msa" | "oui" | "non" | "nsp" | null;
  date_naissance?: string | null;
  numero_allocataire?: string | null;
  type_allocation?: "ALS" | "ALF" | "APL" | null;
  montant_allocation?: number | null;
  accompagnement?: OuiNonNsp;
  accompagnement_structure?: string | null;
  accompagnement_nom?: string | null;
  accompagnement_prenom?: string | null;
  rsa?: boolean | null;
  fsl?: boolean | null;
};

export type Logement = {
  nature?: "appartement" | "maison" | "autre" | null;
  nature_autre?: string | null;
  situation?: "RDC" | "DERNIER_ETAGE" | "SOUSSOL" | "AUTRE" | null;
  avec_fenetres?: boolean | null;
  superficie?: number | null;
  piece_unique?: boolean | null;
  nb_pieces?: number | null;
  nb_etages?: number | null;
  annee_construction?: number | null;
  piece_a_vivre_9m?: OuiNonNsp;
  cuisine?: boolean | null;
  cuisine_collective?: boolean | null;
  salle_de_bain?: boolean | null;
  salle_de_bain_collective?: boolean | null;
  wc?: boolean | null;
  wc_collectif?: boolean | null;
  wc_cuisine?: boolean | null;
  chauffage?: "ELECTRIQUE" | "GAZ" | "AUCUN" | "NSP" | null;
  bail?: OuiNonNsp;
  etat_des_lieux?: OuiNonNsp;
  dpe?: OuiNonNsp;
  annee_dpe?: AnneeDpe;
  classe_energetique?: ClasseEnergetique;
  consommation?: number | null;
  consommation_finale?: number | null;
  loyer?: number | null;
  loyers_a_jour?: boolean | null;
  date_entree?: string | null;
  numero_invariant?: string | null;
  vacant?: boolean | null;
};

export type MessageUsager = {
  id: string;
  message: string;
  auteur: string;
  de_moi: boolean;
  cree_le: string;
};

export type Occupant = {
  civilite?: "mme" | "mr" | null;
  nom?: string | null;
  prenom?: string | null;
  email?: string | null;
  telephone?: string | null;
  telephone_secondaire?: string | null;
};

export type OuiNonNsp = "oui" | "non" | "nsp" | null;

export type Partenaire = {
  id: string;
  nom: string;
  type: string;
  territoire: string | null;
  competences: Array<string>;
  email: string | null;
};

export type PartenaireBref = {
  id: string;
  nom: string;
  type: string;
};

export type Probleme = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: CodeProbleme;
  request_id: string | null;
  erreurs?: Array<{
    pointeur: string;
    code: string;
    detail: string;
  }>;
};

export type Procedure = {
  debut_desordres?: "LESS_1_MONTH" | "MONTHS_1_TO_6" | "MONTHS_6_TO_12" | "YEARS_1_TO_2" | "MORE_2_YEARS" | "NSP" | null;
  constatation?: boolean | null;
  demande_relogement?: boolean | null;
  souhaite_quitter?: OuiNonNsp;
  preavis_depart?: OuiNonNsp;
  assurance_contactee?: AssuranceContactee;
  reponse_assurance?: string | null;
  depart_apres_travaux?: OuiNonNsp;
};

export type Profil = "locataire" | "bailleur_occupant" | "tiers_particulier" | "tiers_pro" | "bailleur" | "service_secours";

export type Qualification = {
  qualification: string;
  statut: string;
  precisions: Array<string>;
  details: Record<string, unknown> | null;
};

export type Reponses = Record<string, unknown>;

export type Signalement = {
  id: string;
  version: number;
  reference: string;
  reference_externe: string | null;
  statut: StatutSignalement;
  territoire: Territoire;
  source: "FORMULAIRE_USAGER" | "FORMULAIRE_AGENT" | "API" | "IMPORT";
  profil_declarant: "LOCATAIRE" | "BAILLEUR_OCCUPANT" | "TIERS_PARTICULIER" | "TIERS_PRO" | "BAILLEUR" | "SERVICE_SECOURS";
  profil_occupant: "LOCATAIRE" | "BAILLEUR_OCCUPANT" | null;
  logement_social: boolean | null;
  adresse: Adresse;
  occupant: Occupant;
  declarant: Declarant;
  bailleur: Bailleur;
  agence: Agence;
  syndic: Syndic;
  logement: Logement;
  foyer: Foyer;
  procedure: Procedure;
  desordres: Array<{
    critere: string;
    libelle: string;
    zone: "BATIMENT" | "LOGEMENT";
    precisions: Array<{
      precision: string;
      libelle: string;
      points: number;
      danger: boolean;
      description: string | null;
    }>;
  }>;
  description: string | null;
  criticite: Criticite;
  qualifications: Array<Qualification>;
  cree_le: string;
  valide_le: string | null;
  ferme_le: string | null;
  motif_refus: string | null;
  motif_cloture: string | null;
  actions: Array<"valider" | "refuser" | "clore" | "rouvrir" | "supprimer" | "affecter" | "ecrire_suivi">;
};

export type SignalementCreation = {
  reference_externe?: string | null;
  territoire?: string | null;
  profil_declarant: "LOCATAIRE" | "BAILLEUR_OCCUPANT" | "TIERS_PARTICULIER" | "TIERS_PRO" | "BAILLEUR" | "SERVICE_SECOURS";
  profil_occupant?: "LOCATAIRE" | "BAILLEUR_OCCUPANT" | null;
  logement_social: boolean;
  adresse: Adresse;
  occupant?: Occupant;
  declarant?: Declarant;
  bailleur?: Bailleur;
  agence?: Agence;
  syndic?: Syndic;
  logement?: Logement;
  foyer?: Foyer;
  procedure?: Procedure;
  desordres: Array<Desordre>;
  description?: string | null;
};

export type SignalementResume = {
  id: string;
  reference: string;
  statut: StatutSignalement;
  territoire: string;
  adresse: {
    numero_voie: string;
    code_postal: string;
    commune: string;
  };
  occupant: {
    nom: string | null;
    prenom: string | null;
  };
  profil_declarant: "LOCATAIRE" | "BAILLEUR_OCCUPANT" | "TIERS_PARTICULIER" | "TIERS_PRO" | "BAILLEUR" | "SERVICE_SECOURS";
  logement_social: boolean | null;
  score: number;
  procedures: Array<string>;
  affectations: Array<{
    partenaire: string;
    statut: StatutAffectation;
  }>;
  cree_le: string;
  dernier_suivi_le: string | null;
};

export type StatutAffectation = "NOUVEAU" | "EN_COURS" | "REFUSE" | "FERME";

export type StatutSignalement = "BROUILLON" | "NOUVEAU" | "EN_COURS" | "FERME" | "REFUSE" | "ARCHIVE" | "BROUILLON_ARCHIVE" | "INJONCTION_BAILLEUR" | "INJONCTION_FERMEE";

export type Suivi = {
  id: string;
  version: number;
  signalement: string;
  categorie: string;
  message: string;
  visible_usager: boolean;
  auteur: {
    nom: string;
    partenaire: string | null;
    type: "agent" | "usager" | "systeme";
  };
  cree_le: string;
  modifie_le: string | null;
  actions: Array<"modifier" | "supprimer">;
};

export type Syndic = {
  denomination?: string | null;
  nom?: string | null;
  email?: string | null;
  telephone?: string | null;
  telephone_secondaire?: string | null;
};

export type Territoire = {
  code: string;
  nom: string;
  actif: boolean;
};

export type Total = {
  valeur: number | null;
  exact: boolean;
};

export type Travaux = "OUI" | "NON" | "EN_COURS" | null;

export type Utilisateur = {
  id: string;
  version: number;
  email: string;
  nom: string;
  prenom: string;
  fonction: string | null;
  telephone: string | null;
  role: "SUPER_ADMIN" | "RESPONSABLE_TERRITOIRE" | "ADMIN_PARTENAIRE" | "AGENT";
  notifier_par_mail: boolean;
  territoires: Array<Territoire>;
  partenaires: Array<PartenaireBref>;
  actions: Array<"creer_signalement" | "voir_rebuts">;
};

export type OperationId =
  | 'affectation_create'
  | 'affectation_delete'
  | 'affectation_get'
  | 'affectation_list'
  | 'affectation_transition'
  | 'brouillon_create'
  | 'brouillon_delete'
  | 'brouillon_get'
  | 'brouillon_submit'
  | 'brouillon_update'
  | 'criticite_catalogue'
  | 'criticite_evaluation'
  | 'criticite_resolution'
  | 'documentation_contrat'
  | 'documentation_page'
  | 'evenement_rebuts'
  | 'evenement_rejeu'
  | 'formulaire_get'
  | 'partenaire_list'
  | 'sante_metriques'
  | 'sante_pret'
  | 'sante_vivant'
  | 'session_create'
  | 'session_delete'
  | 'session_moi'
  | 'session_moi_update'
  | 'session_renew'
  | 'signalement_create'
  | 'signalement_get'
  | 'signalement_historique'
  | 'signalement_list'
  | 'signalement_motifs'
  | 'signalement_transition'
  | 'suivi_create'
  | 'suivi_delete'
  | 'suivi_get'
  | 'suivi_list'
  | 'suivi_update'
  | 'suivi_usager_dossier'
  | 'suivi_usager_message_create'
  | 'suivi_usager_messages'
  | 'suivi_usager_session'
  | 'territoire_communes'
  | 'territoire_epci'
  | 'territoire_list'
  | 'territoire_verify'
  | 'utilisateur_list';
