/** "It was decided": decisions without anybody who made them. */
import type { RulePhrases } from "../language.ts";
import { anyCase } from "../regex.ts";
import { LINKED, ASKS, CONDITION } from "./signs.ts";

/** Days, months and the like: they say when. */
const WHEN = anyCase`\d{4}|\b(?:january|february|march|april|june|july|august|september|october|november|december|
      (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last (?:week|month|quarter|sprint|year|
      cycle|spring|summer|autumn|winter)|(?:in|at|during|after) (?:the|our|an?|this|last|
      yesterday's|today's)(?: [\p{L}'’-]+){0,3} (?:meeting|sync|workshop|review|retro|retrospective|
      call|kick-?off|planning|session|interview|offsite|stand-?up|demo))\b`;

export const agentless: RulePhrases = {
  code: "PRD406",
  lists: {
    // Decisions without anybody who made them.
    agentless: [
      "it {was|has been|had been|was also|was then|was later|was already|was therefore|was finally|was " +
        "eventually|was ultimately|was subsequently|has since been|has already been|has now been|was " +
        "previously|was recently|was mutually|was generally|was collectively|was jointly|was instead|was " +
        "simply|had already been} {decided|agreed|agreed upon|determined|concluded|resolved|settled|" +
        "ruled|ordained|mandated|decreed|felt|judged|considered best|considered better|thought " +
        "best|thought better}",
      "it's {been |already been |since been |now been |}{decided|agreed|determined|concluded|settled}",
      "{a|the|this|that|some|one|final|another|no} {final |joint |collective |conscious |deliberate |" +
        "strategic |difficult |hard |tough |}{decision|choice} {was|has been|had been|was then|was later|" +
        "was finally|was already|has already been|had already been|has now been|got|was eventually|was " +
        "ultimately} {made|taken|reached}",
      "{decision|decisions} {was|were|have been|has been|had been|were then|got} {made|taken|reached} " +
        "{to|that|not|on|about|against|for|early|earlier|already|at|above|elsewhere}",
      "{|a |the |general |broad |rough }{consensus|agreement|compromise} {was|has been|had been|is|was " +
        "finally} {reached|found|made}",
      "{as|like} {|was |previously |already |earlier |}{agreed|decided|discussed|aligned|agreed upon|" +
        "agreed on|agreed earlier|discussed earlier|agreed before|discussed before}",
      "{|was |were |been |got |is now |are now |is |are |be }{descoped|de-scoped|de-prioritised|" +
        "de-prioritized}",
      "{was|were|has been|have been|got|had been|was already|were already|was later|was finally|was " +
        "eventually|was therefore|been} {|already |later |also |finally |eventually |therefore |" +
        "deliberately |}{ruled out|taken out of scope|moved out of scope|put out of scope|pushed out of " +
        "scope|removed from scope|removed from the scope|cut from {|the |this |our }{scope|plan|release|" +
        "MVP|roadmap|first version|v1}|dropped from {|the |this |our }{scope|plan|release|MVP|roadmap|" +
        "first version|v1}|left out of {|the |this |our }{scope|plan|release|MVP|roadmap|first version|" +
        "v1}|taken off the roadmap|struck from the plan|signed off on|agreed upon|green-lit|greenlighted|" +
        "greenlit|vetoed|pushed {back |out |}to {a later|the next|another|next|phase}|moved to {a later|" +
        "the next|another|next} {phase|release|quarter|version|cycle|sprint|milestone}|kicked down the " +
        "road|put on ice|put on the back burner|back-burnered}",
      "{apparently|it seems|it appears|someone|somebody|people|they|higher up|the powers that be} {|" +
        "have |has |already |}{decided|agreed}",
      "{has|have|had} {already |since |now |}been {decided|agreed} {to|that|not|on|against|already|" +
        "elsewhere|above|internally|upstairs}",
      "the {powers that be|higher-ups}",
    ],
    // What projects decide about, as opposed to what products do.
    matter: [
      "{scope|approach|architecture|deadline|launch date|release date|timeline|priority|priorities}",
      "{direction|strategy|solution|MVP|feature set|tech stack|framework|database|roadmap|requirement}",
      "{requirements|trade-off|rollout|pilot|feature freeze|design}",
    ],
    decided: [
      "{decided|agreed|agreed upon|agreed on|settled|approved|signed off|locked|locked in|locked down}",
      "{chosen|selected|rejected|dropped|cancelled|canceled|parked|postponed|frozen|picked|abandoned}",
      "{discarded|finalised|finalized|scrapped}",
    ],
    was: [
      "{was|were|has been|have been|had been|got|was already|were already|has already been}",
      "{have already been|was then|was later|was finally|was eventually|was also|been}",
    ],
  },
  patterns: [
    "AGENTLESS",
    "MATTER ~2 WAS ~1 DECIDED",
    "scope|deadline|launch|launch_date|release_date|timeline|milestone|release ~1 WAS ~1 cut|moved|" +
      "reduced|trimmed|pushed|pushed_back|shifted|extended",
  ],
  guards: [
    { sentence: ASKS },
    { sentence: WHEN },
    { sentence: LINKED },
    {
      sentence: anyCase`@[\p{L}\d]|\bby (?!default\b|then\b|now\b|hand\b|mistake\b|accident\b|means\b|design\b|
            \p{L}+ing\b)(?:\p{L}|@)|\bbetween \p{L}+ and\b`,
    },
    // The reason is there.
    {
      after:
        /^[^.;]{0,60}?\b(?:because|since|due to|as (?:it|this|that|the|they)\b|so that|to (?:avoid|prevent|keep|reduce|protect))/iu,
    },
    // "The descoped search bar" names it; nobody tells here how it came to that.
    {
      hit: /^de-?(?:scoped|priorit)/iu,
      before: /\b(?:the|an?|any|all|some|this|these|those|our|previously|formerly|of)\s+$/iu,
    },
    {
      hit: /^de-?(?:scoped|priorit)/iu,
      after:
        /^\s+(?!(?:in|for|from|to|by|and|but|or|on|at|again|later|last|this|the|until|as|after|before|with|entirely|completely|altogether|now|already)\b)\p{L}/iu,
    },
    { before: CONDITION },
    { hit: /^(?:as|like) /iu, after: /^\s+(?:in|with|on|between|at|under)\b/iu },
    { hit: /^no\b/iu },
  ],
};
