/** In what a bound is counted; people, rows and the like are left out, since a bound on them is a limit and no test. */
const boundUnits =
  "%|percent|prozent|ms|s|sec|seconds?|sekunden?|segundos?|secondes?|second[io]|seconden?|min|minutes?|minuten?|minut[oi]s?|" +
  "hours?|stunden?|horas?|heures?|or[ae]|uur|uren|days?|tag(?:en?)?|d[ií]as?|jours?|giorn[oi]|dag(?:en)?|" +
  "weeks?|wochen?|semanas?|semaines?|settiman[ae]|weken|kb|mb|gb|clicks?|px";
/** What other measures are in. */
const units =
  `${boundUnits}|por ciento|secs|mins|h|months?|monate?|meses|years?|jahre?n?|` +
  "tb|kib|mib|gib|pt|dpi|fps|hz|rps|qps|tps|users?|requests?|req|lines?|characters?|chars|rows?|items?|times|attempts?|retries|x|€|\\$|usd|eur";
const withUnit = new RegExp(String.raw`(?<![\p{L}\p{N}.])\d[\d.,]*\s*(?:${units})(?![\p{L}\p{N}])`, "iu");
const bound =
  /(?:[<>≤≥~±]|at most|at least|up to|more than|less than|fewer than|under|within|max\.?|min\.?|below|above|over)\s*=?\s*[$€]?\d/iu;
const east =
  /\d[\d.,]*\s*(?:秒|毫秒|分|分钟|分鐘|小时|小時|時間|天|日|週|周|月|年|次|人|件|个|個|条|字|초|분|시간|일|주|개월|년|회|명|건|개|％)/u;

/**
 * Where the first number begins that measures something: with a unit, a bound or a percentage; -1 where there is none. Bare
 * numbers count things ("3 tabs", "v2") or name them ("port 8080"), so they say nothing about how much is enough.
 */
export function measureIn(text: string): number {
  if (!/\d/.test(text)) return -1;
  const found = [withUnit, bound, east].map((one) => text.search(one)).filter((at) => at >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

const target = new RegExp(
  String.raw`(?:[<>≤≥]\s*=?|\b(?:at most|at least|no (?:more|less|fewer) than|less than|fewer than|more than|under|within|below|above|up to|exactly|in)|höchstens|mindestens|unter|innerhalb(?: von)?|como máximo|al menos|en menos de|menos de|no máximo|pelo menos|em menos de|au plus|au moins|en moins de|al massimo|almeno|entro|hoogstens|minstens|binnen)\s*(?:the )?(?:[\p{L}]+ )?[$€]?\d[\d.,]*\s*(?:${boundUnits})(?![\p{L}])`,
  "iu",
);
const eastTarget =
  /(?:以内|以內|之内|之內|以下|未満|不超过|不超過|至少|最多|이내|이하|在)\s*\d|\d[\d.,]*\s*(?:秒|毫秒|分钟|分鐘|分|小时|小時|時間|天|日|周|週間?|％|%|초|분|시간|일|주)\s*(?:以内|以內|之内|之內|內|内|以下|未満|이내|이하)/u;

const ending = new RegExp(
  String.raw`(?<!\p{L})(?:expir\p{L}+|lapses?|ends?|times? out|timed out|(?:log|sign)(?:s|ged|ned)? out|lock(?:s|ed)|close[sd]|delete[sd]|remove[sd]|purge[sd]|archive[sd]|abläuft|läuft|verfällt|endet|gelöscht|gesperrt|abgemeldet|caduca\p{L}*|vence\p{L}*|termina\p{L}*|borra\p{L}*|elimina\p{L}*)(?!\p{L})[^.;:]{0,40}(?<!\p{L})(?:after|nach|tras|después de|depois de|após)\s+\d[\d.,]*\s*(?:${boundUnits})(?!\p{L})`,
  "iu",
);

/** Whether a text says after how long something ends: "A link expires after 1 hour". A tester can wait and look. */
export function setsEnd(text: string): boolean {
  return /\d/.test(text) && ending.test(text);
}

/** Whether a text sets a bound that can be measured: "within 2 seconds", "at least 80 %". A size or a period alone is none. */
export function setsTarget(text: string): boolean {
  return /\d/.test(text) && (target.test(text) || eastTarget.test(text));
}
