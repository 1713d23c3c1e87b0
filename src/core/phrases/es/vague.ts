/** Spanish words that two people would test differently. */
import { spanishAdjectives, withoutAccentsToo } from "../inflected.ts";
import type { Guard, RulePhrases } from "../language.ts";
import { MEASURED_ES } from "../measured.ts";
import { ASKS } from "../en/signs.ts";

const guards: readonly Guard[] = [
  { sentence: MEASURED_ES },
  { sentence: ASKS },
  { hit: /[,;:.()]/u },
  // It is explained in brackets; an example explains nothing.
  { after: /^(?:\s+[\p{L}.-]+){0,2}\s*\((?!p\. ?ej|como|[^)]*\betc)/iu },
  { after: /^[-‐‑/]\p{L}|^\s*:/u },
  { before: /\p{L}[-‐‑/]$/u },
  // Reasons and conditions ask for nothing.
  {
    before:
      /\b(?:para que|porque|ya que|de modo que|en lugar de|si|cuando|mientras|hasta que|donde)\b[^,.;:]*$/iu,
  },
  { before: /\b(?:no|sin|est[eao]s?|es[eao]s?)\s+(?:\p{L}+\s+)?$/iu },
  { hit: /^(?:segur|complet|simpl)/iu, after: /^\s+(?:de|que|social|web)\b/iu },
  { hit: /^[iI]ntermedi|^clar[oa]$/iu, before: /\b(?:modo|tema|color)\s+$/iu },
];

export const vague: RulePhrases = {
  code: "PRD403",
  lists: {
    must: [
      `{${withoutAccentsToo(["debe", "deben", "debería", "deberían", "deberá", "deberán", "tiene que", "tienen que", "necesita", "necesitan", "ha de", "han de", "SHALL", "MUST"]).join("|")}}`,
    ],
    vague: [
      ...spanishAdjectives(
        "rápid* ágil eficiente eficaz óptim* fácil sencill* intuitiv* amigable fluid* robust* estable confiable fiable " +
          "escalable flexible modern* adecuad* apropiad* suficiente razonable aceptable oportun* inmediat* atractiv* " +
          "usable cómod* responsiv* extensible mantenible sostenible",
      ),
      `{${withoutAccentsToo(["rápidamente", "eficientemente", "fácilmente", "adecuadamente", "correctamente", "apropiadamente", "debidamente", "inmediatamente", "oportunamente", "fluidamente", "ágilmente"]).join("|")}}`,
      "{en tiempo real|tiempo real|de inmediato|lo antes posible|a la brevedad|sin demora|sin demoras|sin esfuerzo}",
      "{si es posible|cuando sea posible|de ser posible|si es necesario|cuando sea necesario|en la medida de lo posible}",
      `{${withoutAccentsToo(["según sea necesario", "según corresponda", "de forma segura", "de manera segura", "de forma rápida", "de manera eficiente"]).join("|")}}`,
    ],
  },
  patterns: ["MUST ~9 > VAGUE <"],
  guards,
};

export const unclear: RulePhrases = {
  code: "PRD403",
  asked: true,
  lists: {
    unclear: [
      ...spanishAdjectives(
        "inteligente coherente consistente legible detallad* relevante exhaustiv* atípic* inusual sospechos* profesional " +
          "segur* comprensible",
      ),
      "{etc|entre otros|entre otras|y demás|y más|regularmente|frecuentemente|normalmente|claramente}",
      `{${withoutAccentsToo(["buenas prácticas", "mejores prácticas", "alto rendimiento", "alta disponibilidad", "baja latencia", "alta calidad", "bajo consumo", "gran volumen", "grandes volúmenes", "buena experiencia"]).join("|")}}`,
      `{${withoutAccentsToo(["mensaje", "mensajes", "interfaz", "instrucciones", "navegación"]).join("|")}} {|de error |de errores }{claro|claros|clara|claras|limpia|limpio}`,
      "{todos los|todas las|cualquier} {principales|relevantes|importantes|necesarios|necesarias}",
      "{todos los|todas las} {datos|funciones|campos|elementos|casos} {principales|relevantes|importantes|necesarios|necesarias}",
    ],
  },
  patterns: ["VAGUE", "UNCLEAR"],
  guards: [
    ...guards,
    // "Ruta Inteligente" is a name.
    { hit: /^\p{Lu}\p{Ll}+$/u, before: /\p{L}[ \t]*$/u },
    { before: /^[*_\s]*como\b[^,]*$/iu },
  ],
};
