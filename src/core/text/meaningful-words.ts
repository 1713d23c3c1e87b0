const stopWords = new Set(
  (
    "a an the and or but so that this these those it its they them their there he she his her we us our you your i my me of in on at to for from " +
    "with by as into out up be is are was were been being has have had do does did can could may might must shall should will would able not no " +
    "need needs needed want wants allow allows let lets also all any each every some one when where which who what why how if then than because"
  ).split(" "),
);

/** The words of a sentence that carry its meaning, without endings, each once: `filtered` and `filters` are `filter`. */
export function meaningfulWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!stopWords.has(word)) words.add(stem(word));
  }
  return words;
}

function stem(word: string): string {
  const bare = word.length > 4 ? word.replace(/(?:ing|ed|es|s|e)$/, "") : word.replace(/s$/, "");
  return /(.)\1$/.test(bare) && /(?:ing|ed)$/.test(word) ? bare.slice(0, -1) : bare;
}
