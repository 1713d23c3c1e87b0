/** Of `@stryker-mutator/instrumenter` what is used here: it is installed only for a mutation run. */
declare module "@stryker-mutator/instrumenter" {
  interface Position {
    /** From 0. */
    line: number;
    column: number;
  }
  interface Range {
    start: Position;
    end: Position;
  }
  interface Mutant {
    id: string;
    fileName: string;
    location: Range;
    mutatorName: string;
    replacement: string;
  }
  interface File {
    name: string;
    content: string;
    /** Which mutants to put in: all, or those inside of these ranges. */
    mutate: boolean | Range[];
  }
  class Instrumenter {
    constructor(logger: unknown, createParser?: undefined, print?: () => string);
    instrument(
      files: File[],
      options: { plugins: null; excludedMutations: string[]; ignorers: never[] },
    ): Promise<{ files: File[]; mutants: Mutant[] }>;
  }
}
