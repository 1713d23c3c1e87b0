/** Words that name something where they would otherwise promise it: "fail fast", "real-time database". */
import type { Guard } from "../language.ts";
import { anyCase } from "../regex.ts";

export const FIXED_TERMS: readonly Guard[] = [
  // It is explained: "with appropriate scripts (build, test)". An example explains nothing.
  { after: /^(?:\s+[\p{L}.-]+){0,5}\s*\((?!e\.?g\b|such as|like|for example|ex\b|[^)]*\betc)/iu },
  // What stands in brackets explains or gives examples, and so does what is called a reason.
  { before: /\([^()]*$/u },
  { before: /^[*_\s]*(?:rationale|why|reasons?|background|context|example|notes?)\b[^:.]{0,20}:/iu },
  { hit: /^etc$/iu, before: /\b(?:such as|e\.g\.|for example|for instance|like|including)[^.;]*$/iu },
  // How it is meant follows: "handles it gracefully with a notice", "falls back gracefully to the last tray",
  // "actionable, not cryptic", "set correctly; the second one fails".
  {
    hit: /^(?:graceful|gracefully|appropriately|properly|correctly|cleanly|safely|reliably|smoothly|seamlessly)$/iu,
    after: /^[^.;:]*?(?:\b(?:without|by|via|using|with (?:an?|inline))\s|\s(?:–|—|->|→)\s)/iu,
  },
  { hit: /fully$/iu, after: /^\s+(?:to|into|as)\s/iu },
  { hit: /^immediately$/iu, after: /^\s+(?:on|upon|after|without|when|before|with|as|once|following)\b/iu },
  { hit: /^clearly$/iu, after: /^\s+\p{L}+\s+(?:with|as|by)\b/iu },
  {
    hit: /^be clear$/iu,
    after: /^\s+(?:on|about|to\s+\p{L}+)?\s*(?:which|what|who|whether|when|where|why|how|that)\b/iu,
  },
  {
    hit: /friendly$|^clear /iu,
    after: /^\s+(?:[\p{L}-]+\s+){0,3}(?:explain|say|tell|show|stat|nam)\p{L}*\s/iu,
  },
  { hit: /^(?:relevant|appropriate|suitable)$/iu, after: /^\s+(?:to|for)\b/iu },
  { after: /^(?:\s*,\s+not|\s*;)\s/iu },
  { hit: /^(?:proper|properly|correct|clean)$/iu, after: /^[^.;:]*\b(?:instead of|rather than)\b/iu },
  { after: /^\s+(?:which|what|when|where|how|to describe)\b/iu },
  // How it is today, and what somebody plans.
  { before: /\b(?:currently|already|so far|at the moment|today|gives? us|allows? us)\b[^.;]*$/iu },
  { before: /\bwe(?:['’]re)? (?:aim|plan|intend|hope|want|planning)\b[^.;]*$/iu },
  // "The most flexible one" compares; "that must mean it was good" concludes.
  { before: /\bmost\s+$/iu },
  { before: /\bmust\s+(?:mean|have)\b[^.;]*$/iu },
  // What happens, and not how it is done: "debounce rapid clicks".
  {
    hit: /^rapid$/iu,
    after: /^\s+(?:\p{L}+\s+)?(?:events?|clicks?|taps?|changes?|inputs?|succession|requests?)\b/iu,
  },
  { hit: /^significant$/iu, after: /^\s+(?:location|digits?|figures?|bits?|bytes?)\b/iu },
  { hit: /^advanced$/iu, after: /^\s+(?:topics?|users?|options?|settings?|use|mode|paths?)\b/iu },
  { hit: /\bprimary$/iu, after: /^\s+(?:actions?|buttons?|keys?|colou?rs?|nav\w*)\b/iu },
  // What a user or a word does or has, and no promise: "venues I visit frequently", "sums up usage frequently".
  {
    hit: /^(?:in)?frequently$/iu,
    before: /\b(?:I|we|they|users?|people|changes?|customers?)\s+(?:\p{L}+\s+)?$/iu,
  },
  { hit: /^(?:detailed|in-depth)/iu, before: /\b(?:links?|refers?|points?|pointers?) to\s+$/iu },
  { hit: /^optimi[sz]ed$|^optimal$/iu, after: /^\s+for\b/iu },
  { hit: /^clear /iu, after: /^\s+in\b/iu },
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
    after: anyCase`^\s+(?:paths?|lanes?|track|references?|mode|boot|forward|start|actions?|links?|repl(?:y|ies)|guide|tour|wins?|
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
  // What something is for: "an index for fast queries"; what has to be dealt with is asked about ("for common cases").
  {
    hit: /^(?!all |any |every |common|large|various|different|sensitive|too |very )/iu,
    before: /\b(?:for|enabling|enables?)\s+(?:an?\s+)?$/iu,
  },
  { hit: /^friendly$/iu, before: /\b(?:colou?r[- ]?blind|printer|mobile|touch|keyboard)\s+$/iu },
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
