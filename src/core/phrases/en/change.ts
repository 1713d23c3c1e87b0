/** "Product keeps changing", in all the ways in which it is said, by either side. */
import type { RulePhrases } from "../language.ts";
import { anyCase } from "../regex.ts";
import { LINKED, ASKS, CONDITION } from "./signs.ts";

/** Somebody wanted to know, or learned: then the story has its evidence. */
const LEARNED = anyCase`\b(?:learned|learnt|interviews?|research|experiment|prototype|pilot|usability|we found|
      found out|turned out|data (?:shows|showed)|feedback from|because (?:users|customers))\b`;

/** Words between a subject and its verb. */
const AUX =
  "has|have|had|is|are|was|were|just|then|also|now|really|actually|still|simply|sometimes|often|already|" +
  "has_already|have_already|seems_to|seem_to|tends_to|tend_to|will|would";

export const change: RulePhrases = {
  code: "PRD402",
  lists: {
    // Product as others call it; "they" and "we" need the thing that changes beside them.
    product: [
      "product",
      "{|the |our }{product {team|management|manager|managers|owner|owners|side|people|folks|guys|org|" +
        "department}|PMs|POs|product managers|product owners|business side|business people|business " +
        "folks|stakeholders|management|leadership}",
      "{the|our} {PM|PO|business|product manager|product owner}",
      "{PM|PO}",
    ],
    people: ["{they|we|you|people|everybody|everyone|somebody|someone|nobody}"],
    // What product is said to change.
    requirement: [
      "{|the |our |their |its |these |all }{requirements|requirement|scope|spec|specs|specification|" +
        "specifications|priorities|goal-posts|brief|roadmap|acceptance criteria|PRD|feature list|" +
        "definition of done|mind|minds}",
      "{the|their|our} {ask|asks|direction|priority|backlog|goals}",
      "what {they want|we want|it wants|we need|they need|is wanted|product wants}",
    ],
    change: [
      "{change|changes|changed|changing|re-prioritise|re-prioritises|re-prioritised|re-prioritize}",
      "{re-prioritizes|re-prioritized|shuffled|re-shuffling|move|moves|moved|moving|shift|shifts|shifted}",
      "{shifting|rewrite|rewrites|rewrote|rewritten|rewriting|evolve|evolves|evolving|grows|grew|growing}",
      "{grown|different|flip-flop|flip-flops|flip-flopped|pivot|pivots|pivoted|reverse|reversed|revised}",
      "{redefined|redefine|redefines|reshuffled|reshuffles|reshuffle|re-opened|creeps|creeping|crept}",
      "{wobbles|drifts|drifted|drifting|mutates|turned upside down}",
    ],
    // The words that make one change a habit.
    again: [
      "{again|constantly|always|continually|continuously|endlessly|perpetually|forever|repeatedly|daily}",
      "{weekly|permanently|incessantly}",
      "{all the time|every time|each time|once more|once again|yet again|over and over|back and forth}",
      "{a lot|non-stop|at the last minute|last minute|last-minute|mid-sprint|mid-flight|midway|half-way}",
      "{all over the place|like the weather|like the wind|without end|under us|under our feet|on a whim}",
      "{at will|as we go|on the fly|nearly every|out from under us|for the umpteenth time|no end}",
      "{in flight|under way|beneath us|on us}",
      "every {|single |other |few |couple of }{day|days|week|weeks|sprint|month|months|meeting|morning|" +
        "time|review|demo|call|monday|friday|iteration|cycle|standup|conversation|quarter|planning|" +
        "minute|hour}",
      "{two|three|four|five|several|many|multiple|so many|countless|a few|dozens of|a dozen|umpteen|a " +
        "hundred|too many} {times|changes}",
      "from {one|day|week|meeting|sprint} {day|week|meeting|sprint|to}",
      "{after|before|while|when|once|whenever|as soon as} we {|have |had |are |were |had already |have " +
        "already |already |only just |just |finally }{started|start|begin|began|built|build|finish|" +
        "finished|estimate|estimated|ship|shipped|commit|committed|nearly|almost|half}",
    ],
    keep: [
      "{keep|keeps|kept} {on |}{changing|moving|shifting|rewriting|adding|flip-flopping|growing|" +
        "evolving|creeping|redefining|reshuffling|pivoting|swapping|wobbling|drifting|revising|expanding|" +
        "inventing|asking|coming|reopening|switching|making|bringing|throwing|sneaking|piling|mutating|" +
        "slipping|sliding|tweaking|jumping|wavering|turning}",
      "{won't|doesn't|don't|never|can't|didn't|not|cannot} {stop|quit|stops|stopped} {changing|moving|" +
        "shifting|adding|rewriting}",
      "{cannot|can't|doesn't|don't|won't|never|never seems to|never seem to|refuses to} {leave|stick " +
        "to|stick with|sticks to|sticks with|settle on|settles on|hold still|stand still|sit still|stay " +
        "put|stays put|commit to}",
    ],
    undecided: [
      "{can't|cannot|couldn't|won't|doesn't|don't|never} {ever |really |seem to |actually |just |even |" +
        "}{decide|make up {their|its|your|our|his|her} {mind|minds}|know what {they|it|we|you} {want|" +
        "wants|need|needs}|knows what {they|it} {want|wants|need|needs}|settle on {anything|one thing|" +
        "something}}",
      "has no idea what {they|it} {want|wants}",
      "have no idea what they want",
      "no idea what they want",
    ],
    // Whole expressions.
    changing: [
      "{moving|moved|shifting|moves|move} {the|our} goal-posts",
      "goal-posts {|have |has |had |keep |are |were |just |got }{|just |already |been }{moved|moving|" +
        "shifted|shifting|move|shift}",
      "the {third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|umpteenth|nth|hundredth} {|new |" +
        "different }{version|draft|iteration|revision|rewrite|round} of the {requirements|spec|specs|PRD|" +
        "brief|story|scope}",
      "{requirements|spec|specs|scope|priorities} {churn|chaos|roulette|ping-pong|whiplash|thrash|" +
        "volatility|instability}",
      "{another|one more|yet another|the next|the latest} {change of mind|change of heart|change of " +
        "plan|change of direction|u-turn|pivot|requirements change|scope change|change of scope|change " +
        "of requirements|change in requirements|change to the requirements|change to the scope|change to " +
        "the spec|last-minute change|change request from product|change from product|new requirement " +
        "from product}",
      "scope creep {again|all over again|once more|once again|every}",
      "{constant|constantly|endless|ever|continuous|perpetual|permanent|incessant|never-ending} " +
        "{changing|changes of|scope changes|requirement changes|requirements changes|scope creep|pivots|" +
        "shifting|change of} {requirements|scope|priorities|mind|specs|by product|from product|plan}",
      "{constant|endless|continuous|perpetual|never-ending|ever-changing|constantly changing} {scope " +
        "changes|requirement changes|requirements changes|scope creep|pivoting|pivots|requirements|specs|" +
        "priorities|scope}",
      "new requirements {keep|every|all the time|again|each}",
      "{changes|changed|change|changing} {their|its|your|our|his|her} {mind|minds} {|once |yet |every |" +
        "all |}{again|time|week|day|sprint|the time|more|constantly|halfway|about}",
      "{always|constantly|forever|again|keep|keeps} {changing|changed} {their|its|your|our} {mind|" +
        "minds}",
    ],
    target: ["moving {target|targets}", "flavour of the {week|month|day}", "flavor of the {week|month|day}"],
  },
  patterns: [
    `PRODUCT ${AUX}? AGAIN ${AUX}? CHANGE ~2 REQUIREMENT`,
    `PRODUCT ${AUX}? KEEP`,
    "REQUIREMENT ~2 KEEP",
    "PEOPLE ~2 KEEP ~3 REQUIREMENT",
    "we ~1 keep|keeps|kept|always|constantly getting|receiving|hearing|get ~2 REQUIREMENT",
    "REQUIREMENT ~2 CHANGE ~5 AGAIN",
    "REQUIREMENT ~2 AGAIN ~2 CHANGE",
    `PRODUCT ${AUX}? CHANGE ~4 AGAIN`,
    `PRODUCT ${AUX}? AGAIN ${AUX}? CHANGE`,
    "PRODUCT has|have? changed_its_mind|changed_their_mind|changed_their_minds|changed_his_mind|" +
      "changed_her_mind",
    "PRODUCT ~2 adds|added|adding|add|invents|slipped_in ~3 REQUIREMENT ~4 AGAIN",
    "PEOPLE ~2 CHANGE ~1 REQUIREMENT ~4 AGAIN",
    "PEOPLE ~2 AGAIN ~2 CHANGE ~2 REQUIREMENT",
    "AGAIN ~1 PEOPLE ~2 CHANGE ~2 REQUIREMENT",
    `AGAIN ~2 PRODUCT ${AUX}? CHANGE`,
    "AGAIN ~6 REQUIREMENT ~2 CHANGE",
    "AGAIN ~5 PRODUCT wants|wanted|want|asks|asked something|anything|things different|else|new",
    `PRODUCT ${AUX}? UNDECIDED`,
    "they UNDECIDED",
    "CHANGING",
    "REQUIREMENT ~3 not_stable|unstable|never_stable|volatile|in_flux|fluid|all_over_the_place|" +
      "never_final|never_done|never_finished|never_settled|never_fixed|not_settled|in_constant_flux",
    "REQUIREMENT ~4 TARGET",
    "chasing|shooting|aiming|aim|building|hitting|hit|chase ~2 TARGET",
    "PRODUCT ~2 wants|want|wanted|asks|asked ~4 AGAIN",
    "PRODUCT ~4 TARGET",
    "ITIS ~3 TARGET",
    "another|new|one_more|yet_another ~2 CHANGE ~3 by|from PRODUCT",
    "another|one_more|yet_another ~1 change ~1 of|in|to REQUIREMENT",
  ],
  guards: [
    { sentence: LINKED },
    { sentence: ASKS },
    { sentence: LEARNED },
    { sentence: /\b\d{4}-\d\d-\d\d\b/u },
    { before: CONDITION },
    // The product that is sold, its pages and lists.
    {
      hit: /^product\b(?! (?:team|manage|owner|side|people|folks|guys|org|dep))/iu,
      before: /\b(?:the|an?|each|every|any|this|that|same|one|new|old|our|your|their|its|per)\s+$/iu,
    },
  ],
};
