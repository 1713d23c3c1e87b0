import type { LanguageCode } from "../format/language-codes.ts";
import { listOf } from "./list-of.ts";

/** What says in each language that a text is still to be written: "tbd", "to be defined". */
export const placeholders: Readonly<Record<LanguageCode, readonly string[]>> = {
  en: listOf(`
    tbd, tbc, tba, todo, to be defined, to be determined, to be decided, fixme, xxx
  `),
  de: listOf(`
    noch zu klären, noch offen, wird noch festgelegt, wird noch definiert, noch zu definieren,
    noch festzulegen, wird ergänzt, wird nachgereicht, folgt noch, n.n., platzhalter
  `),
  es: listOf(`
    por definir, por determinar, por decidir, por confirmar, pendiente de definir, pendiente de confirmar,
    a definir, a determinar
  `),
  fr: listOf(`
    à définir, à déterminer, à préciser, à décider, à confirmer, à compléter, reste à définir, en attente
  `),
  pt: listOf(`
    a definir, a determinar, a decidir, a confirmar, por definir, por determinar, será definido,
    pendente de definição
  `),
  it: listOf(`
    da definire, da determinare, da decidere, da stabilire, da confermare, da completare, in sospeso
  `),
  nl: listOf(`
    nog te bepalen, nog te definiëren, nog te beslissen, nader te bepalen, nog onbekend, n.t.b., ntb,
    volgt nog, nog uit te werken
  `),
  ja: [
    "未定",
    "未決定",
    "検討中",
    "要検討",
    "要確認",
    "別途定義",
    "別途検討",
    "後日決定",
    "調整中",
    "確認中",
  ],
  zh: listOf(`
    待定, 待确定, 待確定, 待补充, 待補充, 待完善, 待确认, 待確認, 待讨论决定, 待定义, 待定義, 暂定, 暫定, 后续补充, 後續補充,
    未定
  `),
  ko: [
    "미정",
    "추후 결정",
    "추후 정의",
    "추후 확정",
    "추후 논의",
    "논의 필요",
    "확인 필요",
    "검토 중",
    "결정 필요",
    "작성 예정",
  ],
};

/**
 * Those of the other languages that mean nothing else in a document of this one; documents mix languages. Scripts that
 * separate no words are left out.
 */
export function foreignPlaceholders(code: LanguageCode): readonly string[] {
  const own = new Set(placeholders[code]);
  const others = Object.values(placeholders)
    .flat()
    .filter((words) => /^(?!a )[\p{sc=Latin}]+ [\p{sc=Latin} ]+$/u.test(words) && !own.has(words));
  return [...new Set(others)];
}
