/** Forms of words in languages that inflect them, as entries of a list. */

/** "schnell robust" gives the forms that German adjectives have before a noun. */
export function germanAdjectives(words: string): string[] {
  return words.split(/\s+/).map((word) => {
    const stem = word.endsWith("bel")
      ? `${word.slice(0, -2)}l`
      : word.endsWith("e")
        ? word.slice(0, -1)
        : word;
    return `{${word}|${["e", "er", "es", "en", "em"].map((ending) => `${stem}${ending}`).join("|")}}`;
  });
}

/** "rápid* fácil" gives both genders and the plural of Spanish adjectives, and each form without accents too. */
export function spanishAdjectives(words: string): string[] {
  return words.split(/\s+/).map((word) => {
    const stem = word.replace(/\*$/, "");
    const forms = word.endsWith("*")
      ? ["o", "a", "os", "as"].map((ending) => stem + ending)
      : [stem, stem.endsWith("e") || stem.endsWith("a") ? `${stem}s` : `${stem}es`];
    return `{${withoutAccentsToo(forms).join("|")}}`;
  });
}

/** People often leave accents out. */
export function withoutAccentsToo(forms: readonly string[]): string[] {
  return [
    ...new Set(forms.flatMap((form) => [form, form.normalize("NFD").replace(/[\u0300-\u0302\u0308]/g, "")])),
  ];
}
