/** The languages whose words for the parts of a PRD are known. */
export const languageCodes = ["en", "de", "es", "fr", "pt", "it", "nl", "ja", "zh", "ko"] as const;
export type LanguageCode = (typeof languageCodes)[number];

/** The language that a tag such as `de` or `de-AT` names; undefined for one whose words are not known. */
export function languageNamed(tag: string): LanguageCode | undefined {
  const code = tag.trim().toLowerCase().split(/[-_]/, 1)[0];
  return languageCodes.find((one) => one === code);
}
