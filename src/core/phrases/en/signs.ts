/** Signs that several rules respect: what makes a sentence a link, a question or a case. */

/** A mention of an option, constraint, disagreement or question: the conversation exists, and here is where. */
export const LINKED = /\b(?:[ACDEFQ]-?\d+|see [A-Z]{1,5}-?\d+)\b/u;

/** A question asks; it tells no story. */
export const ASKS = /\?["”’»)\]]*\s*$/u;

/** What follows is a case, not a claim. */
export const CONDITION = /\b(?:if|when|whenever|where|in case|unless|whether|once|as soon as)\b[^,;:]*$/iu;
