/** "Engineering says it's hard", in all the ways in which product and engineering say it. */
import type { RulePhrases } from "../language.ts";
import { anyCase } from "../regex.ts";
import { LINKED, ASKS } from "./signs.ts";

/** How long it takes, in a number: "it would take forever" says nothing of the kind. */
const TIMED = anyCase`\b(?:tak(?:e|es|ing)|took|costs?|costing|needs?|requires?|effort|extra|estimated?|
      estimates)\b[^]{0,80}?(?:\d|\b(?:an?|one|two|three|four|five|six|eight|ten|
      twelve) (?:\p{L}+ )?(?:hours?|days?|weeks?|months?|sprints?|quarters?|years?|engineers?)\b)|
      \b\d+ ?(?:[dwm]\b|(?:person|engineer|man)-?(?:days|weeks|months))`;

export const difficulty: RulePhrases = {
  code: "PRD401",
  lists: {
    // Engineering as others call it, and as it calls itself.
    eng: [
      "{|the |our |your |their }{engineering|eng|engineers|devs|developers|dev|development|back-end|" +
        "front-end|architects|techies|coders|SREs|devops}",
      "{the|our|an|one|your} {engineer|developer|architect|CTO|dev}",
      "engineer",
      "architecture",
      "{|the |our |their |your }{engineering|eng|dev|development|tech|technical|platform|infra|" +
        "infrastructure|back-end|front-end|mobile|web|data|API|core|search|iOS|android|security|delivery|" +
        "SRE|devops|scrum|product engineering|payments|database|architecture} {team|teams|folks|people|" +
        "guys|side|department|org|lead|leads|lead's|manager}",
      "{the|our} {team|tech lead|tech leads|lead engineer|lead developer}",
      "CTO",
      "tech",
      "IT",
    ],
    // How a statement is attributed to them.
    say: [
      "{say|says|said|saying|tell|tells|told|telling|think|thinks|thought|claim|claims|claimed|insist}",
      "{insists|insisted|warn|warns|warned|believe|believes|believed|feel|feels|felt|reckon|reckons}",
      "{reckoned|argue|argues|argued|maintain|maintains|maintained|flag|flags|flagged|call it|calls it|called it}",
      "{consider|considers|considered|mention|mentions|mentioned|reply|replies|replied|answer|answers}",
      "{answered|explain|explains|explained|suspect|suspects|assume|assumes|assured|informed|indicated}",
      "{indicates|concluded|worry|worries|worried|fear|fears|complain|complains|complained|swear|swears}",
      "{push back|pushes back|pushed back|pushing back|respond|responds|responded|repeat|repeats}",
      "{repeated|estimate|estimates|estimated|decided|view|views|rate|rates|rated|judge|judges|sure}",
      "{convinced|adamant|guess|guesses|made clear|made it clear|comes back|came back|come back}",
      "according to",
      "their {answer|reply|response|verdict|view|line}",
    ],
    // Difficulty without an option, a time or a reason.
    hard: [
      "{hard|harder|hardest|tough|tougher|tricky|trickier|difficult|difficulty|complex|complexity}",
      "{complicated|non-trivial|nontrivial|challenging|challenge|expensive|costly|painful|nightmare}",
      "{messy|hairy|risky|nasty|gnarly|daunting|laborious|cumbersome|rocket science|heavy|heavier}",
      "{intricate|troublesome|problematic|thorny|brutal|huge|massive}",
      "{not|isn't|wasn't|won't be|wouldn't be|never|hardly|anything but|far from|not at all} {|that |" +
        "so |as |an |a |very |exactly |really |just an |just a |quite |going to be |gonna be }{easy|" +
        "simple|trivial|straight-forward|quick|cheap|small|light}",
      "no {small|easy|quick|simple|trivial} {|little }{task|feat|job|fix|change|way|thing|matter|win}",
      "not {|quite |really }as {easy|simple|quick|trivial|straight-forward|small} as",
      "{easier|simpler} said",
      "{big|huge|heavy|massive|major|large|significant|enormous|serious|substantial|giant|considerable|" +
        "non-trivial|bigger|heavier|larger} {lift|effort|undertaking|job|change|project|piece of work|" +
        "refactor|refactoring|rewrite|chunk of work|ask|task|investment|challenge|risk|deal|headache|" +
        "beast}",
      "{too much|a lot of|lots of|loads of|tons of|a ton of|so much|so many|too many|considerable|" +
        "significant|a great deal of|an awful lot of|heaps of|a mountain of|plenty of} {work|effort|" +
        "development|engineering|dev work|unknowns|moving parts|dependencies|changes|complexity|risk|" +
        "rework|hours|man-hours|overhead}",
      "{take|takes|taking|took|need|needs|cost|costs} {too long|forever|ages|months|a long time|a " +
        "while|way too long|quite some time|an eternity|a lot of time|too much time|weeks|too much}",
      "{months|weeks|years} of {work|effort|development}",
      "{pain|headache|can of worms|rabbit hole|monster|beast|minefield|heavy lifting|uphill battle|mess}",
      "{steep|over-engineered|deep change|deep changes|spaghetti}",
      "{lot|bit} {bigger|more work|more involved}",
      "{more|very|too|so|quite|pretty|really} involved",
      "more {work|effort} than",
      "technical {reasons|limitations|difficulties|hurdles|complexity|challenges|obstacles}",
      "not {worth|worth it|worth the effort}",
      "{over|above|beyond} our heads",
      "{rewrite|rewriting|re-architect|rearchitect} {everything|the whole thing|half the|the entire}",
    ],
    // Difficulty in words that only builders use, so that nobody has to be named.
    lift: [
      "{big|huge|heavy|massive|major|significant|enormous|serious} lift",
      "non-trivial",
      "{not|isn't|far from} {|that |so |exactly |really |at all }trivial",
      "{not|isn't} {|that |so |exactly |really |as }straight-forward",
      "{rabbit hole|can of worms|hairy|gnarly|rocket science}",
    ],
    uneasy: [
      "not {that|so|as|quite that|quite so|really that} {easy|simple|trivial|straight-forward}",
      "not {|really |exactly }{an easy|a simple|a small|a trivial|a quick|a straight-forward} {change|" +
        "fix|thing|one|task|feature|problem|job|ask|request|lift}",
      "no {easy|small|simple|trivial|quick|mean} {task|feat|change|fix|thing|job|lift}",
    ],
    much: [
      "{too|very|way too|prohibitively|quite|just too|simply too|really} {high|big|large|great|much}",
      "not {worth|worth it|justified}",
      "{prohibitive|excessive|out of proportion}",
    ],
    // Difficulty in whole expressions.
    hurdle: [
      "{architecture|codebase|code base|stack|data model|legacy code|old code} {just |simply |really |" +
        "currently |}{doesn't|does not|won't|wouldn't|can't|cannot|isn't|is not|was never|wasn't|was not|" +
        "makes} {really |just |simply |even |currently |}{allow|support|permit|built for|designed for|" +
        "made for|let us|set up for|meant for|ready for|up to|it hard|this hard|that hard|it difficult|" +
        "this difficult}",
      "{can't|cannot|can not} {just|simply} {add|change|put|flip|switch|bolt|throw|rename|hook|plug|" +
        "build|toggle|slap|turn on} {a|an|another|one|it|this|that|in|on}",
      "{would|will|it'd|it'll|that'd} {|probably |basically |also |then }{mean|require|involve|need|" +
        "take} {|basically |completely |practically |probably }{rewriting|re-writing|a rewrite|a full " +
        "rewrite|a complete rewrite|a total rewrite|rebuilding|re-architecting|ripping out|redoing}",
      "harder than it {looks|seems|sounds}",
    ],
    // Reasons that name no reason.
    excuse: [
      "{for|due to|because of|owing to|given|on account of} {|some |purely |various |certain |the |our " +
        "}{technical|architectural|engineering} {reasons|limitations|constraints|difficulties|complexity|" +
        "challenges|debt}",
    ],
    // "It is", in all its contractions.
    itis: [
      "{it|this|that|which} {is|was|would be|will be|sounds|looks|seems|might be|could be|gets|remains|" +
        "turns out to be|is going to be}",
      "{it's|that's|this'll be|it'll be|that'd be|it'd be|which'd be}",
    ],
  },
  patterns: [
    "ENG ~4 SAY ~9 HARD",
    "SAY ~1 by|from ENG ~9 HARD",
    "according_to|per|as_per ENG ~9 HARD",
    "for engineering|eng|the_team|the_devs|our_engineers|the_engineers|the_dev_team|the_backend_team " +
      "~5 HARD",
    "they|everyone|everybody ~2 SAY ~5 ITIS ~3 HARD",
    "they|everyone|everybody ~2 SAY ~3 HARD .",
    "HARD ~4 SAY ENG",
    "HARD ~1 ENG SAY .",
    "^ ENG too|very|quite|really? HARD",
    "ENG weren't|wasn't|isn't|aren't|not|are_not|is_not ~1 keen|happy|comfortable|thrilled|convinced|" +
      "excited|fond",
    "HARD ~3 according_to|per|says|say|said|as_per|told_by|thinks|think ENG",
    "HARD for|on ENG",
    "ITIS ~3 HARD ~2 for|on ENG",
    "ENG ~3 pushback|push-back|pushed_back|pushes_back|balked|balks|groaned|sighed|shook_their_heads|" +
      "rolled_their_eyes",
    "pushback|push-back|resistance|groans|sighs ~2 from ENG",
    "ENG SAY|says|said|say no .",
    "from|on the|an|a|our engineering|technical|dev|development|tech|implementation|backend|" +
      "architecture|architectural|our|engineer's|developer's side|perspective|standpoint|point_of_view|" +
      "viewpoint|end|angle|view ~7 HARD",
    "HARD ~3 from|on the|an|a|our engineering|technical|dev|development|tech|implementation|backend|" +
      "architecture|architectural|engineer's|developer's side|perspective|standpoint|point_of_view|" +
      "viewpoint|end|angle|view",
    "on our|their side|end ~5 HARD",
    "HARD on our|their side|end",
    "HARD for us .",
    "we|i|we've|i've|we'd ~2 said|say|told|explained|mentioned|warned|flagged|saying|telling|repeat|" +
      "repeated|pointed_out ~7 ITIS ~3 HARD",
    "ITIS ~3 HARD ~3 than it|they|you|product|people|that|this|we|everyone ~1 looks|look|seems|seem|" +
      "sounds|sound|think|thinks|thought|expected|expect|realise|realize|appears|assume|assumes|" +
      "imagine|imagines|believe|believes",
    "ITIS ~3 LIFT",
    "technically|architecturally|engineering-wise|tech-wise|development-wise|effort-wise|code-wise|" +
      "implementation-wise ~3 HARD",
    "our|my|their|the view|take|opinion|judgement|feeling ~4 is ~6 HARD",
    "HARD technically|architecturally|engineering-wise|tech-wise|code-wise|effort-wise|" +
      "to_implement|to_develop|to_code|to_engineer|to_pull_off|to_get_right_technically",
    "EXCUSE",
    "we|i was|were|am|have_been|had_been told ~7 HARD",
    "i'm|we're|we've_been|i've_been|we'd_been|been told ~7 HARD",
    "ENG ~3 worried|concerned|nervous|reluctant|sceptical|skeptical|uncomfortable|hesitant|afraid|" +
      "wary|scared ~5 HARD",
    "ENG ~3 worried|concerned|nervous|reluctant|sceptical|skeptical|uncomfortable|hesitant|afraid|" +
      "wary|scared ~4 effort|complexity|risk|risks|workload",
    "ENG don't|doesn't|didn't think|believe|like|see|want|recommend ~4 easy|simple|" +
      "trivial|worth|worth_it|realistic|this|that|it|the_idea",
    "engineering's|eng's|the_team's|dev's|devs'|developers'|engineers'|the_dev_team's|" +
      "the_backend_team's ~1 estimate|estimates|answer|view|take|response|verdict|feedback|concern|" +
      "opinion|line ~4 HARD",
    "feedback|answer|word|message|verdict|reply|response|signal|estimate|estimates|news|opinion|" +
      "pushback ~1 from|of|by ENG ~6 HARD",
    "ITIS ~2 UNEASY",
    "HURDLE",
    "development|engineering|implementation|dev|technical|coding effort|cost|costs|complexity|" +
      "workload ~2 is|was|would_be|seems|looks|are ~2 HARD",
    "development|engineering|implementation|dev|technical|coding effort|cost|costs|complexity|" +
      "workload ~2 is|was|would_be|seems|looks|are MUCH",
    "HARD ~2 development|engineering|implementation|dev|coding effort|cost|costs",
    "HARD for|in the_current|our|this architecture|codebase|stack|codebase|data_model|setup",
    "under_the_hood|behind_the_scenes|in_the_code|in_our_code|in_our_codebase|in_the_codebase|" +
      "in_our_architecture|in_our_system|with_our_architecture|with_our_stack|in_the_legacy_code|" +
      "in_our_stack ~6 HARD",
    "HARD ~3 under_the_hood|behind_the_scenes|in_our_code|in_our_codebase|in_the_codebase|" +
      "in_our_architecture|in_our_system|with_our_architecture|with_our_stack|with_the_architecture|" +
      "with_our_setup|in_our_stack|with_this_architecture|with_this_codebase",
  ],
  guards: [
    // "A non-trivial dependency" says what it is, not what it costs.
    {
      hit: /(?:trivial|hairy|gnarly)$/iu,
      after:
        /^\s+(?!(?:change|task|effort|work|problem|thing|job|project|refactor\w*|lift|to|for|given|with|and|but|or|in|on|at|because)\b)\p{L}/iu,
    },
    // Somebody's plan or choice has to be in it: a language can be difficult for technical reasons too.
    {
      hit: /^(?:for|due to|because of|owing to|given|on account of)\s/iu,
      sentence: anyCase`^(?![^]*\b(?:we|us|our|I|dropped|left out|cut|removed|postponed|delayed|deferred|rejected|later|can't|cannot|
            isn't|won't|not (?:possible|included|supported|feasible|done|built|part)|out of scope|descoped|de-scoped|
            engineering|engineers|devs|developers|the team)\b)`,
    },
    { sentence: LINKED },
    { sentence: ASKS },
    { sentence: TIMED },
    { sentence: /\b(?:interviews?|usability|survey|respondents)\b/iu },
    // "Not hard", "no longer complicated".
    {
      sentence: anyCase`\b(?:not|n't|no longer|never|less)(?: (?:that|so|too|very|really|all that|as))? (?:hard|
            difficult|complex|complicated|tricky|expensive|costly|risky|challenging|painful|
            a (?:problem|challenge))\b`,
    },
    // "Hard limit", "hard drive".
    {
      hit: /hard$/iu,
      after: anyCase`^[\s-]+(?:limits?|stops?|caps?|deadlines?|drives?|disks?|cop(?:y|ies)|cod\w+|ceilings?|
            resets?|refresh\w*|deletes?|requirements?|constraints?|fail\w*|links?|skills|hats?|
            numbers?)\b`,
    },
    // Hard to use is what users meet, hard to build is what this is about.
    {
      after: anyCase`^\s+(?:for (?!us\b|our|eng|dev|tech|back|the (?:team|dev|eng|back|arch))\p{L}|
            to (?!build|do\b|implement|chang|add|support|make|get|fix|deliver|ship|undo|estimate|
            maintain|scale|test|migrat|combine|integrat|keep|develop|combin|cod|handle|have|pull|
            provide|offer|allow|hit|meet|put|change|extend|touch|finish|achiev|say|tell|
            predict)\p{L}+)`,
    },
  ],
};
