const meanings: Readonly<Record<string, string>> = {
  perf: "how fast, measured where",
  scale: "how many, how big, how often",
  security: "who could do what they should not",
  privacy: "whose data, seen by whom, kept for how long",
  data: "what the data are really like",
  compat: "what must go on working",
  cost: "what it costs to run or to buy",
  ops: "what happens at night and on release day",
  legal: "what a law or a contract asks for",
  ux: "what people would stumble over",
  time: "what has to be there first, or by when",
};

/** What a kind of constraint is about; a team's own kinds speak for themselves. */
export function kindMeaning(kind: string): string | undefined {
  return meanings[kind];
}
