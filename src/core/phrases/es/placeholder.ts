/** What is not written yet, in Spanish. */
import { withoutAccentsToo } from "../inflected.ts";
import type { RulePhrases } from "../language.ts";
import { anyCase, exactCase } from "../regex.ts";

/** Somebody and a day make a question of it. */
const OWNED = exactCase`(?=[^]*(?:@[\p{L}\d]|\bpor \p{Lu}))(?=[^]*(?:\b\d{4}-\d\d-\d\d\b|\b\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|
      agosto|septiembre|octubre|noviembre|diciembre)|\bQ[1-4]\b))`;

export const placeholder: RulePhrases = {
  code: "PRD404",
  lists: {
    placeholder: [
      "{tbd|tbc|tba|FIXME|XXX|lorem ipsum|???}",
      "por {definir|determinar|decidir|confirmar|concretar|completar|especificar|acordar}",
      `pendiente de {${withoutAccentsToo(["definir", "confirmar", "decidir", "definición", "confirmación", "decisión", "determinar", "validar", "aprobación", "concretar"]).join("|")}}`,
      `{aún|todavía|aun|todavia} {no |sin |por |}{definido|definir|definida|decidido|decidir|decidida|confirmado|confirmar|determinado|determinar|resolver|claro}`,
      "{aún|todavía|aun|todavia} no se ha {definido|decidido|confirmado|determinado|acordado}",
      `se {definirá|decidirá|determinará|concretará|definira|decidira|determinara|concretara} {más adelante|mas adelante|después|despues|luego|posteriormente}`,
      "{queda|quedan} {pendiente|pendientes|abierto|abierta|por definir}",
      "a {definir|determinar|confirmar|completar} {por|en|con}",
    ],
  },
  patterns: ["PLACEHOLDER"],
  guards: [
    { sentence: OWNED },
    { sentence: anyCase`\b(?:ver|véase) (?:\p{L}+ )?(?:[A-Z]{1,3}-?|#)\d|\(Q-?\d+\)` },
    {
      hit: /pendientes?$/iu,
      before: /\b(?:si|cuando|mientras|que|hasta|pago|pagos|saldo|cuota|deuda|estado)\b[^,]*$/iu,
    },
  ],
};
