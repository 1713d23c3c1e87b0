/** What Spanish-speaking product and engineering people say about each other, and of decisions. */
import type { RulePhrases } from "../language.ts";
import { anyCase } from "../regex.ts";
import { ASKS, LINKED } from "../en/signs.ts";

const PRICED = anyCase`\b(?:salvo que|a menos que|hasta que|mientras|requeriría|llevaría|costaría|tardaría)\b|\b\d+ ?(?:días?|semanas?|meses|sprints?)\b`;
const WHEN = anyCase`\d{4}|\b(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ayer|(?:la semana|el mes|el
      trimestre|el sprint) pasad[oa]|en (?:la|el) (?:reunión|taller|revisión|planificación|sesión))\b`;

export const difficulty: RulePhrases = {
  code: "PRD401",
  lists: {
    eng: [
      "{ingeniería|desarrollo|los desarrolladores|los ingenieros|el equipo técnico|el equipo de desarrollo|sistemas|" +
        "el equipo de backend|los devs|tecnología}",
    ],
    say: [
      "{dice|dicen|dijo|dijeron|opina|opinan|considera|consideran|cree|creen|afirma|afirman|advierte|advierten|piensa|piensan}",
    ],
    hard: [
      "{difícil|dificil|complicado|complejo|costoso|muy caro|arriesgado|un dolor}",
      "no {es |resulta |}{tan |}{fácil|facil|trivial|sencillo|simple}",
      "{mucho|demasiado|un gran} {trabajo|esfuerzo}",
      "{tarda|tardaría|lleva|llevaría} {demasiado|mucho tiempo|meses}",
    ],
    because: ["por {razones|motivos|limitaciones} {técnicas|técnicos|tecnicas|tecnicos}"],
  },
  patterns: [
    "ENG ~2 SAY ~7 HARD",
    "según|segun ENG ~7 HARD",
    "desde_el_punto_de_vista técnico|tecnico ~7 HARD",
    "BECAUSE ~4 no|descartado|descartada|eliminado|pospuesto|rechazado",
    "no|descartado|descartada|eliminado|pospuesto|rechazado ~4 BECAUSE",
  ],
  guards: [{ sentence: ASKS }, { sentence: LINKED }, { sentence: PRICED }],
};

export const change: RulePhrases = {
  code: "PRD402",
  lists: {
    changer: [
      "{producto|el pm|el po|el product-owner|la dirección|negocio|los stakeholders|ventas|gerencia|ellos}",
    ],
    changing: [
      "{cambia|cambian|cambió|cambiaron|sigue cambiando|siguen cambiando|vuelve a cambiar|vuelven a cambiar}",
    ],
    again: [
      "{siempre|constantemente|continuamente|otra vez|de nuevo|cada semana|cada sprint|todo el tiempo|una y otra vez}",
    ],
    plans: [
      "{requisitos|requerimientos|prioridades|prioridad|alcance|idea|opinión|opinion|planes|especificación|objetivos}",
    ],
  },
  patterns: [
    "CHANGER ~1 AGAIN ~1 CHANGING ~3 PLANS",
    "CHANGER CHANGING ~3 AGAIN ~3 PLANS",
    "CHANGER CHANGING ~3 PLANS ~2 AGAIN",
    "PLANS ~1 CHANGING ~1 AGAIN",
    "PLANS siguen_cambiando|sigue_cambiando",
  ],
  guards: [{ sentence: ASKS }, { sentence: LINKED }, { sentence: WHEN }],
};

export const verdict: RulePhrases = {
  code: "PRD405",
  lists: {
    verdict: [
      "no es {técnicamente |tecnicamente |}{viable|factible|realizable|realista}",
      "{es|resulta|sería} {técnicamente |simplemente |}{imposible|inviable|impensable}",
      "{técnicamente|tecnicamente|simplemente} {imposible|no es posible|inviable}",
      "no se puede {implementar|construir|desarrollar|hacer técnicamente}",
      "{ni hablar|fuera de discusión|fuera de discusion}",
    ],
  },
  patterns: ["VERDICT"],
  guards: [
    { sentence: ASKS },
    { sentence: LINKED },
    { sentence: PRICED },
    { before: /\b(?:si|cuando|que|hacer|debe ser|debe resultar)\b[^,;:]*$/iu },
    { after: /^[^.;]*\b(?:porque|ya que|sin|para (?:los|las|el|la) (?:usuario|cliente)\p{L}*)\b/iu },
  ],
};

export const agentless: RulePhrases = {
  code: "PRD406",
  lists: {
    agentless: [
      "{se|ya se} {decidió|decidio|acordó|acordo|ha decidido|ha acordado|había decidido|resolvió}",
      "{fue|ha sido|fueron} {descartado|descartada|descartados|pospuesto|pospuesta|despriorizado|excluido del alcance}",
      "{la |una |esa |}decisión {fue|está|ya está} tomada",
      "como {se |ya se |}{acordó|acordado|habló|discutió}",
    ],
  },
  patterns: ["AGENTLESS"],
  guards: [
    { sentence: ASKS },
    { sentence: LINKED },
    { sentence: WHEN },
    { sentence: /@[\p{L}\d]|\b(?:por|con|entre) (?:\p{Lu}|el |la |los )/u },
    { before: /\b(?:si|cuando|hasta que|una vez que|lo que)\b[^,;:]*$/iu },
    { after: /\b(?:porque|ya que|debido a|para)\b/iu },
  ],
};

export const story: RulePhrases = {
  code: "PRD407",
  lists: {
    side: [
      "{los desarrolladores|los ingenieros|los diseñadores|los stakeholders|producto|ingeniería|desarrollo|negocio|ventas|" +
        "marketing|la dirección|gerencia|el equipo de producto|el equipo técnico}",
    ],
    never: ["{nunca|jamás|jamas|siempre|como siempre}"],
    deed: [
      "{responde|responden|entrega|entregan|escucha|escuchan|entiende|entienden|quiere|quieren|dice|dicen|pregunta|preguntan|" +
        "cumple|cumplen|promete|prometen|bloquea|bloquean|olvida|olvidan|ignora|ignoran|llega tarde|llegan tarde|sabe|saben}",
    ],
    story: ["{torre de marfil|no les importa|no le importa}"],
  },
  patterns: ["SIDE NEVER ~1 DEED", "SIDE ~2 STORY", "STORY ~3 SIDE"],
  guards: [
    { sentence: ASKS },
    { sentence: LINKED },
    { sentence: /\b\d{4}-\d\d-\d\d\b|\b\d{1,2} de \p{L}+/u },
  ],
};
