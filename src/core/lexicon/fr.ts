import { listOf } from "./list-of.ts";
import type { Lexicon } from "./lexicon.ts";

export const french: Lexicon = {
  code: "fr",
  parts: {
    Why: listOf(`
      pourquoi, le problème, problème, problèmes, problématique, énoncé du problème, définition du problème,
      contexte, contexte et enjeux, contexte du projet, enjeux, motivations, justification, opportunité,
      existant, situation actuelle, constat, besoin, besoins, le besoin, expression du besoin, besoin métier,
      points de douleur, proposition de valeur, raison d'être
    `),
    Requirements: listOf(`
      exigences, exigence, exigence fonctionnelle, besoins fonctionnels, besoins non fonctionnels,
      spécifications fonctionnelles, spécification fonctionnelle, spécifications, récits utilisateurs,
      récits utilisateur, récit utilisateur, histoires utilisateurs, histoires utilisateur,
      scénarios utilisateurs, scénarios utilisateur, fonctionnalités, fonctionnalité,
      fonctionnalités principales, fonctionnalités clés, fonctionnalités attendues,
      liste des fonctionnalités, description fonctionnelle, fonctions, fonctions principales,
      périmètre fonctionnel, périmètre du mvp, dans le périmètre, règles de gestion, règles métier,
      cas d'utilisation, cas d'usage, épopées, la solution, solution, solution proposée,
      comportement attendu, indispensable, souhaitable
    `),
    Constraints: listOf(`
      contraintes, contraintes techniques, contraintes et limites, limites, contraintes réglementaires
    `),
    Acceptance: listOf(`
      critères d'acceptation, critère d'acceptation, critères d'acceptance, critères de validation,
      critères de recette, recette, acceptation, tests d'acceptation, scénarios d'acceptation,
      définition de terminé, définition du terminé, plan de test, plan de tests, cas de test,
      cas de tests, scénarios de test, scénarios de tests
    `),
    Assumptions: [
      "hypothèses",
      "présupposés",
      "hypothèses et dépendances",
      "hypothèses techniques",
      "postulats",
    ],
    Feasibility: listOf(`
      faisabilité, faisabilité technique, alternatives envisagées, solutions envisagées,
      options envisagées, solutions alternatives
    `),
    Questions: listOf(`
      questions ouvertes, points ouverts, points en suspens, points à clarifier, points à éclaircir,
      questions non résolues
    `),
    Disagreements: ["désaccords", "escalades", "points de désaccord"],
    Review: ["revue", "approbation", "approbations", "validations", "signatures"],
    Retro: ["rétrospective", "bilan"],
    "Edge cases": listOf(`
      cas limites, cas limite, cas aux limites, cas particuliers, cas d'erreur, cas d'erreurs,
      cas d'exception, gestion des erreurs, scénarios d'erreur, états d'erreur
    `),
    Goals: listOf(`
      objectifs, objectif, buts, objectifs du projet, objectifs du produit, objectifs métier,
      objectifs business, objectifs et enjeux, vision du produit, vision produit, finalité
    `),
    "Out of scope": listOf(`
      hors périmètre, hors du périmètre, hors scope, non objectifs, exclusions du périmètre, exclu,
      non inclus, évolutions futures, évolutions possibles, améliorations futures, perspectives,
      travaux futurs, exigences supprimées, versions futures, plus tard
    `),
    Metrics: listOf(`
      métriques, indicateurs, indicateurs clés, indicateurs de succès, indicateurs de performance,
      mesures de succès, mesure du succès, critères de succès, critères de réussite, résultats mesurables
    `),
    People: listOf(`
      utilisateurs, utilisateurs cibles, public cible, cible, cibles, profils utilisateurs, rôles,
      rôles utilisateurs, acteurs, parties prenantes, équipe, intervenants
    `),
    Milestones: listOf(`
      jalons, calendrier, planning, échéancier, étapes, feuille de route, plan de déploiement,
      plan de lancement, plan de mise en oeuvre, lotissement, historique, historique des versions,
      historique des modifications, historique des révisions
    `),
    Tasks: ["tâches", "liste des tâches", "prochaines étapes", "actions à mener", "remarques"],
    Glossary: ["glossaire", "définitions", "termes", "terminologie", "lexique", "acronymes"],
    Data: listOf(`
      modèle de données, modèles de données, structure de données, données, entités, base de données,
      schéma, schéma de données, points d'accès, interfaces externes, composants, événements, commandes
    `),
    Design: listOf(`
      architecture technique, architecture du système, conception, conception technique, technologies,
      pile technique, choix techniques, détails techniques, considérations techniques,
      parcours utilisateur, parcours utilisateurs, flux de données, flux utilisateur, dépendances,
      interface utilisateur, ergonomie, maquettes, structure du projet, fonctionnement
    `),
    Risks: ["risques", "risques et atténuations", "risques et mitigations", "analyse des risques"],
    References: listOf(`
      références, annexe, annexes, documents associés, documents liés, documents de référence, liens,
      ressources, bibliographie
    `),
    Summary: listOf(`
      résumé, résumé exécutif, synthèse, vue d'ensemble, présentation, présentation générale,
      présentation du produit, présentation du projet, aperçu, description du produit, description générale,
      préambule
    `),
  },
  facets: {
    why: listOf(`
      pourquoi, raison, motif, justification, bénéfice, valeur, valeur métier, intérêt, but,
      pourquoi cette priorité
    `),
    edgeCases: listOf(`
      cas limites, cas limite, cas aux limites, cas particuliers, cas d'erreur, cas d'erreurs, erreurs,
      gestion des erreurs, cas alternatifs
    `),
    constraints: ["contraintes", "contrainte", "contraintes techniques", "limites", "limite"],
    accept: listOf(`
      critères d'acceptation, critère d'acceptation, critères d'acceptance, critères de validation,
      critères de recette, acceptation, scénarios d'acceptation, recette, vérification,
      test indépendant, terminé quand, fini quand, critères
    `),
  },
  columns: {
    id: ["n°", "no", "numéro", "réf", "réf.", "référence", "identifiant", "code"],
    requirement: listOf(`
      exigence, exigences, libellé, intitulé, titre, nom, fonctionnalité, fonction, besoin, récit,
      règle, quoi
    `),
  },
  nouns: {
    requirement: ["exigence", "exigence fonctionnelle", "besoin"],
    story: ["récit utilisateur", "histoire utilisateur", "récit"],
    feature: ["fonctionnalité", "cas d'utilisation", "cas d'usage"],
    scenario: ["scénario", "exemple"],
  },
  modals: listOf(`
    doit, doivent, devra, devront, devrait, devraient, peut, peuvent, pourra, pourront, pourrait,
    faut, il faut, permet, permettent, permettra, permettre, est capable de, sont capables de, nécessite
  `),
  actors: listOf(`
    le système, système, l'utilisateur, utilisateur, les utilisateurs, l'application, application,
    l'administrateur, administrateur, administrateurs, le client, client, clients, la plateforme,
    plateforme, le service, le serveur, serveur, l'interface, l'outil, l'opérateur
  `),
  why: listOf(`
    afin de, afin que, afin d', pour que, de sorte que, de façon à, de manière à, parce que, parce qu', car,
    puisque, en raison de, grâce à, pour éviter, pour prévenir, pour protéger, pour respecter,
    pour garantir, pour assurer, pour réduire, pour pouvoir, dans le but de, en vue de, sinon, faute de quoi
  `),
  story: {
    as: ["en tant que", "en tant qu'", "en qualité de"],
    want: [
      "je veux",
      "je souhaite",
      "je voudrais",
      "j'aimerais",
      "je peux",
      "j'ai besoin",
      "je dois pouvoir",
    ],
  },
  steps: {
    given: ["étant donné que", "étant donné qu'", "étant donné", "sachant que", "soit"],
    when: ["quand", "lorsque", "lorsqu'", "pendant que", "tant que", "dès que"],
    outcome: ["alors"],
    if: ["si", "s'il", "au cas où"],
  },
  failing: listOf(`
    échoue, échouent, échec, échecs, erreur, erreurs, invalide, invalides, non valide, incorrect, incorrecte,
    vide, vides, manquant, manquante, manquants, manque, introuvable, inexistant, inexistante,
    n'existe pas, n'existent pas, hors ligne, sans connexion, sans réseau, sans internet, aucun résultat,
    délai dépassé, délai d'attente, expiré, expirée, indisponible, inaccessible, injoignable,
    doublon, doublons, existe déjà, déjà utilisé, conflit, conflits, simultané, simultanés, en même temps,
    simultanément, refusé, refusée, rejeté, rejetée, interrompu, interrompue, coupure, panne, dépasse,
    dépassement, corrompu, inattendu, inattendue, réessayer
  `),
  limiting: listOf(`
    au plus, au moins, au maximum, au minimum, maximum de, maximal, maximale, minimal, minimale, pas plus de,
    pas moins de, ne doit pas, ne doivent pas, ne peut pas, ne peuvent pas, ne devra pas, jamais, seulement,
    uniquement, exclusivement, jusqu'à, limité à, limitée à, sans, en moins de, moins de, inférieur à,
    inférieure à, dans un délai de, compatible avec, conforme, rgpd, chiffré, chiffrée, chiffrées,
    lecture seule
  `),
};
