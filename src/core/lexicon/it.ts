import { listOf } from "./list-of.ts";
import type { Lexicon } from "./lexicon.ts";

export const italian: Lexicon = {
  code: "it",
  parts: {
    Why: listOf(`
      perché, il problema, problema, problemi, definizione del problema, descrizione del problema,
      contesto, contesto e motivazioni, motivazione, motivazioni, giustificazione, situazione attuale,
      stato attuale, esigenza, esigenze, bisogno, bisogni, opportunità, scopo, scopo del progetto,
      valore per il cliente, proposta di valore, punti critici
    `),
    Requirements: listOf(`
      requisiti, requisito, requisiti funzionali, requisito funzionale, requisiti non funzionali,
      requisiti di prodotto, requisiti del prodotto, requisiti di sistema, requisiti del sistema,
      requisiti tecnici, requisiti di business, requisiti utente, requisiti degli utenti,
      requisiti di qualità, requisiti di sicurezza, requisiti di prestazione, requisiti prestazionali,
      specifica dei requisiti, elenco dei requisiti, requisiti aggiunti, requisiti modificati,
      storie utente, storia utente, storie degli utenti, funzionalità, funzionalità principali,
      funzionalità chiave, elenco delle funzionalità, funzioni, funzioni principali, caratteristiche,
      caratteristiche principali, specifiche funzionali, specifica funzionale, ambito funzionale,
      nell'ambito, incluso, regole di business, regole aziendali, casi d'uso, caso d'uso, scenari d'uso,
      la soluzione, soluzione, soluzione proposta, comportamento atteso
    `),
    Constraints: listOf(`
      vincoli, vincoli tecnici, limitazioni, limiti, vincoli e limitazioni, vincoli progettuali
    `),
    Acceptance: listOf(`
      criteri di accettazione, criterio di accettazione, criteri di accettabilità, accettazione,
      test di accettazione, scenari di accettazione, collaudo, definizione di fatto,
      definizione di completato, piano di test, casi di test, scenari di test, verifica
    `),
    Assumptions: ["assunzioni", "ipotesi", "presupposti", "assunti", "ipotesi e dipendenze"],
    Feasibility: listOf(`
      fattibilità, fattibilità tecnica, alternative, alternative considerate, opzioni,
      opzioni considerate, alternative valutate
    `),
    Questions: listOf(`
      domande, domande aperte, questioni aperte, punti aperti, punti da chiarire, dubbi,
      questioni irrisolte
    `),
    Disagreements: ["disaccordi", "divergenze", "punti di disaccordo"],
    Review: ["revisione", "approvazione", "approvazioni", "firme"],
    Retro: ["retrospettiva"],
    "Edge cases": listOf(`
      casi limite, caso limite, casi particolari, casi speciali, eccezioni, casi di errore,
      gestione degli errori, gestione errori, scenari di errore, stati di errore
    `),
    Goals: listOf(`
      obiettivi, obiettivo, obiettivi generali, obiettivi del prodotto, obiettivi del progetto,
      obiettivi di business, finalità, visione, visione del prodotto, vision di prodotto
    `),
    "Out of scope": listOf(`
      fuori ambito, fuori dall'ambito, fuori scope, fuori perimetro, non obiettivi, esclusioni, escluso,
      non incluso, sviluppi futuri, miglioramenti futuri, evoluzioni future, versioni future,
      requisiti rimossi, in futuro
    `),
    Metrics: listOf(`
      metriche, metriche di successo, criteri di successo, indicatori, indicatori chiave,
      indicatori di successo, misure di successo, risultati misurabili
    `),
    People: listOf(`
      utenti, utenti target, utenti finali, pubblico di riferimento, destinatari, ruoli, ruoli utente,
      profili utente, attori, parti interessate, portatori di interesse, gruppo di lavoro
    `),
    Milestones: listOf(`
      traguardi, tempistiche, cronoprogramma, calendario, fasi, fasi di sviluppo, fasi di implementazione,
      piano di rilascio, piano di implementazione, pianificazione, tabella di marcia, cronologia,
      storico delle versioni, storico delle modifiche, cronologia delle revisioni
    `),
    Tasks: ["attività", "elenco attività", "prossimi passi", "note", "osservazioni"],
    Glossary: ["glossario", "termini", "definizioni", "terminologia", "acronimi"],
    Data: listOf(`
      modello dati, modello dei dati, modelli di dati, struttura dei dati, strutture dati, dati, entità,
      base di dati, schema dei dati, interfacce esterne, eventi, componenti, comandi
    `),
    Design: listOf(`
      architettura, architettura tecnica, architettura di sistema, architettura del sistema, progettazione,
      progettazione tecnica, tecnologie, stack tecnologico, dettagli tecnici, considerazioni tecniche,
      flussi utente, flusso utente, flusso dei dati, flussi, dipendenze, interfaccia utente,
      esperienza utente, struttura del progetto, funzionamento
    `),
    Risks: ["rischi", "rischi e mitigazioni", "rischi e mitigazione", "analisi dei rischi"],
    References: listOf(`
      riferimenti, allegato, allegati, appendice, appendici, documenti correlati, documenti collegati,
      risorse, bibliografia, collegamenti
    `),
    Summary: listOf(`
      riepilogo, sintesi, sommario, introduzione, premessa, panoramica, panoramica del prodotto,
      descrizione generale, descrizione del prodotto, descrizione del progetto
    `),
  },
  facets: {
    why: listOf(`
      perché, motivo, motivazione, ragione, giustificazione, beneficio, valore, valore di business, scopo,
      perché questa priorità
    `),
    edgeCases: listOf(`
      casi limite, caso limite, casi particolari, casi speciali, eccezioni, errori, casi di errore,
      gestione degli errori, gestione errori, flussi alternativi
    `),
    constraints: ["vincoli", "vincolo", "limiti", "limitazioni", "limitazione"],
    accept: listOf(`
      criteri di accettazione, criterio di accettazione, accettazione, criteri, scenari di accettazione,
      test di accettazione, test indipendente, collaudo, verifica, verifiche, validazione, fatto quando,
      completato quando
    `),
  },
  columns: {
    id: ["codice", "numero", "n.", "identificativo", "rif.", "riferimento"],
    requirement: listOf(`
      requisito, descrizione, titolo, nome, storia, storia utente, funzione, funzionalità,
      caratteristica, cosa
    `),
  },
  nouns: {
    requirement: ["requisito", "requisito funzionale"],
    story: ["storia utente", "storia"],
    feature: ["funzionalità", "funzione", "caso d'uso"],
    scenario: ["scenario", "esempio"],
  },
  modals: listOf(`
    deve, devono, dovrà, dovranno, dovrebbe, dovrebbero, può, possono, potrà, potranno, potrebbe,
    è necessario, occorre, bisogna, permette, permettono, permettere, consente, consentono, consentire
  `),
  actors: listOf(`
    il sistema, sistema, l'utente, utente, utenti, gli utenti, l'applicazione, applicazione,
    l'amministratore, amministratore, amministratori, il cliente, cliente, clienti, la piattaforma,
    piattaforma, il servizio, servizio, il server, l'interfaccia, l'operatore
  `),
  why: listOf(`
    affinché, in modo da, in modo che, così da, così che, al fine di, allo scopo di, con l'obiettivo di,
    perché, poiché, dato che, siccome, a causa di, per evitare, per prevenire, per proteggere,
    per rispettare, per garantire, per assicurare, per ridurre, per poter, altrimenti
  `),
  story: {
    as: ["come", "come un", "come una", "in qualità di", "in quanto"],
    want: ["voglio", "desidero", "vorrei", "posso", "ho bisogno di", "mi serve"],
  },
  steps: {
    given: ["dato che", "dato", "data", "dati", "date"],
    when: ["quando", "mentre", "ogni volta che"],
    outcome: ["allora"],
    if: ["se", "nel caso in cui", "qualora"],
  },
  failing: listOf(`
    fallisce, falliscono, fallito, fallita, fallimento, errore, errori, non valido, non valida, non validi,
    errato, errata, vuoto, vuota, vuoti, manca, mancano, mancante, mancanti, non esiste, non esistono,
    inesistente, non trovato, non trovata, assente, offline, senza connessione, senza rete, senza internet,
    nessun risultato, tempo scaduto, scaduto, scaduta, scade, non disponibile, irraggiungibile,
    duplicato, duplicata, duplicati, esiste già, già presente, conflitto, conflitti, contemporaneamente,
    nello stesso momento, simultaneo, simultanei, rifiutato, rifiutata, negato, negata, interrotto,
    interrotta, si interrompe, supera il limite, eccede, corrotto, danneggiato, inatteso, imprevisto
  `),
  limiting: listOf(`
    al massimo, al minimo, almeno, massimo, massima, minimo, minima, non più di, non meno di, non deve,
    non devono, non può, non possono, non dovrà, mai, solo, soltanto, solamente, esclusivamente, fino a,
    limitato a, limitata a, senza, entro, meno di, inferiore a, in meno di, compatibile con,
    conforme, cifrato, cifrati, crittografato, sola lettura
  `),
};
