/**
 * English: how product and engineering people say the things that PRD401–PRD407 ask about. Words only; `Language`
 * explains the notation. Lists are grouped by the rule that they serve.
 */
import type { Language } from "./language.ts";

/** Days, months and the like: they say when. */
const WHEN =
  /\d{4}|\b(?:january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last (?:week|month|quarter|sprint|year|cycle|spring|summer|autumn|winter)|(?:in|at|during|after) (?:the|our|an?|this|last|yesterday's|today's)(?: [\p{L}'’-]+){0,3} (?:meeting|sync|workshop|review|retro|retrospective|call|kick-?off|planning|session|interview|offsite|stand-?up|demo))\b/iu;

/** A mention of an option, constraint, disagreement or question: the conversation exists, and here is where. */
const LINKED = /\b(?:[ACDEFQ]-?\d+|see [A-Z]{1,5}-?\d+)\b/u;

/** A number that somebody could test or plan with; ids, versions behind a letter and p95 are none. */
const NUMBER =
  /(?<![\p{L}\d_.])(?<!\p{Lu}-)\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|million|half|twice|zero)\b/iu;

/** What it would take: a condition, or a number beside a word for spending it ("three weeks" alone may be the problem). */
const PRICED =
  /\b(?:unless|would (?:take|need|cost|require|mean)|it (?:takes|needs|costs|requires))\b|\b(?:tak(?:e|es|ing)|took|costs?|costing|needs?|requires?|spend|spent|pay|price|budget|effort|extra|estimated?|estimates)\b[^]{0,80}?(?:\d|\b(?:an?|one|two|three|four|five|six|eight|ten|twelve) (?:\p{L}+ )?(?:hours?|days?|weeks?|months?|sprints?|quarters?|years?|engineers?)\b)|\b\d+ ?[dwm]\b|[€$£]\s?\d/iu;

/** How long it takes, in a number: "it would take forever" says nothing of the kind. */
const TIMED =
  /\b(?:tak(?:e|es|ing)|took|costs?|costing|needs?|requires?|effort|extra|estimated?|estimates)\b[^]{0,80}?(?:\d|\b(?:an?|one|two|three|four|five|six|eight|ten|twelve) (?:\p{L}+ )?(?:hours?|days?|weeks?|months?|sprints?|quarters?|years?|engineers?)\b)|\b\d+ ?(?:[dwm]\b|(?:person|engineer|man)-?(?:days|weeks|months))/iu;

/** A question asks; it tells no story. */
const ASKS = /\?["”’»)\]]*\s*$/u;

/** Somebody wanted to know, or learned: then the story has its evidence. */
const LEARNED =
  /\b(?:learned|learnt|interviews?|research|experiment|prototype|pilot|usability|we found|found out|turned out|data (?:shows|showed)|feedback from|because (?:users|customers))\b/iu;

/** What follows is a case, not a claim. */
const CONDITION = /\b(?:if|when|whenever|where|in case|unless|whether|once|as soon as)\b[^,;:]*$/iu;

/** An owner and a date in one sentence make a placeholder a question that somebody answers. */
const OWNED =
  /^(?=[^]*(?:@[\p{L}\d]|\bby (?:\p{Lu}|the \p{L})))(?=[^]*(?:\b\d{4}-\d\d-\d\d\b|\b(?:Q[1-4]|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday)\b))/u;

/** People or things in the plural, and none of the sides: whom "they" then means. */
const OTHERS =
  /^(?![^]*\b(?:product|engineering|eng|engineers|devs|developers|PMs|POs|managers|management|designers|design|QA|marketing|sales|leadership|stakeholders|teams?)\b)[^]*\b(?!(?:always|this|is|was|as|us|has|does|its|thus|unless|perhaps|besides|sometimes|yes|times|days|weeks|months|meetings|questions|estimates|deadlines|bugs|tickets|specs)\b)(?:\p{L}{2,}[^s\P{L}]s|people|children|staff|everyone|everybody)\b/iu;

/** Words between a subject and its verb. */
const AUX =
  "has|have|had|is|are|was|were|just|then|also|now|really|actually|still|simply|sometimes|often|already|has_already|have_already|seems_to|seem_to|tends_to|tend_to|will|would";

export const english: Language = {
  abbreviations: [
    "e.g",
    "i.e",
    "etc",
    "vs",
    "cf",
    "approx",
    "resp",
    "incl",
    "excl",
    "mr",
    "mrs",
    "ms",
    "dr",
    "t.b.d",
    "t.b.c",
    "t.b.a",
  ],

  lists: {
    // Engineering as others call it, and as it calls itself.
    eng: [
      "{|the |our |your |their }{engineering|eng|engineers|devs|developers|dev|development|back-end|front-end|architects|techies|coders|SREs|devops}",
      "{the|our|an|one|your} {engineer|developer|architect|CTO|dev}",
      "engineer",
      "architecture",
      "{|the |our |their |your }{engineering|eng|dev|development|tech|technical|platform|infra|infrastructure|back-end|front-end|mobile|web|data|API|core|search|iOS|android|security|delivery|SRE|devops|scrum|product engineering|payments|database|architecture} {team|teams|folks|people|guys|side|department|org|lead|leads|lead's|manager}",
      "{the|our} {team|tech lead|tech leads|lead engineer|lead developer}",
      "CTO",
      "tech",
      "IT",
    ],
    // How a statement is attributed to them.
    say: [
      "{say|says|said|saying|tell|tells|told|telling|think|thinks|thought|claim|claims|claimed|insist|insists|insisted|warn|warns|warned|believe|believes|believed|feel|feels|felt|reckon|reckons|reckoned|argue|argues|argued|maintain|maintains|maintained|flag|flags|flagged|call|calls|called|consider|considers|considered|mention|mentions|mentioned|reply|replies|replied|answer|answers|answered|explain|explains|explained|suspect|suspects|assume|assumes|assured|informed|indicated|indicates|concluded|worry|worries|worried|fear|fears|complain|complains|complained|swear|swears|push back|pushes back|pushed back|pushing back|respond|responds|responded|repeat|repeats|repeated|estimate|estimates|estimated|decided|view|views|rate|rates|rated|judge|judges|sure|convinced|adamant|guess|guesses|made clear|made it clear|comes back|came back|come back}",
      "according to",
      "their {answer|reply|response|verdict|view|line}",
    ],
    // Difficulty without an option, a time or a reason.
    hard: [
      "{hard|harder|hardest|tough|tougher|tricky|trickier|difficult|difficulty|complex|complexity|complicated|non-trivial|nontrivial|challenging|challenge|expensive|costly|painful|nightmare|messy|hairy|risky|nasty|gnarly|daunting|laborious|cumbersome|rocket science|heavy|heavier|intricate|troublesome|problematic|thorny|brutal|huge|massive}",
      "{not|isn't|wasn't|won't be|wouldn't be|never|hardly|anything but|far from|not at all} {|that |so |as |an |a |very |exactly |really |just an |just a |quite |going to be |gonna be }{easy|simple|trivial|straight-forward|quick|cheap|small|light}",
      "no {small|easy|quick|simple|trivial} {|little }{task|feat|job|fix|change|way|thing|matter|win}",
      "not {|quite |really }as {easy|simple|quick|trivial|straight-forward|small} as",
      "{easier|simpler} said",
      "{big|huge|heavy|massive|major|large|significant|enormous|serious|substantial|giant|considerable|non-trivial|bigger|heavier|larger} {lift|effort|undertaking|job|change|project|piece of work|refactor|refactoring|rewrite|chunk of work|ask|task|investment|challenge|risk|deal|headache|beast}",
      "{too much|a lot of|lots of|loads of|tons of|a ton of|so much|so many|too many|considerable|significant|a great deal of|an awful lot of|heaps of|a mountain of|plenty of} {work|effort|development|engineering|dev work|unknowns|moving parts|dependencies|changes|complexity|risk|rework|hours|man-hours|overhead}",
      "{take|takes|taking|took|need|needs|cost|costs} {too long|forever|ages|months|a long time|a while|way too long|quite some time|an eternity|a lot of time|too much time|weeks|too much}",
      "{months|weeks|years} of {work|effort|development}",
      "{pain|headache|can of worms|rabbit hole|monster|beast|minefield|heavy lifting|uphill battle|mess|steep|over-engineered|deep change|deep changes|spaghetti}",
      "{lot|bit} {bigger|more work|more involved}",
      "{more|very|too|so|quite|pretty|really} involved",
      "more {work|effort} than",
      "technical {reasons|limitations|difficulties|hurdles|complexity|challenges|obstacles|debt}",
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
      "not {|really |exactly }{an easy|a simple|a small|a trivial|a quick|a straight-forward} {change|fix|thing|one|task|feature|problem|job|ask|request|lift}",
      "no {easy|small|simple|trivial|quick|mean} {task|feat|change|fix|thing|job|lift}",
    ],
    much: [
      "{too|very|way too|prohibitively|quite|just too|simply too|really} {high|big|large|great|much}",
      "not {worth|worth it|justified}",
      "{prohibitive|excessive|out of proportion}",
    ],
    // Difficulty in whole expressions.
    hurdle: [
      "{architecture|codebase|code base|stack|data model|legacy code|old code} {just |simply |really |currently |}{doesn't|does not|won't|wouldn't|can't|cannot|isn't|is not|was never|wasn't|was not|makes} {really |just |simply |even |currently |}{allow|support|permit|built for|designed for|made for|let us|set up for|meant for|ready for|up to|it hard|this hard|that hard|it difficult|this difficult}",
      "{can't|cannot|can not} {just|simply} {add|change|put|flip|switch|bolt|throw|rename|hook|plug|build|toggle|slap|turn on} {a|an|another|one|it|this|that|in|on}",
      "{would|will|it'd|it'll|that'd} {|probably |basically |also |then }{mean|require|involve|need|take} {|basically |completely |practically |probably }{rewriting|re-writing|a rewrite|a full rewrite|a complete rewrite|a total rewrite|rebuilding|re-architecting|ripping out|redoing}",
      "harder than it {looks|seems|sounds}",
    ],
    // Reasons that name no reason.
    excuse: [
      "{for|due to|because of|owing to|given|on account of} {|some |purely |various |certain |the |our }{technical|architectural|engineering} {reasons|limitations|constraints|difficulties|complexity|challenges|debt}",
    ],
    // "It is", in all its contractions.
    itis: [
      "{it|this|that|which} {is|was|would be|will be|sounds|looks|seems|might be|could be|gets|remains|turns out to be|is going to be}",
      "{it's|that's|this'll be|it'll be|that'd be|it'd be|which'd be}",
    ],

    // Product as others call it; "they" and "we" need the thing that changes beside them.
    product: [
      "product",
      "{|the |our }{product {team|management|manager|managers|owner|owners|side|people|folks|guys|org|department}|PMs|POs|product managers|product owners|business side|business people|business folks|stakeholders|management|leadership}",
      "{the|our} {PM|PO|business|product manager|product owner}",
      "{PM|PO}",
    ],
    people: ["{they|we|you|people|everybody|everyone|somebody|someone|nobody}"],
    // What product is said to change.
    requirement: [
      "{|the |our |their |its |these |all }{requirements|requirement|scope|spec|specs|specification|specifications|priorities|goal-posts|brief|roadmap|acceptance criteria|PRD|feature list|definition of done|mind|minds}",
      "{the|their|our} {ask|asks|direction|priority|backlog|goals}",
      "what {they want|we want|it wants|we need|they need|is wanted|product wants}",
    ],
    change: [
      "{change|changes|changed|changing|re-prioritise|re-prioritises|re-prioritised|re-prioritize|re-prioritizes|re-prioritized|shuffled|re-shuffling|move|moves|moved|moving|shift|shifts|shifted|shifting|rewrite|rewrites|rewrote|rewritten|rewriting|evolve|evolves|evolving|grows|grew|growing|grown|different|flip-flop|flip-flops|flip-flopped|pivot|pivots|pivoted|reverse|reversed|revised|redefined|redefine|redefines|reshuffled|reshuffles|reshuffle|re-opened|creeps|creeping|crept|wobbles|drifts|drifted|drifting|mutates|turned upside down}",
    ],
    // The words that make one change a habit.
    again: [
      "{again|constantly|always|continually|continuously|endlessly|perpetually|forever|repeatedly|daily|weekly|permanently|incessantly}",
      "{all the time|every time|each time|once more|once again|yet again|over and over|back and forth|a lot|non-stop|at the last minute|last minute|last-minute|mid-sprint|mid-flight|midway|half-way|all over the place|like the weather|like the wind|without end|under us|under our feet|on a whim|at will|as we go|on the fly|nearly every|out from under us|for the umpteenth time|no end|in flight|under way|beneath us|on us}",
      "every {|single |other |few |couple of }{day|days|week|weeks|sprint|month|months|meeting|morning|time|review|demo|call|monday|friday|iteration|cycle|standup|conversation|quarter|planning|minute|hour}",
      "{two|three|four|five|several|many|multiple|so many|countless|a few|dozens of|a dozen|umpteen|a hundred|too many} {times|changes}",
      "from {one|day|week|meeting|sprint} {day|week|meeting|sprint|to}",
      "{after|before|while|when|once|whenever|as soon as} we {|have |had |are |were |had already |have already |already |only just |just |finally }{started|start|begin|began|built|build|finish|finished|estimate|estimated|ship|shipped|commit|committed|nearly|almost|half}",
    ],
    keep: [
      "{keep|keeps|kept} {on |}{changing|moving|shifting|rewriting|adding|flip-flopping|growing|evolving|creeping|redefining|reshuffling|pivoting|swapping|wobbling|drifting|revising|expanding|inventing|asking|coming|reopening|switching|making|bringing|throwing|sneaking|piling|mutating|slipping|sliding|tweaking|jumping|wavering|turning}",
      "{won't|doesn't|don't|never|can't|didn't|not|cannot} {stop|quit|stops|stopped} {changing|moving|shifting|adding|rewriting}",
      "{cannot|can't|doesn't|don't|won't|never|never seems to|never seem to|refuses to} {leave|stick to|stick with|sticks to|sticks with|settle on|settles on|hold still|stand still|sit still|stay put|stays put|commit to}",
    ],
    undecided: [
      "{can't|cannot|couldn't|won't|doesn't|don't|never} {ever |really |seem to |actually |just |even |}{decide|make up {their|its|your|our|his|her} {mind|minds}|know what {they|it|we|you} {want|wants|need|needs}|knows what {they|it} {want|wants|need|needs}|settle on {anything|one thing|something}}",
      "has no idea what {they|it} {want|wants}",
      "have no idea what they want",
      "no idea what they want",
    ],
    // Whole expressions.
    changing: [
      "{moving|moved|shifting|moves|move} {the|our} goal-posts",
      "goal-posts {|have |has |had |keep |are |were |just |got }{|just |already |been }{moved|moving|shifted|shifting|move|shift}",
      "the {third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|umpteenth|nth|hundredth} {|new |different }{version|draft|iteration|revision|rewrite|round} of the {requirements|spec|specs|PRD|brief|story|scope}",
      "{requirements|spec|specs|scope|priorities} {churn|chaos|roulette|ping-pong|whiplash|thrash|volatility|instability}",
      "{another|one more|yet another|the next|the latest} {change of mind|change of heart|change of plan|change of direction|u-turn|pivot|requirements change|scope change|change of scope|change of requirements|change in requirements|change to the requirements|change to the scope|change to the spec|last-minute change|change request from product|change from product|new requirement from product}",
      "scope creep {again|all over again|once more|once again|every}",
      "{constant|constantly|endless|ever|continuous|perpetual|permanent|incessant|never-ending} {changing|changes of|scope changes|requirement changes|requirements changes|scope creep|pivots|shifting|change of} {requirements|scope|priorities|mind|specs|by product|from product|plan}",
      "{constant|endless|continuous|perpetual|never-ending|ever-changing|constantly changing} {scope changes|requirement changes|requirements changes|scope creep|pivoting|pivots|requirements|specs|priorities|scope}",
      "new requirements {keep|every|all the time|again|each}",
      "{changes|changed|change|changing} {their|its|your|our|his|her} {mind|minds} {|once |yet |every |all |}{again|time|week|day|sprint|the time|more|constantly|halfway|about}",
      "{always|constantly|forever|again|keep|keeps} {changing|changed} {their|its|your|our} {mind|minds}",
    ],
    target: ["moving {target|targets}", "flavour of the {week|month|day}", "flavor of the {week|month|day}"],

    // A verb that requires something.
    must: [
      "{must|should|shall|will|can|mustn't|shouldn't|ought to}",
      "{need|needs|needed|have|has|required|expected|supposed|meant|is|are} to",
      "{needs|need} {a|an|some}",
      "{requires|require}",
    ],
    // Words that two people would test differently.
    vague: [
      "{fast|faster|quick|quicker|quickly|rapid|rapidly|swift|swiftly|speedy|snappy|snappier|responsive|performant|zippy|instant|instantly|instantaneous|instantaneously|timely|promptly|slow|slowly|blazing|blazingly|lightning-fast|laggy|sluggish}",
      "{real-time|near-real-time|take too long|takes too long}",
      "{as {soon|fast|quickly|early|little|few|much|often|close|small|simple|easy|low|short} as {possible|practical|practicable|reasonable|we can|feasible}|ASAP|asap|right away|in no time|in good time|in a timely {manner|fashion|way}|before long|without {delay|undue delay|noticeable delay|lag|friction|hassle|effort|much effort|problems}|at scale|high {performance|availability|throughput|scalability|load}|highly {available|scalable|performant|reliable}}",
      "{scalable|scale well|scales well|robust|robustly|reliable|reliably|stable|resilient|rock-solid|bullet-proof|fault-tolerant|durable|maintainable|extensible|future-proof|efficient|efficiently|optimal|optimally|optimized|optimised|well-tested|testable}",
      "{easy|easier|easily|effortless|effortlessly|simple|simpler|simply|intuitive|intuitively|user-friendly|friendly|self-explanatory|seamless|seamlessly|smooth|smoothly|frictionless|painless|painlessly|hassle-free|flexible|flexibly|modern|sleek|slick|clean|cleaner|nice|nicely|beautiful|delightful|pleasant|elegant|attractive|appealing|engaging|natural|ergonomic|convenient|conveniently|comfortable|comfortably|usable|well-designed|polished|unobtrusive|straight-forward|obvious|familiar|professional|enjoyable|good-looking}",
      "{reasonable|reasonably|acceptable|acceptably|adequate|adequately|sufficient|sufficiently|appropriate|appropriately|suitable|suitably|proper|properly|correctly|graceful|gracefully|sensible|sensibly|decent|good|great|better|excellent|outstanding|superior|powerful|lightweight|light-weight|minimal|minimally|minimize|minimise|maximize|maximise|negligible|cheap|affordable|cost-effective|secure enough|good enough|fast enough|small enough|state-of-the-art|world-class|best-in-class|first-class|top-notch|high-quality|high quality|best practices|industry standard|enterprise-grade|production-ready|significant|significantly|substantially|considerably|noticeably|drastically|dramatically|meaningfully|frequently|regularly|periodically|occasionally|from time to time|as {needed|required|necessary|appropriate}|where {possible|appropriate|necessary|applicable}|when {possible|appropriate|necessary|needed}|if {possible|necessary|needed|appropriate}|and so on|and the like}",
      "{secure|safe|safely|securely}",
    ],
    // Amounts and levels: vague only beside certain verbs ("must handle many users", "must stay low").
    amount: [
      "{many|several|few|some|lots of|a lot of|large|huge|big|massive|a large {number|amount|volume} of|large {numbers|amounts|volumes} of|high {numbers|volumes} of|a high {number|volume} of|numerous|plenty of|thousands of|millions of|hundreds of|more|all kinds of|all sorts of|most|heavy|high|peak|increased|growing|increasing|unlimited|very large|very big|any {number|amount|size}}",
    ],
    level: [
      "{low|lower|lowest|high|higher|small|smaller|short|shorter|light|minimum|brief|large enough|small enough|as low|tiny|cheap|up-to-date|current|fresh|recent|available|under control|within limits|in check|manageable|compact|consistent|strong|well|competitive|normal|usual|stable}",
    ],
    handle: [
      "{handle|support|cope with|deal with|process|serve|scale to|scale for|scale with|work with|work for|accept|import|export|load|store|manage|sustain|withstand|survive|allow|display|render|accommodate|host|take}",
    ],
    stay: [
      "{be|stay|remain|be kept|keep|feel|look|run|perform|behave|work|have|take|become|get|respond|load|start|not take|scale|use|consume|happen|not be|come}",
    ],
    measure: [
      "{latency|memory|CPU|memory use|memory usage|overhead|cost|costs|load|bandwidth|footprint|response time|response times|loading time|loading times|load times|load time|start-up|startup time|delay|delays|downtime|error rate|risk|traffic|impact|battery use|battery drain|quality|performance|uptime|availability|throughput|usage|use|effort|size|wait|waits|waiting time|waiting times|time|times|number|volume|consumption|price|prices|noise|resolution}",
    ],

    // Something that is not written yet.
    placeholder: [
      "{tbd|tbc|tba|t b d|t b c|t b a|TODO|FIXME|XXX|lorem ipsum}",
      "to be {decided|determined|defined|confirmed|agreed|agreed on|agreed upon|discussed|clarified|specified|finalised|finalized|worked out|announced|settled|fleshed out|figured out|sorted out}",
      "{still|yet} to be {written|completed|detailed|answered|investigated|estimated|refined|chosen|named|provided|documented|described|filled in|filled out|added|designed|found|tested|done}",
      "{still|yet} {need|needs|have|has|had} to {|be }{decide|decided|define|defined|determine|determined|agree|agreed|clarify|clarified|specify|specified|confirm|confirmed|figure out|figured out|work out|worked out|find out|settle|settled|discuss|discussed}",
      "{yet|still|remains|remain|left} to {decide|determine|define|confirm|agree|agree on|discuss|clarify|specify|finalise|finalize|work out|figure out|be seen|find out|sort out}",
      "{not|isn't|aren't|hasn't been|haven't|hasn't|haven't been} {yet |been |quite |fully |}{decided|determined|defined|agreed|specified|finalised|finalized|settled|worked out|figured out|fleshed out} {yet|so far}",
      "not yet {decided|determined|defined|known|clear|agreed|specified|final|finalised|finalized|settled|written|confirmed|worked out|chosen|fixed|estimated|documented}",
      "{still|currently|as yet} {undecided|open|unclear|unknown|undefined|undetermined|unresolved|unspecified|under discussion|being discussed|in discussion|up in the air|up for discussion|up for debate|to come|missing}",
      "{details|numbers|figures|copy|text|wording|specifics|rest|list|screens|mockups|designs|exact numbers} {|are |is |will |still |will be |}{to follow|to come|follow later|follows later|coming later|coming soon|added later|pending|later}",
      "{more|details|numbers|figures|specifics|rest} {to come|to follow}",
      "to {come|follow} {later|soon|shortly}",
      "{up in the air|anyone's guess|fill {this|me|it|that} in|fill in {later|the details|the rest|the numbers|here}|{insert|put|add} {|a |the |some |more }{number|text|copy|details|link|name|value|screenshot|date|figures|numbers} here|needs more thought|needs some thought|needs further discussion|needs discussion|needs more detail|needs to be fleshed out|needs fleshing out|needs input|to think about|number to come|cross that bridge|open for now|blank for now}",
      "{don't|do not|doesn't} {know|have {|the |a |an |any }{number|numbers|figure|figures|details|answer}} yet",
      "not sure yet",
      "no idea yet",
      "???",
    ],
    // "We will … later."
    postpone: [
      "{figure out|work out|decide|determine|define|specify|clarify|sort out|fill in|add|discuss|come back to|think about|document|write|find out|flesh out|get back to|settle|see|revisit|agree on|agree|detail|check|confirm|describe|look into|figure|sort|iron out|pin down}",
    ],
    postponed: [
      "{decided|defined|specified|figured out|worked out|discussed|clarified|detailed|determined|sorted out|fleshed out|agreed|settled|addressed}",
    ],
    later: [
      "{later|later on|eventually|at some point|some day|in due course|down the road|down the line|another time|when we get there|once we get there|as we go|afterwards|in time|along the way}",
    ],

    // "Impossible", said as if it were the whole answer.
    verdict: [
      "{not|isn't|wasn't|aren't|never|hardly|won't be|wouldn't be|not at all|not really} {|a |an |technically |really |at all |even |simply |just |currently |realistically |going to be |remotely |economically |commercially }{feasible|doable|viable|workable|achievable|realistic|practicable|buildable|implementable|tenable}",
      "{infeasible|unfeasible|unworkable|unachievable|unrealistic|undoable|non-viable|unbuildable|unimplementable}",
      "{can't|cannot|can not|could not|couldn't|can never|won't} {|ever |really |simply |just |technically |possibly |realistically }be {done|built|implemented|achieved|made to work|engineered}",
      "{out of the question|non-starter|no-go|dead on arrival|off the table|pipe dream|lost cause|wishful thinking|science fiction|mission impossible|not in the cards|not on the cards|not happening|not going to happen|not gonna happen|never going to happen|never gonna happen}",
      "{technically|architecturally|physically|simply|just|utterly|absolutely|flat-out|completely|plain|totally|downright} impossible",
      "no {|feasible |possible |technical |realistic |sane |reasonable |earthly |good }way {to|we can|we could|for us to|we are going to|we're going to|we will|we'll|engineering can} {|possibly |ever }{do|build|make|implement|support|deliver|ship|achieve|pull off|get}",
      "no chance of {doing|building|making|getting|shipping|delivering}",
      "{a|is a|was a} {hard|flat|firm|clear|straight|resounding} no",
      "{not|isn't|nothing} {|something |anything |a thing }{we|our team|engineering|the team} can {build|do|support|deliver|offer|ship|make}",
      "{no can do|can't do {it|this|that}|cannot do {it|this|that}|no way {this|that|it} {can|will|works|is}}",
    ],
    wontwork: [
      "{won't|will not|can't|cannot|will never|could never|would never|is never going to|isn't going to|is not going to|not going to|wouldn't} {ever |just |simply |possibly |realistically |}{work|fly|scale|happen|be possible|hold up}",
    ],
    possible: [
      "{impossible|not possible|isn't possible|not technically possible|wasn't possible|not currently possible|not even possible}",
    ],
    impossible: ["impossible"],
    build: [
      "{build|implement|deliver|ship|develop|engineer|migrate|scale|achieve|do {this|that|it}|get {this|that|it}|make {this|that|it} {work|happen}}",
    ],
    // What "we cannot do" needs beside it.
    thing: ["{it|this|that|these|those|offline|realtime|real-time|what product|what you|what they|such}"],
    cannot: [
      "{can't|cannot|can not|couldn't|won't be able to|are unable to|is unable to|not able to|wouldn't be able to}",
    ],

    // Decisions without anybody who made them.
    agentless: [
      "it {was|has been|had been|was also|was then|was later|was already|was therefore|was finally|was eventually|was ultimately|was subsequently|has since been|has already been|has now been|was previously|was recently|was mutually|was generally|was collectively|was jointly|was instead|was simply|had already been} {decided|agreed|agreed upon|determined|concluded|resolved|settled|deemed|ruled|ordained|mandated|decreed|felt|judged|considered best|considered better|thought best|thought better}",
      "it's {been |already been |since been |now been |}{decided|agreed|determined|concluded|settled}",
      "{a|the|this|that|some|one|final|another|no} {final |joint |collective |conscious |deliberate |strategic |difficult |hard |tough |}{decision|choice} {was|has been|had been|was then|was later|was finally|was already|has already been|had already been|has now been|got|was eventually|was ultimately} {made|taken|reached}",
      "{decision|decisions} {was|were|have been|has been|had been|were then|got} {made|taken|reached} {to|that|not|on|about|against|for|early|earlier|already|at|above|elsewhere}",
      "{|a |the |general |broad |rough }{consensus|agreement|compromise} {was|has been|had been|is|was finally} {reached|found|made}",
      "{as|like} {|was |previously |already |earlier |}{agreed|decided|discussed|aligned|agreed upon|agreed on|agreed earlier|discussed earlier|agreed before|discussed before}",
      "{|was |were |been |got |is now |are now |is |are |be }{descoped|de-scoped|de-prioritised|de-prioritized}",
      "{was|were|has been|have been|got|had been|was already|were already|was later|was finally|was eventually|was therefore|been} {|already |later |also |finally |eventually |therefore |deliberately |}{ruled out|taken out of scope|moved out of scope|put out of scope|pushed out of scope|removed from scope|removed from the scope|cut from {|the |this |our }{scope|plan|release|MVP|roadmap|first version|v1}|dropped from {|the |this |our }{scope|plan|release|MVP|roadmap|first version|v1}|left out of {|the |this |our }{scope|plan|release|MVP|roadmap|first version|v1}|taken off the roadmap|struck from the plan|signed off on|agreed upon|green-lit|greenlighted|greenlit|vetoed|pushed {back |out |}to {a later|the next|another|next|phase}|moved to {a later|the next|another|next} {phase|release|quarter|version|cycle|sprint|milestone}|kicked down the road|put on ice|put on the back burner|back-burnered}",
      "{apparently|it seems|it appears|someone|somebody|people|they|higher up|the powers that be} {|have |has |already |}{decided|agreed}",
      "{has|have|had} {already |since |now |}been {decided|agreed} {to|that|not|on|against|already|elsewhere|above|internally|upstairs}",
      "the {powers that be|higher-ups}",
    ],
    // What projects decide about, as opposed to what products do.
    matter: [
      "{scope|approach|architecture|deadline|launch date|release date|timeline|priority|priorities|direction|strategy|solution|MVP|feature set|tech stack|framework|database|roadmap|requirement|requirements|trade-off|rollout|pilot|feature freeze|design}",
    ],
    decided: [
      "{decided|agreed|agreed upon|agreed on|settled|approved|signed off|locked|locked in|locked down|chosen|selected|rejected|dropped|cancelled|canceled|parked|postponed|frozen|picked|abandoned|discarded|finalised|finalized|scrapped}",
    ],
    was: [
      "{was|were|has been|have been|had been|got|was already|were already|has already been|have already been|was then|was later|was finally|was eventually|was also|been}",
    ],

    // The other side, as a story tells it. Roles that use products as often as they make them (support, legal,
    // finance) are only here as teams.
    side: [
      "{|the |our |those |these |all |most |some }{engineering|eng|engineers|devs|developers|PMs|POs|product managers|product owners|product people|product folks|designers|UX|QA|testers|architects|marketing|marketers|management|leadership|stakeholders|executives|execs|sales|sales people|SREs}",
      "{product|design|dev|legal|IT|ops}",
      "{the|our|that|your} {PM|PO|engineer|developer|dev|designer|architect|CTO|CEO|CPO|VP|business|other side|other team|tech lead|team lead|engineering side|product side|product manager|product owner}",
      "{|the |our }{product|engineering|dev|platform|back-end|front-end|infra|mobile|data|sales|design|marketing|security|legal|QA|ops|tech|support|finance} {team|teams|people|folks|guys|lead|leads|side|org|department|managers}",
    ],
    they: ["{they|those people|these people|those guys|these guys|that lot|you guys}"],
    never: [
      "{never|never ever|never once|never really|never actually|never even|rarely|seldom|hardly ever|never seem to|never seems to}",
    ],
    always: [
      "{always|only ever|forever|constantly|invariably|always just|always only|as usual|once again|perpetually|endlessly|consistently|keep|keeps|always seem to|always seems to|only|simply|just|as always|every single time|again and again|will always|would always}",
    ],
    // What a side that "never" does it would do for the other one; machines and users do other things.
    deed: [
      "{promise|promises|promised|ask|asks|asked|say|says|said|listen|listens|listened|read|reads|{have|has|had|got} {|the |any |enough }time|give|gives|gave|given|come|comes|came|tell|tells|told|understand|understands|understood|get it|gets it|get back|gets back|deliver|delivers|delivered|finish|finishes|finished|reply|replies|replied|respond|responds|responded|answer|answers|answered|know|knows|knew|think|thinks|thought|test|tests|tested|involve|involves|involved|consult|consults|consulted|explain|explains|explained|write|writes|wrote|document|documents|documented|decide|decides|decided|show up|shows up|showed up|build|builds|built|ship|ships|shipped|fix|fixes|fixed|help|helps|helped|do|does|did|estimate|estimates|estimated|try|tries|tried|agree|agrees|agreed|accept|accepts|consider|considers|considered|look at|looks at|bother|bothers|bothered|talk|talks|talked|start|starts|share|shares|shared|warn|warns|warned|check|checks|checked|follow|follows|plan|plans|planned|trust|trusts|trusted|respect|respects|commit|commits|committed|mention|mentions|mentioned|review|reviews|reviewed|attend|attends|join|joins|joined|learn|learns|learned|let|lets|hear|discuss|discusses|meet|meets|see the|sees the|see why|sees why|make|makes|made|want|wants|wanted|care|cares|cared|admit|admits|admitted|prioritise|prioritises|prioritize|prioritizes|invite|invites|invited|speak|speaks|stick|sticks|keep|keeps|hit|hits|update|updates|updated|raise|raises|raised|say no|says no|push back|pushes back|change|changes|compromise|compromises|pay|pays|work|works|have a|has a|set|sets|need|needs|put|puts|take|takes|took|use|uses|used|seem to|seems to|turn up|turns up|leave|leaves|stop|stops}",
    ],
    // What a side "always" does to the other one.
    gripe: [
      "{want|wants|wanted|promise|promises|promised|promising|ask|asks|asked|asking|say|says|said|saying|tell us|tells us|complain|complains|complained|complaining|ignore|ignores|ignored|ignoring|forget|forgets|forgot|forgetting|come|comes|came|coming|push|pushes|pushed|pushing|block|blocks|blocked|blocking|refuse|refuses|refused|refusing|blame|blames|blamed|blaming|need|needs|expect|expects|expected|demand|demands|demanded|demanding|throw|throws|threw|throwing|dump|dumps|dumped|dumping|{find|finds|found|have|has|invent|invents|make|makes|making|come up with|comes up with} {a |an |another |some |}{reason|reasons|excuse|excuses|problem|problems|way|ways|something}|know better|knows better|think they know|over-promise|over-promises|over-promised|over-promising|under-estimate|under-estimates|under-estimated|over-estimate|over-estimates|over-complicate|over-complicates|over-engineer|over-engineers|pad|pads|padding|sandbag|sandbags|stall|stalls|drag|drags|dragging|resist|resists|invent|invents|inventing|change|changes|changed|changing|drop|drops|dropped|let us down|lets us down|letting us down|take forever|takes forever|take ages|takes ages|take too long|takes too long|leave us|leaves us|rewrite|rewrites|rewriting|interrupt|interrupts|interrupting|rush|rushes|rushing|cut corners|cuts corners|moan|moans|moaning|whine|whines|skip|skips|skipping|miss|misses|missed|missing|gold-plate|gold-plates|do what|does what|do whatever|does whatever|treat|treats|treating|think|thinks|thought|care|cares|assume|assumes|add|adds|adding|decide|decides|deciding|go behind|goes behind|start without|starts without|hide|hides|hiding|worry about|worries about|prefer|prefers|put|puts|argue|argues|win|wins|get their|gets its|get what|gets what|get away|gets away|play|plays|fight|fights|fighting|second-guess|second-guesses|micromanage|micromanages|show up late|shows up late|sell|sells|selling|hand us|hands us|talk about|talks about|go for|goes for|look for|looks for|look at|looks at|chase|chases|chasing|love|loves|hate|hates|overrule|overrules|hijack|hijacks|break|breaks|breaking|have other|has other|have something|has something|have better|has better|deliver late|delivers late|delivering late|react|reacts|exaggerate|exaggerates}",
    ],
    being: [
      "{late|busy|wrong|available|happy|satisfied|slow|defensive|surprised|negative|in a hurry|behind|behind schedule|too late|too busy|on time|ready|there when|interested|clear|too slow|optimistic|pessimistic|the bottleneck|the problem|the blocker|to blame|unhappy|blocking|impatient|vague|reasonable|in the room|prepared|responsive|helpful|on board|difficult|honest|open to|willing|right|the same|in a meeting|in meetings|sure|unrealistic}",
    ],
    // Whole expressions.
    story: [
      "over the {wall|fence}",
      "ivory tower",
      "{doesn't|don't|didn't|do not|does not|couldn't|won't} {|even |really |actually |just |ever |seem to |want to |}{care|listen|get it|understand|read|bother|respect|value|trust|help|talk to us|think about|think of|want to know|answer|involve|ask us|tell us}",
      "{refuse|refuses|refused} to",
      "{couldn't|could not|can't|cannot} care less",
      "{only|just} {care|cares|cared|think|thinks|want|wants|look|looks|interested} {about|of|in|at|to|the}",
      "{has|have} no {idea|clue|interest|respect|sense|understanding|feel|appreciation}",
      "{won't|wouldn't|will not|will never|would never} {|even |ever |just }{build|listen|help|give us|tell us|talk|answer|commit|estimate|budge|look at|touch|agree|accept|let us|read|do anything|take|fix|work on|explain|say|share|deliver|ship}",
      "{as usual|as always|like always|as ever|every single time|like every time|business as usual}",
      "{live|lives|living} in {a|an|their|its} {|own }{world|bubble|dream world|fantasy|fantasy world|ivory tower|different world|dream}",
      "{say|says|said} {no|yes} to {everything|anything|all}",
      "{think|thinks|believe|believes} {everything|anything|it's all|it is all}",
      "{out of touch|black box|feature factory|feature factories}",
      "{sell|sells|sold|selling} {things|features|stuff|something|what} {we|that|which}",
      "same old {story|song|thing}",
      "{make|makes|made|making} {things|stuff|it|dates|numbers|deadlines} up",
      "{hate|hates|despise|despises|distrust|distrusts} {us|our|product|engineering|change|deadlines|estimates|the users|users}",
    ],
    stereotype: [
      "{typical|classic} {product|engineering|engineers|devs|developers|PMs|PM|management|sales|product managers|dev|eng}",
    ],
    us: ["{us|our|ours|we|me|my|anyone|anybody}"],
    whenever: ["{every time|every single time|each time|whenever|any time|anytime}"],
  },

  related: { vague: ["amount", "level"], hard: ["lift"], verdict: ["possible"] },

  patterns: {
    PRD401: [
      "ENG ~4 SAY ~9 HARD",
      "SAY ~1 by|from ENG ~9 HARD",
      "according_to|per|as_per ENG ~9 HARD",
      "for engineering|eng|the_team|the_devs|our_engineers|the_engineers|the_dev_team|the_backend_team ~5 HARD",
      "they|everyone|everybody ~2 SAY ~5 ITIS ~3 HARD",
      "they|everyone|everybody ~2 SAY ~3 HARD .",
      "HARD ~4 SAY ENG",
      "HARD ~1 ENG SAY .",
      "^ ENG too|very|quite|really? HARD",
      "ENG weren't|wasn't|isn't|aren't|not|are_not|is_not ~1 keen|happy|comfortable|thrilled|convinced|excited|fond",
      "HARD ~3 according_to|per|says|say|said|as_per|told_by|thinks|think ENG",
      "HARD for|on ENG",
      "ITIS ~3 HARD ~2 for|on ENG",
      "ENG ~3 pushback|push-back|pushed_back|pushes_back|balked|balks|groaned|sighed|shook_their_heads|rolled_their_eyes",
      "pushback|push-back|resistance|groans|sighs ~2 from ENG",
      "ENG SAY|says|said|say no .",
      "from|on the|an|a|our engineering|technical|dev|development|tech|implementation|backend|architecture|architectural|our|engineer's|developer's side|perspective|standpoint|point_of_view|viewpoint|end|angle|view ~7 HARD",
      "HARD ~3 from|on the|an|a|our engineering|technical|dev|development|tech|implementation|backend|architecture|architectural|engineer's|developer's side|perspective|standpoint|point_of_view|viewpoint|end|angle|view",
      "on our|their side|end ~5 HARD",
      "HARD on our|their side|end",
      "HARD for us .",
      "we|i|we've|i've|we'd ~2 said|say|told|explained|mentioned|warned|flagged|saying|telling|repeat|repeated|pointed_out ~7 ITIS ~3 HARD",
      "ITIS ~3 HARD ~3 than it|they|you|product|people|that|this|we|everyone ~1 looks|look|seems|seem|sounds|sound|think|thinks|thought|expected|expect|realise|realize|appears|assume|assumes|imagine|imagines|believe|believes",
      "ITIS ~3 LIFT",
      "technically|architecturally|engineering-wise|tech-wise|development-wise|effort-wise|code-wise|implementation-wise ~3 HARD",
      "HARD technically|architecturally|engineering-wise|tech-wise|code-wise|effort-wise|to_build|to_implement|to_develop|to_code|to_engineer|to_pull_off|to_get_right_technically",
      "EXCUSE",
      "we|i was|were|am|have_been|had_been told ~7 HARD",
      "i'm|we're|we've_been|i've_been|we'd_been|been told ~7 HARD",
      "ENG ~3 worried|concerned|nervous|reluctant|sceptical|skeptical|uncomfortable|hesitant|afraid|wary|scared ~5 HARD",
      "ENG ~3 worried|concerned|nervous|reluctant|sceptical|skeptical|uncomfortable|hesitant|afraid|wary|scared ~4 effort|complexity|risk|risks|workload",
      "ENG don't|doesn't|do_not|does_not|didn't think|believe|like|see|want|recommend ~4 easy|simple|trivial|worth|worth_it|realistic|this|that|it|the_idea",
      "engineering's|eng's|the_team's|dev's|devs'|developers'|engineers'|the_dev_team's|the_backend_team's ~1 estimate|estimates|answer|view|take|response|verdict|feedback|concern|opinion|line ~4 HARD",
      "feedback|answer|word|message|verdict|reply|response|signal|estimate|estimates|news|opinion|pushback ~1 from|of|by ENG ~6 HARD",
      "ITIS ~2 UNEASY",
      "HURDLE",
      "development|engineering|implementation|dev|technical|coding effort|cost|costs|complexity|workload ~2 is|was|would_be|seems|looks|are ~2 HARD",
      "development|engineering|implementation|dev|technical|coding effort|cost|costs|complexity|workload ~2 is|was|would_be|seems|looks|are MUCH",
      "HARD ~2 development|engineering|implementation|dev|coding effort|cost|costs",
      "HARD for|in the_current|our|this architecture|codebase|stack|codebase|data_model|setup",
      "under_the_hood|behind_the_scenes|in_the_code|in_our_code|in_our_codebase|in_the_codebase|in_our_architecture|in_our_system|with_our_architecture|with_our_stack|in_the_legacy_code|in_our_stack ~6 HARD",
      "HARD ~3 under_the_hood|behind_the_scenes|in_our_code|in_our_codebase|in_the_codebase|in_our_architecture|in_our_system|with_our_architecture|with_our_stack|with_the_architecture|with_our_setup|in_our_stack|with_this_architecture|with_this_codebase",
    ],
    PRD402: [
      `PRODUCT ${AUX}? AGAIN ${AUX}? CHANGE ~2 REQUIREMENT`,
      `PRODUCT ${AUX}? KEEP`,
      "REQUIREMENT ~2 KEEP",
      "PEOPLE ~2 KEEP ~3 REQUIREMENT",
      "we ~1 keep|keeps|kept|always|constantly getting|receiving|hearing|get ~2 REQUIREMENT",
      "REQUIREMENT ~2 CHANGE ~5 AGAIN",
      "REQUIREMENT ~2 AGAIN ~2 CHANGE",
      `PRODUCT ${AUX}? CHANGE ~4 AGAIN`,
      `PRODUCT ${AUX}? AGAIN ${AUX}? CHANGE`,
      "PRODUCT has|have? changed_its_mind|changed_their_mind|changed_their_minds|changed_his_mind|changed_her_mind",
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
      "REQUIREMENT ~3 not_stable|unstable|never_stable|volatile|in_flux|fluid|all_over_the_place|never_final|never_done|never_finished|never_settled|never_fixed|not_settled|in_constant_flux",
      "REQUIREMENT ~4 TARGET",
      "chasing|shooting|aiming|aim|building|hitting|hit|chase ~2 TARGET",
      "PRODUCT ~2 wants|want|wanted|asks|asked ~4 AGAIN",
      "PRODUCT ~4 TARGET",
      "ITIS ~3 TARGET",
      "another|new|one_more|yet_another ~2 CHANGE ~3 by|from PRODUCT",
      "another|one_more|yet_another ~1 change ~1 of|in|to REQUIREMENT",
    ],
    PRD403: [
      "MUST ~7 > VAGUE <",
      "MUST ~3 HANDLE ~2 > AMOUNT <",
      "MUST ~2 STAY ~3 > LEVEL < .",
      "MUST ~3 STAY ~1 > LEVEL < ~1 MEASURE",
      "MEASURE ~3 MUST ~2 STAY ~2 > LEVEL <",
    ],
    PRD404: [
      "PLACEHOLDER",
      "we|we'll|let's|i'll|i|somebody|someone|us ~2 POSTPONE ~6 LATER",
      "be POSTPONED ~3 LATER",
    ],
    PRD405: [
      "VERDICT",
      "^ POSSIBLE .",
      "is|are|would_be|remains > IMPOSSIBLE < .",
      "ITIS ~1 POSSIBLE .",
      "POSSIBLE < with|given|in|on|at|today|now|because|due_to|under|within|this|right_now|for_us|for_the_team|on_our our|the|this|current|existing|today's|such",
      "POSSIBLE technically|architecturally|for_us|from_a_technical",
      "POSSIBLE to BUILD",
      "this|that|it|which|idea|approach WONTWORK .",
      "WONTWORK with|given|on|in our|the_current|this|the_existing|today's",
      "we|engineering|the_team|the_devs CANNOT BUILD",
      "we|engineering|the_team|the_devs CANNOT do ~3 .",

      "we|engineering|the_team|the_architecture|our_architecture|our_stack|the_codebase|our_codebase|the_backend CANNOT do|build|support|make|deliver|implement|handle|offer|ship|get|have THING",
    ],
    PRD406: [
      "AGENTLESS",
      "MATTER ~2 WAS ~1 DECIDED",
      "scope|deadline|launch|launch_date|release_date|timeline|milestone|release ~1 WAS ~1 cut|moved|reduced|trimmed|pushed|pushed_back|shifted|extended",
    ],
    PRD407: [
      "SIDE NEVER DEED",
      "SIDE ALWAYS GRIPE",
      "SIDE ALWAYS ~1 DEED ~9 US",
      "SIDE is|are|was|were|has_been|have_been NEVER ~1 BEING",
      "SIDE is|are|was|were|has_been|have_been ALWAYS ~1 BEING",
      "THEY NEVER DEED",
      "THEY ALWAYS GRIPE",
      "THEY ALWAYS ~1 DEED ~9 US",
      "THEY are|were|have_been NEVER ~1 BEING",
      "THEY are|were|have_been ALWAYS ~1 BEING",
      "SIDE ~1 STORY",
      "THEY ~1 STORY",
      "STEREOTYPE .",
      "STEREOTYPE < everything|nothing|no|all|they|never|always|again|first|thing|behaviour|behavior|thinking|move|answer",
      "STORY ~2 SIDE",
      "WHENEVER we|i|you ~7 they|he|she ~2 DEED",
      "WHENEVER we|i|you ~7 SIDE ~2 DEED",
      "WHENEVER we|i|you ~7 they|he|she ~2 GRIPE",
      "WHENEVER we|i|you ~7 SIDE ~2 GRIPE",
      "SIDE has|have NEVER",
      "SIDE has|have ALWAYS GRIPE",
      "everything|it_all|all is|are|has_to_be|must_be ~2 urgent|a_priority|top_priority|important|the_highest_priority|critical ~2 for|to|with SIDE",
      "good_luck ~6 SIDE",
      "you_know how SIDE are|is|works|work|think|thinks|operate",
      "always the_same|the_same_thing|the_same_story ~2 with|from SIDE",
      "as_if|like SIDE ever|cared|cares|would_ever",
      "nobody|no_one|none ~2 SIDE ever|has|have|knows|cares|reads|understands|listens|wants",
    ],
  },

  guards: [
    { code: "PRD401", sentence: LINKED },
    { code: "PRD401", sentence: ASKS },
    { code: "PRD401", sentence: TIMED },
    { code: "PRD401", sentence: /\b(?:interviews?|usability|survey|respondents)\b/iu },
    // "Not hard", "no longer complicated".
    {
      code: "PRD401",
      sentence:
        /\b(?:not|n't|no longer|never|less)(?: (?:that|so|too|very|really|all that|as))? (?:hard|difficult|complex|complicated|tricky|expensive|costly|risky|challenging|painful|a (?:problem|challenge))\b/iu,
    },
    // "Hard limit", "hard drive".
    {
      code: "PRD401",
      hit: /hard$/iu,
      after:
        /^[\s-]+(?:limits?|stops?|caps?|deadlines?|drives?|disks?|cop(?:y|ies)|cod\w+|ceilings?|resets?|refresh\w*|deletes?|requirements?|constraints?|fail\w*|links?|skills|hats?|numbers?)\b/iu,
    },
    // Hard to use is what users meet, hard to build is what this is about.
    {
      code: "PRD401",
      after:
        /^\s+(?:for (?!us\b|our|eng|dev|tech|back|the (?:team|dev|eng|back|arch))\p{L}|to (?!build|do\b|implement|chang|add|support|make|get|fix|deliver|ship|undo|estimate|maintain|scale|test|migrat|combine|integrat|keep|develop|combin|cod|handle|have|pull|provide|offer|allow|hit|meet|put|change|extend|touch|finish|achiev|say|tell|predict)\p{L}+)/iu,
    },

    { code: "PRD402", sentence: LINKED },
    { code: "PRD402", sentence: ASKS },
    { code: "PRD402", sentence: LEARNED },
    { code: "PRD402", sentence: /\b\d{4}-\d\d-\d\d\b/u },
    { code: "PRD402", before: CONDITION },
    // The product that is sold, its pages and lists.
    {
      code: "PRD402",
      hit: /^product\b(?! (?:team|manage|owner|side|people|folks|guys|org|dep))/iu,
      before: /\b(?:the|an?|each|every|any|this|that|same|one|new|old|our|your|their|its|per)\s+$/iu,
    },

    { code: "PRD403", sentence: NUMBER },
    { code: "PRD403", sentence: ASKS },
    // Part of a name: "the fast path", "Simple mode", "fast-forward".
    {
      code: "PRD403",
      hit: /^(?!\p{Lu}+$|as |in |right |at |high|where |when |if |with)/u,
      before: /\b(?:the|this|that|these|those|its|same)\s+$/iu,
    },
    { code: "PRD403", hit: /^\p{Lu}\p{Ll}/u },
    { code: "PRD403", after: /^[-‐‑/]\p{L}/u },
    { code: "PRD403", before: /\p{L}[-‐‑/]$/u },
    {
      code: "PRD403",
      after:
        /^\s+(?:paths?|lanes?|track|mode|boot|enclave|cookies?|tokens?|strings?|list|text|majority|person|language|keys?|sort|install|release|version|id|ids|identifiers?|clock|messag\w+|standing|string|print|way of the)\b/iu,
    },
    // Reasons, conditions and comparisons are no requirements.
    {
      code: "PRD403",
      before: /\bso(?: that\b|(?=,? (?:I|we|they|he|she|it|you|users?|people|the|an?|each|every|that)\b))/iu,
    },
    {
      code: "PRD403",
      before:
        /\b(?:must|should|shall|will|can|need|needs|has|have|require|requires|to)\b[^]*?\b(?:because|since|when|while|whenever|if|where|who|whose|which|until|unless|once|after|before|instead|rather|although|in order to|than)\b[^]*$/iu,
    },

    { code: "PRD404", sentence: OWNED },
    { code: "PRD404", sentence: /\b(?:see|as) Q-?\d|\(Q-?\d+\)/u },
    {
      code: "PRD404",
      hit: /^to be/iu,
      before:
        /\b(?:(?:has|have|had|having|needs?|needed|ought|wants?|waits?|waiting|able|supposed|likely)\s+|(?:for|allow\w*|enabl\w*|permit\w*|caus\w*|requir\w*|expect\w*|forc\w*|wait\w*)\b[^,;:.]*)$/iu,
    },
    { code: "PRD404", hit: /^to be/iu, after: /^\s+(?:by|within|via|through|with|per|for each)\b/iu },
    {
      code: "PRD404",
      hit: /^(?:still|currently|as yet)/iu,
      before:
        /\b(?:that|which|who|whose|if|when|while|whether|as long as|unless|until|are|whatever)\b[^,]*$/iu,
    },
    {
      code: "PRD404",
      hit: /^(?:still|currently|as yet)/iu,
      after: /^\s+(?!(?:whether|how|what|who|where|why|if|which|for|in|and|but|on|with|at|as)\b)\p{L}/iu,
    },
    // "In a later release" says when, roughly.
    {
      code: "PRD404",
      hit: /later$/iu,
      after:
        /^\s+(?!on\b|in\b|this\b|when\b|once\b|and\b|or\b|with\b|after\b|as\b|if\b|but\b|because\b|since\b)\p{L}/iu,
    },
    {
      code: "PRD404",
      hit: /^TODO/u,
      after: /^s?[\s-]+(?:lists?|apps?|items?|comments?|boards?|entry|entries|tags?)\b/iu,
    },

    { code: "PRD405", sentence: ASKS },
    { code: "PRD405", sentence: /\bsee [A-Z]{1,5}-?\d/u },
    { code: "PRD405", sentence: PRICED },
    {
      code: "PRD405",
      after:
        /^\s+for (?!us\b|our\b|engineering|the (?:team|first|next|current|backend|MVP)|this|now\b|v\d|MVP|launch)\p{L}/iu,
    },
    { code: "PRD405", before: CONDITION },
    {
      code: "PRD405",
      before: /\b(?:mak(?:e|es|ing)|made|keep|keeps|renders?|must be|should be|shall be)\b[^,]*$/iu,
    },
    {
      code: "PRD405",
      hit: /^no\b/iu,
      before: /\b(?:have|has|had|with|offers?|provides?|is|are|see|found|find)\s+$/iu,
      sentence:
        /\b(?:users?|customers?|owners?|clients?|admins?|people|patients?|teams|tenants?|they|analysts?|managers)\b/iu,
    },
    {
      code: "PRD405",
      hit: /impossible$|possible$/iu,
      after:
        /^\s+(?:for (?!us\b|the team|eng)|to (?!build|do\b|implement|deliver|ship|develop|engineer|migrate|scale|achieve|support|get|make))/iu,
    },
    {
      code: "PRD405",
      hit: /be done$/iu,
      after:
        /^\s+(?:twice|again|after|before|by|from|more|until|while|once|unless|for|offline|online|outside|in (?:any|an?|one))\b/iu,
    },
    {
      code: "PRD405",
      hit: /^(?:un\w+|infeasible|non-viable)$/iu,
      after:
        /^,?\s+(?!(?:in|for|with|to|given|at|on|because|due|and|or|but|as|until|right|today|now|this|under|within|without|before)\b)\p{L}/iu,
    },
    { code: "PRD405", hit: /no-?\s?go$/iu, after: /^\s+(?:zones?|areas?|lists?)\b/iu },

    { code: "PRD406", sentence: ASKS },
    { code: "PRD406", sentence: WHEN },
    { code: "PRD406", sentence: LINKED },
    {
      code: "PRD406",
      sentence:
        /@[\p{L}\d]|\bby (?!default\b|then\b|now\b|hand\b|mistake\b|accident\b|means\b|design\b|\p{L}+ing\b)(?:\p{L}|@)|\bbetween \p{L}+ and\b/iu,
    },
    { code: "PRD406", before: CONDITION },
    { code: "PRD406", hit: /^(?:as|like) /iu, after: /^\s+(?:in|with|on|between|at|under)\b/iu },
    { code: "PRD406", hit: /^no\b/iu },

    { code: "PRD407", sentence: ASKS },
    { code: "PRD407", sentence: LINKED },
    { code: "PRD407", sentence: /\b\d{4}-\d\d-\d\d\b/u },
    {
      code: "PRD407",
      hit: /^(?:product|design)\b(?! (?:team|manage|owner|side|people|folks|guys|org|dep|lead))/iu,
      before: /\b(?:the|an?|each|every|any|this|that|same|one|new|old|our|your|their|its|per)\s+$/iu,
    },
    { code: "PRD407", hit: /\b(?:only|just|simply) (?:need|needs)\b/iu },
    // "They" are whoever was named last; without one of the sides before, the users are.
    { code: "PRD407", hit: /^they\b/iu, paragraph: OTHERS, sentence: /^(?![^]*\b(?:us|we|our|me)\b)/iu },
  ],
};
