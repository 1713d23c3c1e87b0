/** Numbers that measure something, in the units of German and Spanish. `en/signs.ts` has those of English. */
import { anyCase } from "./regex.ts";

export const MEASURED_DE = anyCase`(?:[<>≤≥~±]=? ?|\b(?:unter|über|innerhalb|binnen|mindestens|höchstens|maximal|bis zu|weniger als|mehr als|nach|alle|
      ab|max\.?|min\.?)\s+(?:von\s+)?)\d|(?<![\p{L}\d_.-])\d[\d.,]*[ -]?(?:%|prozent|ms\b|s\b|sek\w*|minuten?|min\b|stunden?|h\b|tage?n?\b|wochen?|
      monate?n?|jahre?n?|[kmgt]i?b\b|px|mal\b|klicks?|schritten?|zeilen|nutzer\w*|benutzer\w*|anfragen|zeichen|seiten|dateien|einträge\w*|
      datensätze\w*|€|euro|cm|mm|km|kg|pt)|[€$] ?\d|\b(?:zwei|drei|vier|fünf|sechs|zehn|zwölf|zwanzig|dreißig)\s+(?:millis|s)ekunden?|
      \b(?:zwei|drei|vier|fünf|sechs|zehn) (?:minuten|stunden|tage\w*|wochen|klicks|schritten?)|\b(?:WCAG|ISO|RFC|TLS|AES|DIN)[- ]?\d`;

export const MEASURED_ES = anyCase`(?:[<>≤≥~±]=? ?|\b(?:menos de|más de|hasta|dentro de|como máximo|máximo(?: de)?|mínimo(?: de)?|al menos|cada|después de|
      entre|en)\s+)\d|(?<![\p{L}\d_.-])\d[\d.,]*[ -]?(?:%|por ciento|ms\b|s\b|seg\w*|minutos?|min\b|horas?|h\b|días?|semanas?|meses|años?|
      [kmgt]i?b\b|px|veces|clics?|pasos|filas|usuarios|peticiones|caracteres|páginas|archivos|registros|€|euros?|cm|mm|km|kg|pt)|[€$] ?\d|
      \b(?:dos|tres|cuatro|cinco|seis|diez|doce|veinte|treinta) (?:segundos|minutos|horas|días|clics|pasos)|\b(?:WCAG|ISO|RFC|TLS|AES)[- ]?\d`;
