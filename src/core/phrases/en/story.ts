/** "They never …": stories about the other side. */
import type { RulePhrases } from "../language.ts";
import { anyCase } from "../regex.ts";
import { LINKED, ASKS } from "./signs.ts";

/** People or things in the plural, and none of the sides: whom "they" then means. */
const OTHERS = anyCase`^(?![^]*\b(?:product|engineering|eng|engineers|devs|developers|PMs|POs|managers|management|
      designers|design|QA|marketing|sales|leadership|stakeholders|teams?)\b)[^]*\b(?!(?:always|this|
      is|was|as|us|has|does|its|thus|unless|perhaps|besides|sometimes|yes|times|days|weeks|months|
      meetings|questions|estimates|deadlines|bugs|tickets|specs)\b)(?:\p{L}{2,}[^s\P{L}]s|people|
      children|staff|everyone|everybody)\b`;

export const story: RulePhrases = {
  code: "PRD407",
  lists: {
    // The other side, as a story tells it. Roles that use products as often as they make them (support, legal,
    // finance) are only here as teams.
    side: [
      "{|the |our |those |these |all |most |some }{engineering|eng|engineers|devs|developers|PMs|POs|" +
        "product managers|product owners|product people|product folks|designers|UX|QA|testers|architects|" +
        "marketing|marketers|management|leadership|stakeholders|executives|execs|sales|sales people|SREs}",
      "{product|design|dev|legal|IT|ops}",
      "{the|our|that|your} {PM|PO|engineer|developer|dev|designer|architect|CTO|CEO|CPO|VP|business|" +
        "other side|other team|tech lead|team lead|engineering side|product side|product manager|product " +
        "owner}",
      "{|the |our }{product|engineering|dev|platform|back-end|front-end|infra|mobile|data|sales|design|" +
        "marketing|security|legal|QA|ops|tech|support|finance} {team|teams|people|folks|guys|lead|leads|" +
        "side|org|department|managers}",
    ],
    they: ["{they|those people|these people|those guys|these guys|that lot|you guys}"],
    never: [
      "{never|never ever|never once|never really|never actually|never even|rarely|seldom|hardly ever}",
      "{never seem to|never seems to}",
    ],
    always: [
      "{always|only ever|forever|constantly|invariably|always just|always only|as usual|once again}",
      "{perpetually|endlessly|consistently|keep|keeps|always seem to|always seems to|only|simply|just}",
      "{as always|every single time|again and again|will always|would always}",
    ],
    // What a side that "never" does it would do for the other one; machines and users do other things.
    deed: [
      "{promise|promises|promised|ask|asks|asked|say|says|said|listen|listens|listened|read|reads}",
      "{{have|has|had|got} {|the |any |enough }time|give|gives|gave|given|come|comes|came|tell|tells}",
      "{told|understand|understands|understood|get it|gets it|get back|gets back|deliver|delivers}",
      "{delivered|finish|finishes|finished|reply|replies|replied|respond|responds|responded|answer}",
      "{answers|answered|know|knows|knew|think|thinks|thought|test|tests|tested|involve|involves}",
      "{involved|consult|consults|consulted|explain|explains|explained|write|writes|wrote|document}",
      "{documents|documented|decide|decides|decided|show up|shows up|showed up|build|builds|built|ship}",
      "{ships|shipped|fix|fixes|fixed|help|helps|helped|do|does|did|estimate|estimates|estimated|try}",
      "{tries|tried|agree|agrees|agreed|accept|accepts|consider|considers|considered|look at|looks at}",
      "{bother|bothers|bothered|talk|talks|talked|start|starts|share|shares|shared|warn|warns|warned}",
      "{check|checks|checked|follow|follows|plan|plans|planned|trust|trusts|trusted|respect|respects}",
      "{commit|commits|committed|mention|mentions|mentioned|review|reviews|reviewed|attend|attends|join}",
      "{joins|joined|learn|learns|learned|let|lets|hear|discuss|discusses|meet|meets|see the|sees the}",
      "{see why|sees why|make|makes|made|want|wants|wanted|care|cares|cared|admit|admits|admitted}",
      "{prioritise|prioritises|prioritize|prioritizes|invite|invites|invited|speak|speaks|stick|sticks}",
      "{keep|keeps|hit|hits|update|updates|updated|raise|raises|raised|say no|says no|push back}",
      "{pushes back|change|changes|compromise|compromises|pay|pays|work|works|have a|has a|set|sets|need}",
      "{needs|put|puts|take|takes|took|use|uses|used|seem to|seems to|turn up|turns up|leave|leaves|stop}",
      "stops",
    ],
    // What a side "always" does to the other one.
    gripe: [
      "{want|wants|wanted|promise|promises|promised|promising|ask|asks|asked|asking|say|says|said|saying}",
      "{tell us|tells us|complain|complains|complained|complaining|ignore|ignores|ignored|ignoring}",
      "{forget|forgets|forgot|forgetting|come|comes|came|coming|push|pushes|pushed|pushing|block|blocks}",
      "{blocked|blocking|refuse|refuses|refused|refusing|blame|blames|blamed|blaming|need|needs|expect}",
      "{expects|expected|demand|demands|demanded|demanding|throw|throws|threw|throwing|dump|dumps|dumped}",
      "dumping",
      "{find|finds|found|have|has|invent|invents|make|makes|making|come up with|comes up with} " +
        "{a |an |another |some |}{reason|reasons|excuse|excuses|problem|problems|way|ways|something}",
      "{know better|knows better|think they know|over-promise|over-promises|over-promised|over-promising}",
      "{under-estimate|under-estimates|under-estimated|over-estimate|over-estimates|over-complicate}",
      "{over-complicates|over-engineer|over-engineers|pad|pads|padding|sandbag|sandbags|stall|stalls}",
      "{drag|drags|dragging|resist|resists|invent|invents|inventing|change|changes|changed|changing|drop}",
      "{drops|dropped|let us down|lets us down|letting us down|take forever|takes forever|take ages}",
      "{takes ages|take too long|takes too long|leave us|leaves us|rewrite|rewrites|rewriting|interrupt}",
      "{interrupts|interrupting|rush|rushes|rushing|cut corners|cuts corners|moan|moans|moaning|whine}",
      "{whines|skip|skips|skipping|miss|misses|missed|missing|gold-plate|gold-plates|do what|does what}",
      "{do whatever|does whatever|treat|treats|treating|think|thinks|thought|care|cares|assume|assumes}",
      "{add|adds|adding|decide|decides|deciding|go behind|goes behind|start without|starts without|hide}",
      "{hides|hiding|worry about|worries about|prefer|prefers|put|puts|argue|argues|win|wins|get their}",
      "{gets its|get what|gets what|get away|gets away|play|plays|fight|fights|fighting|second-guess}",
      "{second-guesses|micromanage|micromanages|show up late|shows up late|sell|sells|selling|hand us}",
      "{hands us|talk about|talks about|go for|goes for|look for|looks for|look at|looks at|chase|chases}",
      "{chasing|love|loves|hate|hates|overrule|overrules|hijack|hijacks|break|breaks|breaking|have other}",
      "{has other|have something|has something|have better|has better|deliver late|delivers late}",
      "{delivering late|react|reacts|exaggerate|exaggerates}",
    ],
    being: [
      "{late|busy|wrong|available|happy|satisfied|slow|defensive|surprised|negative|in a hurry|behind}",
      "{behind schedule|too late|too busy|on time|ready|there when|interested|clear|too slow|optimistic}",
      "{pessimistic|the bottleneck|the problem|the blocker|to blame|unhappy|blocking|impatient|vague}",
      "{reasonable|in the room|prepared|responsive|helpful|on board|difficult|honest|open to|willing}",
      "{right|the same|in a meeting|in meetings|sure|unrealistic}",
    ],
    // Whole expressions.
    story: [
      "over the {wall|fence}",
      "ivory tower",
      "{doesn't|don't|didn't|do not|does not|couldn't|won't} {|even |really |actually |just |ever |" +
        "seem to |want to |}{care|listen|get it|understand|read|bother|respect|value|trust|help|talk to " +
        "us|think about|think of|want to know|answer|involve|ask us|tell us}",
      "{refuse|refuses|refused} to",
      "{couldn't|could not|can't|cannot} care less",
      "{only|just} {care|cares|cared|think|thinks|want|wants|look|looks|interested} {about|of|in|at|to|" +
        "the}",
      "{has|have} no {idea|clue|interest|respect|sense|understanding|feel|appreciation}",
      "{won't|wouldn't|will not|will never|would never} {|even |ever |just }{build|listen|help|give us|" +
        "tell us|talk|answer|commit|estimate|budge|look at|touch|agree|accept|let us|read|do anything|" +
        "take|fix|work on|explain|say|share|deliver|ship}",
      "{as usual|as always|like always|as ever|every single time|like every time|business as usual}",
      "{live|lives|living} in {a|an|their|its} {|own }{world|bubble|dream world|fantasy|fantasy world|" +
        "ivory tower|different world|dream}",
      "{say|says|said} {no|yes} to {everything|anything|all}",
      "{think|thinks|believe|believes} {everything|anything|it's all|it is all}",
      "{out of touch|black box|feature factory|feature factories}",
      "{sell|sells|sold|selling} {things|features|stuff|something|what} {we|that|which}",
      "same old {story|song|thing}",
      "{make|makes|made|making} {things|stuff|it|dates|numbers|deadlines} up",
      "{hate|hates|despise|despises|distrust|distrusts} {us|our|product|engineering|change|deadlines|" +
        "estimates|the users|users}",
    ],
    stereotype: [
      "{typical|classic} {product|engineering|engineers|devs|developers|PMs|PM|management|sales|" +
        "product managers|dev|eng}",
    ],
    us: ["{us|our|ours|we|me|my|anyone|anybody}"],
    whenever: ["{every time|every single time|each time|whenever|any time|anytime}"],
  },
  patterns: [
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
    "STEREOTYPE < everything|nothing|no|all|they|never|always|again|first|thing|behaviour|behavior|" +
      "thinking|move|answer",
    "STORY ~2 SIDE",
    "WHENEVER we|i|you ~7 they|he|she ~2 DEED",
    "WHENEVER we|i|you ~7 SIDE ~2 DEED",
    "WHENEVER we|i|you ~7 they|he|she ~2 GRIPE",
    "WHENEVER we|i|you ~7 SIDE ~2 GRIPE",
    "SIDE has|have NEVER",
    "SIDE has|have ALWAYS GRIPE",
    "everything|it_all|all is|are|has_to_be|must_be ~2 urgent|a_priority|top_priority|important|" +
      "the_highest_priority|critical ~2 for|to|with SIDE",
    "good_luck ~6 SIDE",
    "you_know how SIDE are|is|works|work|think|thinks|operate",
    "always the_same|the_same_thing|the_same_story ~2 with|from SIDE",
    "as_if|like SIDE ever|cared|cares|would_ever",
    "nobody|no_one|none ~2 SIDE ever|has|have|knows|cares|reads|understands|listens|wants",
  ],
  guards: [
    { sentence: ASKS },
    { sentence: LINKED },
    { sentence: /\b\d{4}-\d\d-\d\d\b/u },
    {
      hit: /^(?:product|design)\b(?! (?:team|manage|owner|side|people|folks|guys|org|dep|lead))/iu,
      before: /\b(?:the|an?|each|every|any|this|that|same|one|new|old|our|your|their|its|per)\s+$/iu,
    },
    { hit: /\b(?:only|just|simply) (?:need|needs)\b/iu },
    // "They" are whoever was named last; without one of the sides before, the users are.
    { hit: /^they\b/iu, paragraph: OTHERS, sentence: /^(?![^]*\b(?:us|we|our|me)\b)/iu },
  ],
};
