/** Words that name something where they would otherwise promise it: "fail fast", "real-time database". */
import type { Guard } from "../language.ts";
import { anyCase } from "../regex.ts";

export const FIXED_TERMS: readonly Guard[] = [
  // It is explained: "with appropriate scripts (build, test)". An example explains nothing.
  { after: /^(?:\s+[\p{L}.-]+){0,5}\s*\((?!e\.?g\b|such as|like|for example|ex\b|[^)]*\betc)/iu },
  // What is said follows: 'a friendly message is shown: "Nothing waits"', "a clear separation of the two: …".
  { after: /^[^.:;]{0,60}:\s*(?:$|["“„«])/u },
  // Who can, and not how well: "usable by both desks", "no printer is available", "makes it readable".
  { hit: /(?:able|ible)$/iu, after: /^\s+(?:by|to|from|in|at|as|for)\b/iu },
  { hit: /^available$/iu, before: /\b(?:no|any)\b[^.;,]*$/iu },
  // When it happens, in a list of what happens: "New label: sound (immediately)".
  { before: /\(\s*$/u, after: /^\s*\)/u },
  { after: /^[-‐‑/]\p{L}/u },
  { before: /\p{L}[-‐‑/]$/u },
  // "Simple mode" in a sentence is a name; "Fast search" at its start may promise something.
  { hit: /^\p{Lu}\p{Ll}/u, before: /[\p{L}\d,)][ \t]*$/u },
  { hit: /^\p{Lu}\p{Ll}/u, after: /^[ \t]+\p{Lu}\p{Ll}/u },
  {
    before:
      /\b(?:fail(?:s|ing)?|cryptographically|exponentially|(?:mov|promot|chang)\w* (?:to|from)|\p{L}'s|how)\s+$/iu,
  },
  {
    hit: /^(?:fast|faster|quick|slow|instant|simple|easy|smart|smooth|rapid|powerful)$/iu,
    after: anyCase`^\s+(?:paths?|lanes?|track|mode|boot|forward|start|actions?|links?|repl(?:y|ies)|guide|tour|wins?|
            scroll\w*|fix(?:es)?|view|view(?:er)?|add|food|charg\w+|messag\w+|pay\w*|contracts?|cards?|home|TVs?|phones?|watch\w*|
            meters?|quotes?|pointers?|speakers?|cit(?:y|ies)|strings?|lists?|objects?|arrays?|text|if|loops?|majority|
            moving|polling|queries|query|log|prototyp\w+|types?|values?|cases?|sync\b)\b`,
  },
  {
    hit: /time$|timely$/iu,
    after:
      /^\s+(?:databases?|clock|OS|operating|kernel|bidding|transport|protocol|class|scheduling|communications?)\b/iu,
  },
  {
    hit: /^(?:secure|safe|safely|stable|natural|clean|rich|good|robust|basic|modern|durable|scalable|efficient)$/iu,
    after: anyCase`^\s+(?:cookies?|tokens?|enclaves?|boot|elements?|contexts?|hash\w*|random\w*|shell|HTTP|sockets?|
            sort\w*|ids?|identifiers?|versions?|releases?|branch\w*|keys?|channels?|tags?|APIs?|languages?|order|
            text|media|areas?|mode|harbou?r|install\w*|build|room|slate|up|standing|first|auth|authentication|
            vector|storage|estimator|objects?|functions?|execution|subscriptions?)\b`,
  },
  // What something is for: "an index for fast queries".
  {
    hit: /^(?:fast|faster|quick|instant|easy|easier|efficient|better|smooth|reliable|optimal)$/iu,
    before: /\bfor\s+$/iu,
  },
  { hit: /^responsive$/iu, after: /^\s+(?:grid|images?|breakpoints?|classes|utilities)\b/iu },
  { hit: /^actionable$/iu, after: /^\s+(?:items?|rows?|entries|cards?)\b/iu },
  // "A minimal window where I paste a link" says what is left.
  { hit: /^(?:minimal|simple)$/iu, after: /^\s+(?:[\p{L}-]+\s+){1,3}(?:where|that|which)\b/iu },
  { hit: /^clearly$/iu, after: /^\s+\p{L}+\s+(?:which|what|who|whether|when|where|why|how)\b/iu },
  { hit: /^best practices$/iu, before: /\b(?:tips|guides?|articles?|examples?)\s+(?:and|or|on)\s+$/iu },
  // "The fast path" is one that is known; "the appropriate path" is not.
  {
    hit: /^(?:fast|quick|slow|simple|easy|safe|secure|stable|natural|good|modern|obvious|smart|rich|clean|reliable|responsive|robust|better|great|real-?\s?time|instant|friendly|regular|basic|common|standard|recent)/iu,
    before: /\b(?:the|this|that|these|those|its|same|their|our|your|each|which|what)\s+$/iu,
  },
];
