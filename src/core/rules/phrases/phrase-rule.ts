import { phrasesIn } from "../../document/phrases-in.ts";
import type { SaidPhrase } from "../../document/phrases-in.ts";
import type { PhraseCode } from "../../phrases/index.ts";
import type { Finding } from "../../problem.ts";
import { sectionAround } from "../asked-together.ts";
import type { LocalCheck, RuleContext } from "../rule.ts";

/** What a finding of such a rule knows, for its fixes and for the editor's "ignore this word". */
export interface PhraseData {
  readonly term: string;
}

/**
 * The check of a rule that asks about phrases.
 *
 * @param ask what to say about one
 * @param concerns false for places where the phrase is what is wanted
 */
export function phraseCheck(
  code: PhraseCode,
  ask: (phrase: SaidPhrase) => string,
  concerns: (phrase: SaidPhrase, context: RuleContext) => boolean = () => true,
): LocalCheck {
  return {
    pass: "local",
    *run(context): Iterable<Finding> {
      for (const phrase of phrasesIn(context.document, context.config)) {
        if (phrase.code !== code || !concerns(phrase, context)) continue;
        const data: PhraseData = { term: phrase.term };
        const member = { id: `"${phrase.quote}"`, group: sectionAround(context.document, phrase.start) };
        yield { start: phrase.start, end: phrase.end, message: ask(phrase), data, member };
      }
    },
  };
}
