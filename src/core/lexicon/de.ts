import { listOf } from "./list-of.ts";
import type { Lexicon } from "./lexicon.ts";

export const german: Lexicon = {
  code: "de",
  parts: {
    Why: listOf(`
      warum, wozu, problem, probleme, das problem, problemstellung, problembeschreibung, problemdefinition,
      hintergrund, ausgangslage, ausgangssituation, istzustand, ist zustand, ist situation, ist analyse,
      motivation, anlass, begründung, kontext, zweck, nutzen, geschäftsnutzen, mehrwert, kundennutzen,
      kundenproblem, nutzerproblem, schmerzpunkte, handlungsbedarf
    `),
    Requirements: listOf(`
      anforderungen, anforderung, qualitätsanforderungen, produktanforderungen, systemanforderungen,
      benutzeranforderungen, nutzeranforderungen, anforderungskatalog, sicherheitsanforderungen,
      leistungsanforderungen, kernanforderungen, detailanforderungen, anwendergeschichten,
      nutzergeschichten, benutzergeschichten, funktionen, hauptfunktionen, kernfunktionen,
      produktfunktionen, grundfunktionen, funktionsumfang, leistungsumfang, funktionsbeschreibung,
      funktionsliste, funktionalität, funktionalitäten, produktleistungen, merkmale, musskriterien,
      muss kriterien, sollkriterien, soll kriterien, kannkriterien, kann kriterien, wunschkriterien,
      sollzustand, soll zustand, im umfang, geschäftsregeln, fachregeln, anwendungsfälle, anwendungsfall,
      lösung, die lösung, lösungsvorschlag, gewünschtes verhalten
    `),
    Constraints: listOf(`
      randbedingungen, rahmenbedingungen, technische randbedingungen, technische rahmenbedingungen,
      einschränkungen, technische einschränkungen, beschränkungen, restriktionen, vorgaben,
      technische vorgaben
    `),
    Acceptance: listOf(`
      abnahmekriterien, abnahmekriterium, akzeptanzkriterien, akzeptanzkriterium, abnahme, abnahmetests,
      akzeptanztests, testfälle, testszenarien, testplan, testkonzept, prüfkriterien, fertig wenn,
      abnahmeszenarien, akzeptanzszenarien
    `),
    Assumptions: listOf(`
      annahmen, grundannahmen, technische annahmen, annahmen und abhängigkeiten, voraussetzungen
    `),
    Feasibility: listOf(`
      machbarkeit, technische machbarkeit, umsetzbarkeit, alternativen, lösungsalternativen,
      betrachtete alternativen, varianten, lösungsvarianten, optionen
    `),
    Questions: listOf(`
      fragen, offene punkte, ungeklärte punkte, klärungsbedarf, zu klären, rückfragen
    `),
    Disagreements: ["meinungsverschiedenheiten", "uneinigkeiten", "strittige punkte", "eskalationen"],
    Review: ["freigabe", "freigaben", "genehmigung", "genehmigungen", "prüfung und freigabe", "zustimmung"],
    Retro: ["rückblick", "retrospektive", "nachbetrachtung"],
    "Edge cases": listOf(`
      randfälle, grenzfälle, sonderfälle, ausnahmefälle, ausnahmen, fehlerfälle, fehlerbehandlung,
      fehlerszenarien, fehlerzustände
    `),
    Goals: listOf(`
      ziele, ziel, zielsetzung, zielsetzungen, zielbestimmung, projektziele, projektziel, produktziele,
      geschäftsziele, nutzerziele, ziele und nutzen, ziel des projekts, vision, produktvision, leitbild
    `),
    "Out of scope": listOf(`
      nicht im umfang, außerhalb des umfangs, nicht enthalten, nicht ziele, nichtziele, abgrenzung,
      abgrenzungen, abgrenzungskriterien, ausschlüsse, nicht bestandteil, ausblick, zukünftige erweiterungen,
      spätere erweiterungen, mögliche erweiterungen, erweiterungsmöglichkeiten, entfernte anforderungen,
      zurückgestellt, später
    `),
    Metrics: listOf(`
      kennzahlen, erfolgskriterien, erfolgsmessung, erfolgskennzahlen, metriken, messgrößen,
      erfolgsmetriken, messbare ergebnisse
    `),
    People: listOf(`
      zielgruppe, zielgruppen, nutzer, benutzer, anwender, nutzergruppen, benutzergruppen, rollen,
      benutzerrollen, rollen und rechte, rollenmodell, akteure, beteiligte, stakeholder und rollen,
      ansprechpartner, projektbeteiligte
    `),
    Milestones: listOf(`
      meilensteine, zeitplan, zeitplanung, projektplan, phasen, umsetzungsphasen, umsetzungsplan, fahrplan,
      einführungsplan, termine, releaseplan, änderungshistorie, änderungsverzeichnis, dokumenthistorie,
      versionshistorie, deckblatt, inhaltsverzeichnis
    `),
    Tasks: listOf(`
      aufgaben, aufgabenliste, nächste schritte, arbeitspakete, notizen, anmerkungen, hinweise
    `),
    Glossary: ["glossar", "begriffe", "begriffsdefinitionen", "definitionen", "abkürzungen"],
    Data: listOf(`
      datenmodell, datenmodelle, datenstruktur, datenstrukturen, daten, produktdaten, datenbank,
      datenbankschema, entitäten, schnittstellen, schnittstellenbeschreibung, endpunkte, attribute,
      statusmodell, komponenten, ereignisse, befehle
    `),
    Design: listOf(`
      architektur, technische architektur, systemarchitektur, systemkontext, technisches konzept,
      technologien, technische details, technische umsetzung, umsetzung, entwurf, gestaltung,
      benutzeroberfläche, benutzungsoberfläche, bedienoberfläche, abläufe, ablauf, benutzerführung,
      abhängigkeiten, technische produktumgebung, systemumgebung, projektstruktur, funktionsweise
    `),
    Risks: ["risiken", "risiken und maßnahmen", "risiken und gegenmaßnahmen", "risikoanalyse"],
    References: listOf(`
      referenzen, quellen, anhang, anhänge, anlagen, verweise, verwandte dokumente, weiterführende dokumente,
      mitgeltende unterlagen, literatur
    `),
    Summary: listOf(`
      überblick, übersicht, zusammenfassung, kurzfassung, einleitung, einführung, produktübersicht,
      systemübersicht, projektbeschreibung, kurzbeschreibung, allgemeines
    `),
  },
  facets: {
    why: listOf(`
      warum, wozu, weshalb, begründung, grund, hintergrund, motivation, nutzen, geschäftswert, mehrwert,
      zweck, warum diese priorität
    `),
    edgeCases: listOf(`
      randfälle, randfall, grenzfälle, grenzfall, sonderfälle, sonderfall, ausnahmen, ausnahmefälle,
      fehlerfälle, fehlerfall, fehlerbehandlung, fehler
    `),
    constraints: listOf(`
      randbedingungen, randbedingung, rahmenbedingungen, einschränkungen, einschränkung, grenzen,
      beschränkungen, vorgaben
    `),
    accept: listOf(`
      abnahmekriterien, abnahmekriterium, akzeptanzkriterien, akzeptanzkriterium, abnahme, akzeptanz,
      abnahmetest, testfälle, testfall, prüfung, prüfkriterien, erledigt wenn, fertig wenn, ak,
      abnahmeszenarien, akzeptanzszenarien, unabhängiger test
    `),
  },
  columns: {
    id: ["nr", "nr.", "nummer", "kennung", "anforderungs id", "lfd. nr.", "kürzel"],
    requirement: listOf(`
      anforderung, anforderungen, beschreibung, titel, bezeichnung, funktion, merkmal, kurzbeschreibung,
      funktionalität, was
    `),
  },
  nouns: {
    requirement: ["anforderung", "anf"],
    story: ["anwendergeschichte", "nutzergeschichte", "benutzergeschichte"],
    feature: ["funktion", "anwendungsfall"],
    scenario: ["szenario", "beispiel"],
  },
  modals: listOf(`
    muss, müssen, soll, sollen, sollte, sollten, darf, dürfen, kann, können, wird, werden, ist zu, sind zu,
    hat zu, haben zu, muss nicht, ermöglicht, ermöglichen, unterstützt, unterstützen
  `),
  actors: listOf(`
    das system, system, der nutzer, nutzer, benutzer, der benutzer, anwender, der anwender, admin,
    administrator, administratoren, kunde, kunden, die anwendung, anwendung, die app, server, dienst,
    plattform, oberfläche, mitarbeiter, bearbeiter
  `),
  why: listOf(`
    damit, sodass, so dass, weil, denn, um zu, um die, um den, um das, um sicherzustellen, aufgrund, wegen,
    mit dem ziel, zur vermeidung, zum schutz, zur einhaltung, sonst, ansonsten, andernfalls, dadurch
  `),
  story: {
    as: ["als"],
    want: ["möchte ich", "ich möchte", "will ich", "ich will", "kann ich", "brauche ich", "würde ich gerne"],
  },
  steps: {
    given: ["gegeben sei", "gegeben ist", "gegeben seien", "gegeben", "angenommen"],
    when: ["wenn", "sobald", "während", "solange"],
    outcome: ["dann"],
    if: ["falls", "sofern"],
  },
  failing: listOf(`
    fehlschlägt, fehlgeschlagen, scheitert, schlägt fehl, fehler, fehlerhaft, ungültig, ungültige,
    ungültigen, ungültiger, leer, leere, leeren, fehlt, fehlen, fehlende, fehlendes, nicht gefunden,
    nicht vorhanden, existiert nicht, nicht verfügbar, nicht erreichbar, ohne verbindung, keine verbindung,
    ohne internet, ohne netz, zeitüberschreitung, läuft ab, abgelaufen, abgelaufene, abbruch, abgebrochen,
    abbricht, bricht ab, unterbrochen, doppelt, doppelte, bereits vorhanden, existiert bereits, konflikt,
    konflikte, gleichzeitig, abgelehnt, verweigert, gesperrt, überschritten, überschreitet, ausfall,
    ausfällt, fällt aus, beschädigt, keine treffer, keine ergebnisse, unerwartet
  `),
  limiting: listOf(`
    höchstens, mindestens, maximal, minimal, nicht mehr als, nicht weniger als, darf nicht, dürfen nicht,
    darf nur, dürfen nur, darf kein, darf keine, dürfen keine, niemals, nie, nur, ausschließlich, ohne,
    innerhalb, innerhalb von, binnen, unter, weniger als, bis zu, begrenzt auf, beschränkt auf, obergrenze,
    untergrenze, kompatibel mit, dsgvo konform, dsgvo, verschlüsselt, schreibgeschützt
  `),
};
