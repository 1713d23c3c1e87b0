const eastern = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Whether a text has Japanese, Chinese or Korean letters, between which words are not told apart by blanks. */
export function isEastern(text: string): boolean {
  return eastern.test(text);
}
