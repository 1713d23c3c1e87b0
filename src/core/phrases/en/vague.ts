/** Words that two people would test differently, where a verb requires them. */
import type { RulePhrases } from "../language.ts";
import { anyCase } from "../regex.ts";
import { ASKS, MEASURED } from "./signs.ts";
import { FIXED_TERMS } from "./fixed-terms.ts";

export const vague: RulePhrases = {
  code: "PRD403",
  lists: {
    // A verb that requires something.
    must: [
      "{must|should|shall|mustn't|shouldn't|ought to}",
      "{need|needs|needed|have|has|required|expected|supposed|meant} to",
      "{needs|need} {a|an|some}",
    ],
    // Words that two people would test differently.
    vague: [
      "{fast|faster|quick|quicker|quickly|rapid|rapidly|swift|swiftly|speedy|snappy|snappier|responsive}",
      "{performant|zippy|instant|instantly|instantaneous|instantaneously|timely|promptly|slow|slowly}",
      "{blazing|blazingly|lightning-fast|laggy|sluggish}",
      "{real-time|near-real-time|take too long|takes too long}",
      "as {soon|fast|quickly|early|little|few|much|often|close|small|simple|easy|low|short} as " +
        "{possible|practical|practicable|reasonable|we can|feasible}",
      "{ASAP|asap|right away|in no time|in good time|in a timely {manner|fashion|way}|before long}",
      "without {delay|undue delay|noticeable delay|lag|friction|hassle|effort|much effort|problems}",
      "{at scale|high {performance|availability|throughput|scalability|load}}",
      "highly {available|scalable|performant|reliable}",
      "{scalable|scale well|scales well|robust|robustly|reliable|reliably|stable|resilient|rock-solid}",
      "{bullet-proof|fault-tolerant|durable|maintainable|extensible|future-proof|efficient|efficiently}",
      "{optimal|optimally|optimized|optimised|well-tested|testable}",
      "{easy|easier|easily|effortless|effortlessly|simple|simpler|intuitive|intuitively}",
      "{user-friendly|friendly|self-explanatory|seamless|seamlessly|smooth|smoothly|frictionless}",
      "{painless|painlessly|hassle-free|flexible|flexibly|modern|sleek|slick|nice|nicely}",
      "clean {UI|interface|design|layout|look|code|architecture|separation}",
      "{be|stay|look|feel} clean",
      "{beautiful|delightful|pleasant|elegant|attractive|appealing|engaging|natural|ergonomic|convenient}",
      "{conveniently|comfortable|comfortably|usable|well-designed|polished|unobtrusive|straight-forward}",
      "{obvious|familiar|professional|enjoyable|good-looking}",
      "{reasonable|reasonably|acceptable|acceptably|adequate|adequately|sufficient|sufficiently}",
      "{appropriate|appropriately|suitable|suitably|proper|properly|correctly|graceful|gracefully}",
      "{sensible|sensibly|decent|good|great|better|excellent|outstanding|superior|powerful|lightweight}",
      "{light-weight|minimal|minimally|minimize|minimise|maximize|maximise|negligible|cheap|affordable}",
      "{cost-effective|secure enough|good enough|fast enough|small enough|state-of-the-art|world-class}",
      "{best-in-class|first-class|top-notch|high-quality|high quality|best practices|industry standard}",
      "{enterprise-grade|production-ready|significant|significantly|substantially|considerably}",
      "{noticeably|drastically|dramatically|meaningfully|frequently|regularly|periodically|occasionally}",
      "as {needed|required|necessary|appropriate}",
      "{where {possible|appropriate|necessary|applicable}|when {possible|appropriate|necessary|needed}}",
      "{if {possible|necessary|needed|appropriate}}",
      "{secure|safe|safely|securely}",
    ],
    // Amounts and levels: vague only beside certain verbs ("must handle many users", "must stay low").
    amount: [
      "{many|several|few|some|lots of|a lot of|large|huge|big|massive|a large {number|amount|volume} of}",
      "{large {numbers|amounts|volumes} of|high {numbers|volumes} of|a high {number|volume} of|numerous}",
      "{plenty of|thousands of|millions of|hundreds of|more|all kinds of|all sorts of|most|heavy|high}",
      "{peak|increased|growing|increasing|unlimited|very large|very big|any {number|amount|size}}",
    ],
    level: [
      "{low|lower|lowest|high|higher|small|smaller|short|shorter|light|minimum|brief|large enough}",
      "{small enough|as low|tiny|cheap|up-to-date|current|fresh|recent|available|under control}",
      "{within limits|in check|manageable|compact|consistent|strong|well|competitive|normal|usual|stable}",
    ],
    handle: [
      "{handle|support|cope with|deal with|process|serve|scale to|scale for|scale with|work with}",
      "{work for|accept|import|export|load|store|manage|sustain|withstand|survive|allow|display|render}",
      "{accommodate|host|take}",
    ],
    stay: [
      "{be|stay|remain|be kept|keep|feel|look|run|perform|behave|work|have|take|become|get|respond|load}",
      "{start|not take|scale|use|consume|happen|not be|come}",
    ],
    measure: [
      "{latency|memory|CPU|memory use|memory usage|overhead|cost|costs|load|bandwidth|footprint}",
      "{response time|response times|loading time|loading times|load times|load time|start-up}",
      "{startup time|delay|delays|downtime|error rate|risk|traffic|impact|battery use|battery drain}",
      "{quality|performance|uptime|availability|throughput|usage|use|effort|size|wait|waits|waiting time}",
      "{waiting times|time|times|number|volume|consumption|price|prices|noise|resolution}",
    ],
  },
  patterns: [
    "MUST ~7 > VAGUE <",
    "MUST ~3 HANDLE ~2 > AMOUNT <",
    "MUST ~2 STAY ~3 > LEVEL < .",
    "MUST ~3 STAY ~1 > LEVEL < ~1 MEASURE",
    "MEASURE ~3 MUST ~2 STAY ~2 > LEVEL <",
  ],
  guards: [
    ...MEASURED,
    { sentence: ASKS },
    ...FIXED_TERMS,
    // "All print modes must be available:" says which.
    { after: /^\s*:/u },
    // Reasons, conditions and comparisons are no requirements.
    {
      before: /\bso(?: that\b|(?=,? (?:I|we|they|he|she|it|you|users?|people|the|an?|each|every|that)\b))/iu,
    },
    {
      before: anyCase`\b(?:must|should|shall|will|can|need|needs|has|have|require|requires|
            to)\b[^]*?\b(?:because|since|when|while|whenever|if|where|who|whose|which|until|unless|
            once|after|before|instead|rather|although|in order to|than)\b[^]*$`,
    },
  ],
};
