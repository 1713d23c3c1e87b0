/** "Not feasible", said as if it were the whole answer. */
import type { RulePhrases } from "../language.ts";
import { anyCase } from "../regex.ts";
import { ASKS, CONDITION } from "./signs.ts";

/** What it would take: a condition, or a number beside a word for spending it ("three weeks" may be the problem). */
const PRICED = anyCase`\b(?:unless|until|would (?:take|need|cost|require|mean)|it (?:takes|needs|costs|requires))\b|
      \b(?:tak(?:e|es|ing)|took|costs?|costing|needs?|requires?|spend|spent|pay|price|budget|effort|
      extra|estimated?|estimates)\b[^]{0,80}?(?:\d|\b(?:an?|one|two|three|four|five|six|eight|ten|
      twelve) (?:\p{L}+ )?(?:hours?|days?|weeks?|months?|sprints?|quarters?|years?|engineers?)\b)|
      \b\d+ ?[dwm]\b|[€$£]\s?\d`;

export const verdict: RulePhrases = {
  code: "PRD405",
  lists: {
    // "Impossible", said as if it were the whole answer.
    verdict: [
      "{not|isn't|wasn't|aren't|never|hardly|won't be|wouldn't be|not at all|not really} {|a |an |" +
        "technically |really |at all |even |simply |just |currently |realistically |going to be |" +
        "remotely |economically |commercially }{feasible|doable|viable|workable|achievable|realistic|" +
        "practicable|buildable|implementable|tenable}",
      "{infeasible|unfeasible|unworkable|unachievable|unrealistic|undoable|non-viable|unbuildable}",
      "unimplementable",
      "{can't|cannot|can not|could not|couldn't|can never|won't} {|ever |really |simply |just |" +
        "technically |possibly |realistically }be {done|built|implemented|achieved|made to work|" +
        "engineered}",
      "{out of the question|non-starter|no-go|dead on arrival|off the table|pipe dream|lost cause}",
      "{wishful thinking|science fiction|mission impossible|not in the cards|not on the cards}",
      "{not happening|not going to happen|not gonna happen|never going to happen|never gonna happen}",
      "{technically|architecturally|physically|simply|just|utterly|absolutely|flat-out|completely|" +
        "plain|totally|downright} impossible",
      "no {|feasible |possible |technical |realistic |sane |reasonable |earthly |good }way {to|we can|" +
        "we could|for us to|we are going to|we're going to|we will|we'll|engineering can} {|possibly |" +
        "ever }{do|build|make|implement|support|deliver|ship|achieve|pull off}",
      "no chance of {doing|building|making|getting|shipping|delivering}",
      "{a|is a|was a} {hard|flat|firm|clear|straight|resounding} no",
      "{not|isn't|nothing} {|something |anything |a thing }{we|our team|engineering|the team} can " +
        "{build|do|support|deliver|offer|ship|make}",
      "{can't do {it|this|that}|cannot do {it|this|that}}",
      "no way {this|that|it} {can|will|works|is}",
    ],
    wontwork: [
      "{won't|will not|can't|cannot|will never|could never|would never|is never going to|isn't going " +
        "to|is not going to|not going to|wouldn't} {ever |just |simply |possibly |realistically |}{work|" +
        "fly|scale|happen|be possible|hold up}",
    ],
    possible: [
      "{impossible|not possible|isn't possible|not technically possible|wasn't possible}",
      "{not currently possible|not even possible}",
    ],
    impossible: ["impossible"],
    build: [
      "{build|implement|deliver|ship|develop|engineer|migrate|scale|achieve|do {this|that|it}}",
      "{get {this|that|it}|make {this|that|it} {work|happen}}",
    ],
    // What "we cannot do" needs beside it.
    thing: ["{it|this|that|these|those|offline|realtime|real-time|what product|what you|what they|such}"],
    cannot: [
      "{can't|cannot|can not|couldn't|won't be able to|are unable to|is unable to|not able to}",
      "wouldn't be able to",
    ],
  },
  patterns: [
    "VERDICT",
    "^ POSSIBLE .",
    "is|are|would_be|remains > IMPOSSIBLE < .",
    "ITIS ~1 POSSIBLE .",
    "POSSIBLE < with|given|in|on|at|today|now|because|due_to|under|within|this|right_now|for_us|" +
      "for_the_team|on_our our|the|this|current|existing|today's|such",
    "POSSIBLE technically|architecturally|for_us|from_a_technical",
    "POSSIBLE to BUILD",
    "this|that|it|which|idea|approach WONTWORK .",
    "WONTWORK with|given|on|in our|the_current|this|the_existing|today's",
    "we|engineering|the_team|the_devs CANNOT BUILD",
    "we|engineering|the_team|the_devs CANNOT do ~3 .",
    "we|engineering|the_team|the_architecture|our_architecture|our_stack|the_codebase|our_codebase|" +
      "the_backend CANNOT do|build|support|make|deliver|implement|handle|offer|ship|get|have THING",
  ],
  guards: [
    { sentence: ASKS },
    { sentence: /\bsee [A-Z]{1,5}-?\d/u },
    { sentence: PRICED },
    {
      after: anyCase`^\s+for (?!us\b|our\b|engineering|the (?:team|first|next|current|backend|MVP)|this|
            now\b|v\d|MVP|launch)\p{L}`,
    },
    { before: CONDITION },
    {
      before: /\b(?:mak(?:e|es|ing)|made|keep|keeps|renders?|must be|should be|shall be)\b[^,]*$/iu,
    },
    {
      hit: /^no\b/iu,
      before: /\b(?:have|has|had|with|offers?|provides?|is|are|see|found|find)\s+$/iu,
      sentence: anyCase`\b(?:users?|customers?|owners?|clients?|admins?|people|patients?|teams|tenants?|they|
            analysts?|managers)\b`,
    },
    {
      hit: /impossible$|possible$/iu,
      after: anyCase`^\s+(?:for (?!us\b|the team|eng)|to (?!build|do\b|implement|deliver|ship|develop|
            engineer|migrate|scale|achieve|support|get|make))`,
    },
    {
      hit: /be done$/iu,
      after: anyCase`^\s+(?:twice|again|after|before|by|from|more|until|while|once|unless|for|offline|online|
            outside|in (?:any|an?|one))\b`,
    },
    {
      hit: /^(?:un\w+|infeasible|non-viable)$/iu,
      after: anyCase`^,?\s+(?!(?:in|for|with|to|given|at|on|because|due|and|or|but|as|until|right|today|now|
            this|under|within|without|before)\b)\p{L}`,
    },
    { hit: /no-?\s?go$/iu, before: /\bgo[ -]?(?:\/|or|vs\.?|–|-)\s*$/iu },
    {
      hit: /^non-viable|^un\w+$|^infeasible/iu,
      before: /\b(?:continue\w* to be|remains?|stays?|kept|considered|render\w*)\s+$/iu,
    },
    // The reason is there, so the talk has begun.
    {
      hit: /^(?:we|engineering|the (?:team|devs|backend|codebase|architecture)|our \p{L}+)\s/iu,
      after: /\b(?:because|since|without|only|as (?:it|this|that|the))\b/iu,
    },
    { hit: /no-?\s?go$/iu, after: /^\s+(?:zones?|areas?|lists?)\b/iu },
  ],
};
