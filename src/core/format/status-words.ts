/**
 * How people and other tools write a status, folded as `statusOf` folds it. Only words that mean one thing are here:
 * "completed", "done" and "final" are said of documents and of products, and "in progress" of both, so what they mean
 * is for a person to say. The list stands in docs/format.md too.
 */
export const statusWords = {
  draft: [
    ...["wip", "work in progress", "entwurf", "borrador", "brouillon", "rascunho", "bozza", "concept"],
    ...["下書き", "草案", "ドラフト", "草稿", "초안"],
  ],
  "in-review": [
    ...["review", "reviewing", "under review", "for review", "ready for review", "im review", "in prufung"],
    ...[
      "zur prufung",
      "en revision",
      "en revue",
      "en relecture",
      "em revisao",
      "in revisione",
      "in beoordeling",
    ],
    ...["レビュー中", "评审中", "審核中", "审核中", "評審中", "검토 중", "검토중"],
  ],
  agreed: [
    ...["approved", "accepted", "signed off", "vereinbart", "genehmigt", "freigegeben", "abgenommen"],
    ...["acordado", "aprobado", "aceptado", "convenu", "approuve", "valide", "accepte", "aprovado", "aceito"],
    ...["concordato", "approvato", "accettato", "akkoord", "goedgekeurd", "overeengekomen"],
    ...["合意", "合意済み", "承認済み", "已同意", "已批准", "已通过", "已通過", "합의됨", "승인됨"],
  ],
  building: [
    ...[
      "in development",
      "implementing",
      "in implementation",
      "being built",
      "in umsetzung",
      "in entwicklung",
    ],
    ...["en desarrollo", "en construccion", "en developpement", "en construction", "em desenvolvimento"],
    ...["em construcao", "in sviluppo", "in ontwikkeling", "開発中", "开发中", "開發中", "개발 중", "개발중"],
  ],
  launched: [
    ...[
      "shipped",
      "released",
      "live",
      "ausgeliefert",
      "lanzado",
      "lance",
      "lancado",
      "lanciato",
      "rilasciato",
    ],
    ...["gelanceerd", "リリース済み", "已上线", "已上線", "출시됨"],
  ],
  closed: [
    "geschlossen",
    "cerrado",
    "clos",
    "ferme",
    "fechado",
    "encerrado",
    "chiuso",
    "gesloten",
    "已关闭",
    "已關閉",
    "종료",
  ],
  parked: [
    ...["paused", "on hold", "postponed", "deferred", "geparkt", "pausiert", "zuruckgestellt", "pausado"],
    ...["en pausa", "aparcado", "en pause", "suspendu", "suspenso", "in pausa", "sospeso", "gepauzeerd"],
    ...["geparkeerd", "保留中", "暂停", "已暂停", "搁置", "擱置", "보류"],
  ],
};

/** What words are probably meant to say that may mean more: offered to a person, and never read. */
export const likelyWords: ReadonlyMap<string, string> = new Map([
  ...["new", "proposed", "idea", "todo"].map((word) => [word, "draft"] as const),
  ["final", "agreed"],
  ...["in progress", "started"].map((word) => [word, "building"] as const),
  ["done", "launched"],
  ...["archived", "finished", "completed"].map((word) => [word, "closed"] as const),
  ["blocked", "parked"],
]);
