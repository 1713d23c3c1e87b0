/** "TBD" and whatever else stands for something that is not written yet. */
import type { RulePhrases } from "../language.ts";
import { anyCase, exactCase } from "../regex.ts";

/** An owner and a date in one sentence make a placeholder a question that somebody answers. */
const OWNED = exactCase`^(?=[^]*(?:@[\p{L}\d]|\bby (?:\p{Lu}|the \p{L})))(?=[^]*(?:\b\d{4}-\d\d-\d\d\b|\b(?:Q[1-4]|
      January|February|March|April|May|June|July|August|September|October|November|December|Monday|
      Tuesday|Wednesday|Thursday|Friday)\b))`;

export const placeholder: RulePhrases = {
  code: "PRD404",
  lists: {
    // Something that is not written yet.
    placeholder: [
      "{tbd|tbc|tba|t b d|t b c|t b a|TODO|FIXME|XXX|lorem ipsum}",
      "to be {decided|determined|defined|confirmed|agreed|agreed on|agreed upon|discussed|clarified|" +
        "specified|finalised|finalized|worked out|announced|settled|fleshed out|figured out|sorted out}",
      "{still|yet} to be {written|completed|detailed|answered|investigated|estimated|refined|chosen|" +
        "named|provided|documented|described|filled in|filled out|added|designed|found|tested|done}",
      "{still|yet} {need|needs|have|has|had} to {|be }{decide|decided|define|defined|determine|" +
        "determined|agree|agreed|clarify|clarified|specify|specified|confirm|confirmed|figure out|" +
        "figured out|work out|worked out|find out|settle|settled|discuss|discussed}",
      "{yet|still|remains|remain|left} to {decide|determine|define|confirm|agree|agree on|discuss|" +
        "clarify|specify|finalise|finalize|work out|figure out|be seen|find out|sort out}",
      "{not|isn't|aren't|hasn't been|haven't|hasn't|haven't been} {yet |been |quite |fully |}{decided|" +
        "determined|defined|agreed|specified|finalised|finalized|settled|worked out|figured out|fleshed " +
        "out} {yet|so far}",
      "not yet {decided|determined|defined|known|clear|agreed|specified|final|finalised|finalized|" +
        "settled|written|confirmed|worked out|chosen|fixed|estimated|documented}",
      "{still|currently|as yet} {undecided|open|unclear|unknown|undefined|undetermined|unresolved|" +
        "unspecified|under discussion|being discussed|in discussion|up in the air|up for discussion|up " +
        "for debate|to come|missing}",
      "{details|numbers|figures|copy|text|wording|specifics|rest|list|screens|mockups|designs|exact " +
        "numbers} {|are |is |will |still |will be |}{to follow|to come|follow later|follows later|coming " +
        "later|coming soon|added later|pending|later}",
      "{more|details|numbers|figures|specifics|rest} {to come|to follow}",
      "to {come|follow} {later|soon|shortly}",
      "{up in the air|anyone's guess|fill {this|me|it|that} in}",
      "fill in {later|the details|the rest|the numbers|here}",
      "{insert|put|add} {|a |the |some |more }{number|text|copy|details|link|name|value|screenshot|" +
        "date|figures|numbers} here",
      "{needs more thought|needs some thought|needs further discussion|needs discussion}",
      "{needs more detail|needs to be fleshed out|needs fleshing out|needs input}",
      "{is|are|was|were|been|be} {|deliberately |intentionally |still }left open",
      "{number to come|cross that bridge|open for now|blank for now}",
      "{don't|do not|doesn't} {know|have {|the |a |an |any }{number|numbers|figure|figures|details|" +
        "answer}} yet",
      "not sure yet",
      "no idea yet",
      "???",
    ],
    // "We will … later."
    postpone: [
      "{figure out|work out|decide|determine|define|specify|clarify|sort out|fill in|add|discuss}",
      "{come back to|think about|document|write|find out|flesh out|get back to|settle|see|revisit}",
      "{agree on|agree|detail|check|confirm|describe|look into|figure|sort|iron out|pin down}",
    ],
    postponed: [
      "{decided|defined|specified|figured out|worked out|discussed|clarified|detailed|determined}",
      "{sorted out|fleshed out|agreed|settled|addressed}",
    ],
    later: [
      "{later|later on|eventually|at some point|some day|in due course|down the road|down the line}",
      "{when we get there|once we get there|afterwards|along the way}",
    ],
  },
  patterns: [
    "PLACEHOLDER",
    "we|we'll|let's|i'll|i|somebody|someone|us ~2 POSTPONE ~6 LATER",
    "be POSTPONED ~3 LATER",
  ],
  guards: [
    { sentence: OWNED },
    { sentence: /\b(?:see|as) (?:\p{Lu}\p{L}+ )?(?:[A-Z]{1,3}-?|#)\d|\(Q-?\d+\)/u },
    {
      hit: /^to be/iu,
      before: anyCase`\b(?:(?:has|have|had|having|needs?|needed|ought|wants?|waits?|waiting|able|supposed|
            likely)\s+|(?:for|allow\w*|enabl\w*|permit\w*|caus\w*|requir\w*|expect\w*|forc\w*|
            wait\w*)\b[^,;:.]*)$`,
    },
    { hit: /^to be/iu, after: /^\s+(?:by|within|via|through|with|per|for each)\b/iu },
    {
      hit: /^(?:still|currently|as yet)/iu,
      before:
        /\b(?:that|which|who|whose|if|when|while|whether|as long as|unless|until|are|whatever)\b[^,]*$/iu,
    },
    {
      hit: /^(?:still|currently|as yet)/iu,
      after: /^\s+(?!(?:whether|how|what|who|where|why|if|which|for|in|and|but|on|with|at|as)\b)\p{L}/iu,
    },
    {
      hit: /open$/iu,
      before: /\b(?:confirm|check|verif|ensur|assert|test|show|know|tell|see)\w*\b[^,;]*$/iu,
    },
    { hit: /pending$/iu, after: /^\s+\p{L}/u },
    { hit: /defined$/iu, after: /^\s+(?:separately|elsewhere)\b/iu },
    { hit: /^\?+$/u, before: /\S$/u },
    // States of a task.
    { hit: /^TODO$/u, after: /^\s*(?:[,/|→]|->|or\b|and\b|to\b)\s*(?:DONE|DOING|IN)/u },
    { hit: /^TODO$/u, before: /\b(?:DONE|DOING|PROGRESS)\b/u },
    // "In a later release" says when, roughly.
    {
      hit: /later$/iu,
      after: anyCase`^\s+(?!on\b|in\b|this\b|when\b|once\b|and\b|or\b|with\b|after\b|as\b|if\b|but\b|
            because\b|since\b)\p{L}`,
    },
    {
      hit: /^TODO/u,
      after: /^s?[\s-]+(?:lists?|apps?|items?|comments?|boards?|entry|entries|tags?)\b/iu,
    },
  ],
};
