/** Words that promise something where a requirement stands, with a verb beside them or without: "clear error messages". */
import type { RulePhrases } from "../language.ts";
import { anyCase } from "../regex.ts";
import { FIXED_TERMS } from "./fixed-terms.ts";
import { ASKS, MEASURED } from "./signs.ts";

export const unclear: RulePhrases = {
  code: "PRD403",
  asked: true,
  lists: {
    unclear: [
      "{comprehensive|comprehensively|thorough|thoroughly|extensive|extensively|holistic|meaningful}",
      "{proper|relevant|intelligent|intelligently|smart|smartly|sophisticated|cutting-edge|advanced}",
      "{readable|legible|actionable|informative|descriptive|insightful}",
      "{prominent|prominently|clearly|normally|consistently|quickly|immediately|well-known|well-structured}",
      "{powerful|compelling|high-performance|high-performing|performance-optimized|user-centric}",
      "clear {error {message|messages|feedback|text|texts|states|handling|reporting}|errors|message|messages|feedback|indication|indicator|indicators|status|" +
        "instruction|instructions|guidance|documentation|explanation|explanations|visual|labels|" +
        "hierarchy|path|communication|separation|summary|warning|warnings|navigation|distinction}",
      "{is|are|be} {clear|up-to-date|readable|consistent|well-documented|understandable}",
      "{consistent|consistency} {with|across|in|throughout|style|design|look|experience|behavior|behaviour|" +
        "UI|UX|user experience|branding|formatting|layout|patterns|error}",
      "{data|maintain|maintains|ensure|ensures} consistency",
      "{all|any|other|every} {major|core|relevant|necessary|key|important|essential|main|primary|critical|" +
        "common|popular|standard|development|modern|sensitive|significant|appropriate}",
      "{common|typical|regular|popular|frequent|standard} {queries|cases|use cases|scenarios|errors|issues|tasks|" +
        "operations|workflows|formats|patterns|user|users|node|nodes|devices|browsers|questions}",
      "{related|similar|recent|recently} {items|content|activity|activities|changes|orders|documents|articles|events|" +
        "history|searches|products|files|entries|posts|messages|projects|records|data|trades|accounts|snapshot|" +
        "snapshots|transactions|updates|information}",
      "{sensitive|confidential} {data|information|content|fields|operations|actions|endpoints|details}",
      "{large|small|big|long|heavy|huge|deep|complex} {file|files|dataset|datasets|data sets|documents|lists|" +
        "images|volumes|projects|repositories|codebases|screens|number|numbers|amounts|inputs|tables}",
      "{different|various|multiple|many|several|some|all} {screen sizes|devices|scenarios|conditions|formats}",
      "{too|very} {large|long|many|small|slow|big|much|high|low|old|short|often|frequent|complex}",
      "{major|minor|significant|substantial} {change|changes|version bump|delay|delays|issues|errors|impact}",
      "{basic|detailed|in-depth} {information|details|info|error|errors|logs|logging|" +
        "analytics|reporting|reports|support|functionality|features|profile|history|insights|explanation|" +
        "explanations|description|documentation|instructions|statistics|stats|metrics|validation}",
      "within {|the |its |our |defined |acceptable |reasonable |agreed }{performance|memory|time|cost} {budget|" +
        "budgets|targets|target|limits|constraints}",
      "{as|so} far as {possible|practical|we can|feasible}",
      "where {feasible|practical|relevant|useful|suitable}",
      "{etc|and so on|and so forth|and the like|and more|among others}",
      "{best|highest} {possible|available} {experience|quality|performance|result|results|option}",
      "{from time to time|at regular intervals|on a regular basis}",
    ],
    may: ["{can|could|will|may|able to|supports|support|handles|is to|are to|requires|require}"],
    degree: [
      "{low|lower|high|higher|minimal|maximum|good|great|better|excellent|strong|optimal|improved|fast|" +
        "faster|acceptable|adequate|sufficient|superior|high-level|enhanced|short|reduced}",
    ],
    quality: [
      "{memory|CPU|memory usage|memory use|latency|performance|availability|throughput|usability|speed|" +
        "scalability|reliability|accuracy|quality|security|maintainability|response time|response times|" +
        "load times|loading times|overhead|cost|costs|precision|user experience|UX|readability|" +
        "code quality|test coverage|coverage|footprint|resource usage|battery usage|uptime|bandwidth}",
    ],
  },
  patterns: ["VAGUE", "UNCLEAR", "DEGREE ~1 QUALITY", "MAY ~1 HANDLE ~2 > AMOUNT <"],
  guards: [
    ...MEASURED,
    { sentence: ASKS },
    { hit: /[,;:.()]/u },
    ...FIXED_TERMS,
    // They praise more often than they promise.
    {
      hit: /^(?:good|great|better|nice|nicely|excellent|outstanding|superior|natural|attractive|appealing|engaging|familiar|professional|pleasant|cheap|slow|slowly|stable|safe|available|quick|if needed|if necessary|when needed|when necessary|as required)$/iu,
    },
    // What is appropriate follows: "the appropriate queue for its region".
    {
      hit: /(?:appropriate|proper|relevant|suitable|sufficient|adequate|acceptable|reasonable)$/iu,
      after:
        /^\s+(?:[\p{L}-]+\s+){1,4}(?:based on|according to|depending on|for (?:the|each|its|their|that|this)|per|from|of|in|such as)\b/iu,
    },
    // "A clear error message that names the field", "clear labels: …"
    {
      hit: /^clear |^descriptive|^informative|description|explanation|error$|message/iu,
      after:
        /^\s*(?:[\p{L}-]+\s+){0,2}(?:\(|:|(?:indicating|that|which|stating|saying|explaining|with|naming|listing|showing|telling|identifying|suggesting|including|describing|summari[sz]ing|about|specifying|asking|when it)\b)/iu,
    },
    // "Using best practices: …", "graceful handling – never crash, always log"
    { after: /^(?:\s+[\p{L}-]+){0,4}(?:\s*:|\s+[-–—]\s+\S+\s+\S+\s+\S)/u },
    {
      hit: /^(?:frequent|recent|regular|common)ly$/iu,
      after: /^\s+(?:used|accessed|asked|visited|viewed|opened)\b/iu,
    },
    // "Maximize a pane" is a doing.
    { hit: /^(?:mini|maxi)mi[sz]e$/iu },
    { hit: /^optimi[sz]ed$/iu, after: /^\s+by\b/iu },
    { hit: /^advanced$/iu, before: /\b(?:to|and|or|vs)\s+$/iu },
    { hit: /^relevant$/iu, before: /\bthe\s+$/iu },
    { hit: /^recent/iu, before: /\b(?:most|\d+)\s+$/iu },
    // Who wants it: "As somebody who found a great price".
    { before: /^[*_\s]*As[*_]* (?:an?|the)\b[^,]*$/iu },
    // A reason, a condition or a comparison asks for nothing.
    {
      before:
        /\b(?:so (?:that|I|we|they(?:['’]re)?|he|she|it(?:['’]s)?|you)|in order to|because|since|unless|rather than|instead of)\b[^.;]*$/iu,
    },
    { before: /\b(?:if|when|whenever|while|where|until|once)\b[^,.;:]*$/iu },
    {
      before: anyCase`\b(?:not|no|never|without|non|avoid\w*|prevent\w*)\s+(?:\w+\s+){0,2}$`,
      hit: /^(?!too|very)/iu,
    },
  ],
};
