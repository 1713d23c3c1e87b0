/**
 * What a sentence asks for in a list of words: "registration with approval, suspension and password reset". A list of what
 * one thing is made of ("a row with name, price and date") asks for one thing.
 */

/** One thing of the list; indices into the sentence. */
export interface Enumerated {
  readonly start: number;
  readonly end: number;
}

/** A longer one is no sentence, and every "and" of it would be looked around. */
const LONGEST_SENTENCE = 1_500;

const AND =
  /\s+(?:and|as well as|plus|und|sowie|y|e(?=\s+h?i))\s+(?!so\b|then\b|also\b|thus\b|therefore\b|not\b)/giu;
/** A list does not go beyond these. */
const ASIDE =
  /\b(?:so that|in order to|because|when|whenever|while|if|unless|until|after|before|which|that|who|whose|where|whether|since|but|or|except|such as|including|e\.g|instead|then|rather|even|wenn|damit|weil|dass|oder|aber|sodass|falls|bevor|cuando|para que|porque|si|que|o|pero|salvo)\b/iu;
/** An item that begins so belongs to the one before it: "…, resulting in one list". */
const HANGING =
  /^\s*(?:resulting|enabling|allowing|making|ensuring|using|showing|including|combining|leading|causing|providing|giving|letting|following|depending|returning|keeping|and|\p{L}+(?:ando|endo|ándose|iéndose)|with|without|by|from|of|in|on|at|as|to|via|through|per|mit|ohne|von|aus|bei|con|com|sin|sem|por|según|para|not|no|nicht|its|their|his|her|your|ihre?|seine?|sus?)\b(?!\s+of\b)/iu;
/** What a check begins with is there already. */
const GIVEN = /^\W*(?:given|angenommen|gegeben|dado|dada|dados|dadas)\s/iu;
/** What a sentence may begin with before its list: "As a clerk, …", "When it rains, …". */
const INTRO =
  /^\W*(?:as|when|if|while|where|after|before|once|for|in|on|at|during|to|with|from|users?|als|wenn|falls|nach|vor|bei|für|im|in|como|cuando|si|al|para|en|tras)\b/iu;
const MODAL =
  /\b(?:must|can|should|shall|may|will|needs?|want|muss|müssen|soll|sollen|kann|können|darf|debe|deben|puede|pueden|podrá|deberá)\b/iu;
const WHO =
  /^\s*(?:I|we|they|it|this|that|there|what|how|whether|let['’]?s|users?|ich|wir|yo|quero|quiero|as an?|as the|als|como)\b/iu;
/** Behind these stands what something has, is made of or is done with. */
const PART =
  /\b(?:with|by|from|of|between|like|via|using|showing|displaying|listing|containing|per|on|in|at|as|is|are|be|understands?|knows?|considers?|distinguish(?:es)?|differentiates?|diferenciar|accepts?|contains?|includes?|holds?|returns?|requires?|takes?|handles?|covers?|uses?|cubrir|cubren?|usar|usan?|manejar?|manejan?|has|have|haben|tener|tengan?|tienen?|ter|under|across|against|than|into|through|within|over|mit|von|aus|bei|zwischen|in|im|am|auf|durch|enthält|ist|sind|con|desde|entre|en|mediante|según|es|son|incluye|contiene)\s+(?:[^\s,]+\s+){0,3}[^\s,]*$/iu;
/** What a page or a thing shows, knows or is drawn with, however long its first part is. */
const SHOWN =
  /\b(?:with|sees?|views?|shows?|displays?|understands?|mit|zeigt|zeigen|anzeigen|sieht|sehen|con|ver|visualizar?|visualizan|muestran?)\s+(?:[^\s,]+\s+){0,9}[^\s,]*$/iu;
/** "Code that uses tokens, follows patterns, …": each says of the code how it is. */
const RELATIVE = /\b(?:that|which|who)\s+\p{Ll}+s\s/u;
/** Before a colon: what follows are its values. */
const FIELDS =
  /\b(?:fields?|columns?|attributes?|properties|values?|types?|options?|formats?|status(?:es)?|states?|levels?|colou?rs?|keys?|enum|roles?|example|e\.g\.?|categories|steps?|tags?|labels?|parameters?|sections?|feld(?:er)?|spalten?|werte?|typen|campos?|valores|tipos?|estados?|niveles|ejemplo|order|priority|profile|buttons|profil|perfil|including|includes?|contains?|incluya|incluye|incluyendo|como|as|like|by|to)\s*$/iu;
/** What comes behind these tells why, when or from what, not what. */
const NO_ASK =
  /\b(?:the only|so that|so (?:we|i|they|it|users?)|in order to|because|based on|weighted|depending on|combin\w+|comput\w+ from|calculat\w+ from|sort\w+ by|group\w+ by|filter\w+ by|across|such as|including|for example|e\.g|when|whenever|if|while|unless|where|damit|weil|wenn|falls|basierend auf|anhand|basado en|basándose en|combinando|para que|cuando|porque|según)\b/iu;
/** Names of doings: each is a thing, even where no verb is near. */
const DOING =
  /^\s*(?:[\p{L}-]+\s+)?(?!(?:production|application|option|section|position|documentation|information|session|version|location|description|connection|condition|permission|function|question|transaction|station|portion|dimension|comment|document|element|payment|department|environment|content|notification)s?\b)\p{L}{2,}(?:[ts]ion|ment|ung|ungen|ci[oó]n|si[oó]n|miento)s?\b|^\s*(?:[\p{L}-]+\s+)?(?:reset|export|import|registro|reseteo|control|login|logout|approval|removal|review)\b/iu;
const CRUD =
  /^\s*(?:create|read|view|list|add|edit|update|modify|change|delete|remove|rename|archive|anlegen|bearbeiten|ändern|löschen|anzeigen|crear|leer|ver|editar|actualizar|modificar|eliminar|borrar|criar|visualizar|excluir)\b/iu;
/** An item that says of the subject what it is or does. */
const PREDICATE =
  /^\s*(?:are|is|have|has|does|\p{Ll}{3,}(?:[^s\P{L}]s|es))\s+(?!of\b|and\b|for\b|from\b|in\b|on\b|with\b|per\b)\S/u;
const COMMAND = /(?:^|\s)`?\/\p{Ll}+(?:[\s`]|$)/u;
const ARTICLE = /^(?:an?|the|der|die|das|ein|eine|el|la|los|las|un|una)$/u;
const OWN = /\b(?:its|their|his|her|your|ihre?|seine?|sus?)\s+\S+(?:\s+\S+)?$/iu;

/** The longest list of three things or more in a sentence whose brackets are blanked out; none where there is no such list. */
export function enumerated(sentence: string): readonly Enumerated[] {
  let longest: readonly Enumerated[] = [];
  // A list of three has a comma before its "and".
  if (
    sentence.length > LONGEST_SENTENCE ||
    !sentence.includes(",") ||
    /\?\W*$/.test(sentence) ||
    GIVEN.test(sentence)
  )
    return longest;
  for (const { 0: and, index } of sentence.matchAll(AND)) {
    const items = listAround(sentence, index, index + and.length);
    if (items.length >= 3 && items.length > longest.length) longest = items;
  }
  return longest;
}

function listAround(sentence: string, and: number, behind: number): Enumerated[] {
  const from =
    Math.max(...[";", ":", "—", " – ", ". ", "→"].map((mark) => sentence.lastIndexOf(mark, and - 1))) + 1;
  const left = partsOf(sentence, from, and);
  const first = left[0];
  if (left.length < 2 || first === undefined) return [];
  const last = lastItem(sentence, behind);
  const items = [...left.slice(1), last];
  // The list may begin behind an aside: "When it rains, the roof closes, …".
  let begin = 0;
  for (const [index, item] of items.entries()) {
    const said = sentence.slice(item.start, item.end);
    if (!isItem(said) || (index < items.length - 1 && /^\s*\p{L}+ing\s+\S/u.test(said))) begin = index + 1;
  }
  if (begin > 0 && !INTRO.test(sentence.slice(first.start, first.end))) return [];
  const head = begin === 0 ? first : items[begin - 1];
  const rest = items.slice(begin);
  if (head === undefined || rest.length < 2) return [];
  const opening = sentence.slice(head.start, head.end);
  if (begin > 0 && (HANGING.test(opening) || ASIDE.test(opening.trim().split(/\s+/, 1)[0] ?? ""))) return [];
  const whole = [head, ...rest];
  const said = whole.map(({ start, end }) => sentence.slice(start, end));
  if (isOneThing(sentence, from, said, sentence.slice(last.end, last.end + 40))) return [];
  return whole;
}

function partsOf(sentence: string, from: number, to: number): Enumerated[] {
  const parts: Enumerated[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && sentence[at] !== ",") continue;
    if (sentence.slice(start, at).trim() !== "") parts.push({ start, end: at });
    start = at + 1;
  }
  return parts;
}

/** Up to the next mark or aside. */
function lastItem(sentence: string, start: number): Enumerated {
  const rest = sentence.slice(start);
  const mark = rest.search(/[,;:.—→](?:\s|$)|\s[–-]\s/u);
  const aside = rest.search(ASIDE);
  const ends = [mark, aside].filter((one) => one >= 0);
  return { start, end: start + Math.min(rest.length, ...ends) };
}

function isItem(said: string): boolean {
  return (
    said.trim().split(/\s+/).length <= 8 &&
    !MODAL.test(said) &&
    !WHO.test(said) &&
    !ASIDE.test(said) &&
    !HANGING.test(said) &&
    !/^\d[\d.]*$/.test(said.trim())
  );
}

/** @param after what follows the list */
function isOneThing(sentence: string, from: number, said: readonly string[], after: string): boolean {
  const [head = ""] = said;
  const last = `${said.at(-1) ?? ""}${after} `;
  // "Name: the list …" has a label, "It measures three things: …" a list behind its colon.
  const colon =
    sentence[from - 1] === ":" && wordsIn(sentence.slice(0, from).replace(/^\W*\p{Lu}+-?\d\S*/u, "")) >= 4;
  // "A file with owner, shared: true, …" names a value.
  if (colon && /,\s*[^\s,]+:$/u.test(sentence.slice(0, from))) return true;
  const opening = colon ? sentence.slice(0, from) : "";
  if (NO_ASK.test(opening + head)) return true;
  if (colon && FIELDS.test(sentence.slice(0, from - 1))) return true;
  if (/\b(?:of|for|per|in) (?:each|every|the|a|an|its|their)\b|\b(?:pro|je|por cada|de cada)\b/iu.test(last))
    return true;
  // Each command of a program can be built by itself.
  if (said.filter((one) => COMMAND.test(one)).length >= 3) return false;
  const middle = said.slice(1, -1);
  if (middle.every((one) => CRUD.test(one) && wordsIn(one) === 1)) return true;
  // "Drafts, labels and old lists are kept": one thing is said of them.
  if (/\s(?:are|have|stay|remain|sind|haben|son|tienen)\s/iu.test(last) && !PREDICATE.test(said.at(-1) ?? ""))
    return true;
  // "Test, staging and production printers" are printers.
  if (
    !/\s(?:y|e)\s/iu.test(sentence) &&
    middle.every((one) => wordsIn(one) === 1 && (!DOING.test(one) || /s\s*$/u.test(one)))
  )
    return true;
  if (said.filter((one) => DOING.test(one)).length >= 2) return false;
  if (said.slice(1).filter((one) => PREDICATE.test(one)).length >= 2) return RELATIVE.test(head);
  // "Each card shows …", "edit their name, …": what one thing is made of.
  if (/^\W*(?:each|every|any|jede[rs]?|cada|todo)\b/iu.test(opening + head) || OWN.test(head)) return true;
  // "New parcels, lost parcels and old parcels": one noun. "Cards showing a name, …": what they are made of.
  if (haveOneNoun(said) || said.slice(1).some((one) => /\b(?:showing|displaying|listing)\b/iu.test(one)))
    return true;
  // Names of buttons and the like.
  if (middle.every((one) => /^\s*["“„«'`]/u.test(one))) return true;
  const long = said.slice(1).filter((one) => wordsIn(one) >= 2).length;
  return (colon ? long : long + 1) * 2 < said.length || SHOWN.test(head) || (!colon && PART.test(head));
}

function haveOneNoun(said: readonly string[]): boolean {
  const words = said.map(
    (one) =>
      one
        .trim()
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  const firsts = words.slice(1).map(([first = "", second = ""]) => (ARTICLE.test(first) ? second : first));
  return (
    new Set(words.map((one) => one.at(-1))).size === 1 ||
    firsts.some((one) => firsts.filter((other) => other === one).length * 3 >= firsts.length * 2)
  );
}

function wordsIn(said: string): number {
  return said.trim().split(/\s+/).length;
}
