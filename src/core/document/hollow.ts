/*
 * Words that fill a place and answer nothing: "because", "Admins asked for it", "ok", "it works". Nobody could decide a
 * case, or check a build, by them. A text with a number in it, or of some length, is never one of these.
 */

/** Longest text that may be hollow, in UTF-16 units. */
const MOST = 60;

const whys = [
  // Somebody wants it, which is so of every requirement.
  String.raw`(?:(?:the|our|many|some|most|all)\s+)?(?:[\p{L}-]+\s+){0,2}(?:asked|asks|ask|wants?|wanted|needs?|needed|requests?|requested|likes?|expects?)(?:\s+for)?(?:\s+(?:it|this|that|so|them|one|this\s+feature))?`,
  String.raw`(?:it|this|that)(?:\s+is|\s+was|['’]s|\s+would\s+be)?\s+(?:\p{L}+\s+)?(?:needed|required|requested|necessary|important|useful|helpful|nice(?:\s+to\s+have)?|good|better|obvious|a\s+must|best\s+practice|self[- ]explanatory|wanted)`,
  String.raw`(?:requested|required|needed|wanted)\s+by\s+(?:\p{L}+\s+){0,2}\p{L}+`,
  String.raw`obvious(?:ly)?|see\s+(?:the\s+)?(?:title|above)|as\s+discussed|nice\s+to\s+have|must\s+have|business\s+(?:need|requirement|value)|best\s+practice|(?:better|good|improved?)\s+(?:ux|user\s+experience|usability)|we\s+(?:can|should|must)(?:\s+have\s+it)?`,
  String.raw`(?:wird|ist)\s+(?:benötigt|gewünscht|gefordert|nötig|notwendig|wichtig)|(?:die\s+)?\p{L}+\s+(?:wollen|möchten|brauchen|wünschen)\s+(?:das|es|dies)|es\s+(?:necesario|importante|útil)|lo\s+(?:pidieron|necesitan|quieren)(?:\s+(?:los|las)\s+\p{L}+)?`,
];
const opening = String.raw`(?:(?:so\s+that|because|since|as|for|to|weil|da|porque)\b[\s,:]*)?`;
const hollowWhy = new RegExp(`^${opening}(?:${whys.join("|")})?$`, "iu");

const hollowCheck =
  /^(?:ok(?:ay)?|yes|fine|done|works?|tested|passe[sd]|approved|it\s+works|it\s+is\s+(?:done|ok|tested)|(?:it\s+)?works?\s+(?:as\s+(?:expected|described|designed|specified)|correctly|properly|fine|well)|as\s+(?:expected|described|discussed|specified|above)|all\s+(?:good|ok|tests\s+pass)|tests?\s+pass(?:es)?|looks?\s+good|feature\s+(?:works|is\s+done)|funktioniert|geht|getestet|erledigt|funciona|probado|hecho)$/iu;

const hollowOutcome =
  /^(?:it\s+)?(?:still\s+|just\s+|also\s+|should\s+|must\s+|will\s+)?(?:ok(?:ay)?|works?|fine|works?\s+(?:fine|too|as\s+(?:expected|usual|before)|correctly|properly)|is\s+(?:ok|fine|handled|supported|covered)|(?:be\s+)?handled(?:\s+(?:gracefully|correctly|properly))?|handle\s+(?:it|this|them|gracefully)(?:\s+gracefully)?|fails?\s+gracefully|no\s+problem|nothing\s+special|as\s+(?:usual|expected)|tbd|to\s+be\s+(?:decided|defined)|funktioniert|geht|funciona)$/iu;

/** A why by which nobody could decide a case that is not listed. */
export function isHollowWhy(text: string): boolean {
  return isShort(text) && hollowWhy.test(plain(text));
}

/** Lines of acceptance of which none says what a tester does or sees. */
export function isHollowCheck(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 0 && lines.every((line) => isShort(line) && hollowCheck.test(plain(line)));
}

/** What happens in a case, said so that it could be said of any. */
export function isHollowOutcome(text: string): boolean {
  return isShort(text) && hollowOutcome.test(plain(text));
}

function isShort(text: string): boolean {
  return text.length <= MOST && !/\d/.test(text);
}

function plain(text: string): string {
  return text
    .trim()
    .replace(/^[\s"'“”.,;:–—-]+|[\s"'“”.,;:!?…–—-]+$/gu, "")
    .replace(/\s+/g, " ");
}
