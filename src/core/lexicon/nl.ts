import { listOf } from "./list-of.ts";
import type { Lexicon } from "./lexicon.ts";

export const dutch: Lexicon = {
  code: "nl",
  parts: {
    Why: listOf(`
      waarom, het probleem, probleem, problemen, probleemstelling, probleembeschrijving, probleemdefinitie,
      achtergrond, aanleiding, motivatie, huidige situatie, behoefte, behoeften, klantbehoefte, kans,
      onderbouwing, waardepropositie, pijnpunten, zakelijke rechtvaardiging
    `),
    Requirements: listOf(`
      eisen, eis, vereisten, vereiste, producteisen, productvereisten, systeemeisen, systeemvereisten,
      gebruikerseisen, bedrijfseisen, kwaliteitseisen, beveiligingseisen, prestatieeisen, wensen,
      gebruikersverhalen, gebruikersverhaal, functionaliteiten, functionaliteit,
      belangrijkste functionaliteiten, kernfunctionaliteiten, kernfunctionaliteit, functies,
      hoofdfuncties, kernfuncties, functionele specificaties, functionele specificatie,
      functionele beschrijving, binnen scope, binnen de scope, bedrijfsregels, gebruiksscenario's,
      oplossing, de oplossing, voorgestelde oplossing, gewenste situatie, gewenst gedrag, moet hebben,
      zou moeten hebben
    `),
    Constraints: listOf(`
      randvoorwaarden, technische randvoorwaarden, beperkingen, technische beperkingen,
      randvoorwaarden en beperkingen, kaders
    `),
    Acceptance: listOf(`
      acceptatiecriteria, acceptatiecriterium, acceptatie, acceptatietests, acceptatietesten,
      acceptatiescenario's, testplan en acceptatie, testgevallen, testscenario's, verificatie,
      definitie van klaar
    `),
    Assumptions: ["aannames", "veronderstellingen", "uitgangspunten", "aannames en afhankelijkheden"],
    Feasibility: listOf(`
      haalbaarheid, technische haalbaarheid, alternatieven, overwogen alternatieven, opties,
      overwogen opties
    `),
    Questions: ["vragen", "open punten", "openstaande punten", "onduidelijkheden"],
    Disagreements: ["meningsverschillen", "escalaties", "geschilpunten"],
    Review: ["beoordeling", "goedkeuring", "goedkeuringen", "akkoord"],
    Retro: ["retrospectief", "terugblik"],
    "Edge cases": listOf(`
      randgevallen, grensgevallen, uitzonderingen, bijzondere gevallen, foutafhandeling, foutsituaties,
      foutscenario's, foutgevallen
    `),
    Goals: listOf(`
      doelen, doel, doelstelling, doelstellingen, projectdoelen, productdoelen, bedrijfsdoelen,
      doel van het project, visie, productvisie, missie
    `),
    "Out of scope": listOf(`
      buiten scope, buiten de scope, buiten bereik, niet in scope, niet doelen, uitsluitingen,
      niet inbegrepen, toekomstig werk, toekomstige uitbreidingen, toekomstige functies, toekomst,
      verwijderde eisen, later uit te werken
    `),
    Metrics: listOf(`
      meetwaarden, succescriteria, succesindicatoren, indicatoren, succesfactoren, meetbare resultaten,
      kengetallen
    `),
    People: listOf(`
      gebruikers, doelgroep, doelgroepen, eindgebruikers, gebruikersgroepen, rollen, gebruikersrollen,
      actoren, belanghebbenden, betrokkenen, persona's
    `),
    Milestones: listOf(`
      mijlpalen, tijdlijn, tijdpad, fasering, fasen, fases, implementatieplan, uitrolplan, releaseplanning,
      wijzigingsgeschiedenis, versiegeschiedenis, versiebeheer, documenthistorie
    `),
    Tasks: ["taken", "takenlijst", "volgende stappen", "actiepunten", "notities", "opmerkingen"],
    Glossary: ["begrippen", "begrippenlijst", "definities", "woordenlijst", "afkortingen"],
    Data: listOf(`
      datamodel, gegevensmodel, gegevens, datastructuren, entiteiten, gegevensstructuur, databaseschema,
      koppelvlakken, koppelingen, componenten, gebeurtenissen
    `),
    Design: listOf(`
      architectuur, technische architectuur, systeemarchitectuur, ontwerp, technisch ontwerp,
      technologie, technische details, technische overwegingen, gebruikersstromen, gegevensstroom,
      afhankelijkheden, gebruikersinterface, projectstructuur, werking
    `),
    Risks: ["risico's", "risico's en maatregelen", "risico's en mitigatie", "risicoanalyse"],
    References: listOf(`
      referenties, bijlage, bijlagen, gerelateerde documenten, verwijzingen, bronnen
    `),
    Summary: listOf(`
      samenvatting, managementsamenvatting, inleiding, introductie, overzicht, productoverzicht,
      projectomschrijving, productomschrijving
    `),
  },
  facets: {
    why: listOf(`
      waarom, reden, aanleiding, motivatie, onderbouwing, nut, voordeel, waarde, zakelijke waarde,
      waarom deze prioriteit
    `),
    edgeCases: listOf(`
      randgevallen, randgeval, grensgevallen, uitzonderingen, uitzondering, fouten, foutafhandeling,
      foutsituaties, bijzondere gevallen
    `),
    constraints: ["randvoorwaarden", "randvoorwaarde", "beperkingen", "beperking", "grenzen", "limieten"],
    accept: listOf(`
      acceptatiecriteria, acceptatiecriterium, acceptatie, acceptatietest, acceptatiescenario's,
      onafhankelijke test, testgevallen, verificatie, validatie, klaar wanneer, klaar als
    `),
  },
  columns: {
    id: ["nr", "nr.", "nummer", "kenmerk", "code"],
    requirement: listOf(`
      eis, vereiste, omschrijving, beschrijving, titel, naam, gebruikersverhaal, functie, functionaliteit,
      wat
    `),
  },
  nouns: {
    requirement: ["eis", "vereiste", "functionele eis"],
    story: ["gebruikersverhaal"],
    feature: ["functie", "functionaliteit", "gebruiksscenario"],
    scenario: ["voorbeeld"],
  },
  modals: listOf(`
    moet, moeten, dient te, dienen te, dient, dienen, zal, zullen, zou moeten, zouden moeten, mag, mogen,
    kan, kunnen, hoort te, behoort te, is verplicht, maakt het mogelijk, ondersteunt
  `),
  actors: listOf(`
    het systeem, systeem, de gebruiker, gebruiker, gebruikers, de applicatie, applicatie, de app,
    de beheerder, beheerder, beheerders, de klant, klant, klanten, het platform, de dienst, de server,
    de medewerker, medewerkers
  `),
  why: listOf(`
    zodat, opdat, omdat, aangezien, om te, om ervoor te zorgen, met als doel, vanwege, wegens,
    om te voorkomen, ter voorkoming van, ter bescherming van, om te voldoen aan, doordat, anders,
    zo kunnen, hierdoor
  `),
  story: {
    as: ["als", "als een"],
    want: ["wil ik", "ik wil", "zou ik graag", "kan ik", "moet ik kunnen", "heb ik nodig"],
  },
  steps: {
    given: ["gegeven dat", "gegeven", "stel dat", "stel"],
    when: ["wanneer", "als", "zodra", "terwijl", "zolang"],
    outcome: ["dan"],
    if: ["indien", "in het geval dat"],
  },
  failing: listOf(`
    mislukt, mislukken, mislukte, faalt, falen, fout, fouten, foutieve, foutmelding, ongeldig, ongeldige,
    leeg, lege, ontbreekt, ontbreken, ontbrekende, niet gevonden, bestaat niet, bestaan niet,
    niet aanwezig, niet beschikbaar, niet bereikbaar, onbereikbaar, offline, geen verbinding,
    zonder verbinding, zonder internet, geen resultaten, verlopen, verloopt, time out, timeout, dubbel,
    dubbele, bestaat al, bestaat reeds, conflict, conflicten, tegelijk, tegelijkertijd, gelijktijdig,
    geweigerd, afgewezen, onderbroken, wegvalt, valt weg, uitvalt, overschrijdt, overschreden, beschadigd,
    onverwacht, onverwachte
  `),
  limiting: listOf(`
    hoogstens, ten hoogste, minstens, ten minste, minimaal, maximaal, niet meer dan, niet minder dan,
    mag niet, mogen niet, mag geen, mogen geen, mag alleen, mogen alleen, nooit, alleen, uitsluitend,
    slechts, zonder, binnen, onder de, minder dan, tot maximaal, beperkt tot, compatibel met,
    avg, versleuteld, alleen lezen
  `),
};
