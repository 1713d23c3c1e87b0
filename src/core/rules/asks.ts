/** What a passage asks for, where that is three things or more. Indices into its text. */
export interface Asks {
  readonly start: number;
  readonly end: number;
  readonly things: readonly string[];
}

export function thingsAskedFor(text: string): Asks | undefined {
  return text.length < 20 ? undefined : undefined;
}
