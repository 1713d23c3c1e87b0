/** Words that name something where they would otherwise promise it: "fail fast", "real-time database". */
import type { Guard } from "../language.ts";
import { anyCase } from "../regex.ts";

export const FIXED_TERMS: readonly Guard[] = [
  // It is explained: "with appropriate scripts (build, test)". An example explains nothing.
  { after: /^(?:\s+[\p{L}.-]+){0,2}\s*\((?!e\.?g\b|such as|like|for example|ex\b|[^)]*\betc)/iu },
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
    hit: /^(?:fast|faster|quick|slow|instant|simple|easy|smart|rapid|powerful)$/iu,
    after: anyCase`^\s+(?:paths?|lanes?|track|mode|boot|forward|start|actions?|links?|repl(?:y|ies)|guide|tour|wins?|
            fix(?:es)?|view|view(?:er)?|add|food|charg\w+|messag\w+|pay\w*|contracts?|cards?|home|TVs?|phones?|watch\w*|
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
  // "The fast path" is one that is known; "the appropriate path" is not.
  {
    hit: /^(?:fast|quick|slow|simple|easy|safe|secure|stable|natural|good|modern|obvious|smart|rich|clean|reliable|responsive|robust|better|great|real-?\s?time|instant|friendly|regular|basic|common|standard|recent)/iu,
    before: /\b(?:the|this|that|these|those|its|same|their|our|your|each|which|what)\s+$/iu,
  },
];
