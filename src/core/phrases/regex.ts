/** Regular expressions over several lines: line ends and the blanks behind them are no part of the expression. */

/** Letters match both cases. */
export function anyCase(source: TemplateStringsArray): RegExp {
  return overLines(source, "iu");
}

export function exactCase(source: TemplateStringsArray): RegExp {
  return overLines(source, "u");
}

function overLines({ raw }: TemplateStringsArray, flags: string): RegExp {
  return new RegExp(raw.join("").replace(/\n */g, ""), flags);
}
