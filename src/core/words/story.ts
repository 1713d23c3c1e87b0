import { capital } from "./sentence.ts";

/** The speaker of a user story and their wish, in the languages that PRDs are read in. */
const openings: readonly RegExp[] = [
  /^as (?:an?|the)\b[^,]{1,80}?,?\s+(?:I|we)(?:\s+(?:want|need|wish|expect|would like|can|could|must|should|may|am able|have to|must be able|should be able)|['’]d like)(?:\s+to be able)?(?:\s+to)?\s+/iu,
  /^als\b[^,]{1,80}?,?\s+(?:möchte|will|kann|muss|brauche|wünsche)\s+(?:ich|wir)\s*,?\s*(?:dass\s+)?/iu,
  /^como\b[^,]{1,80}?,?\s+(?:(?:yo|eu|nosotros|nós)\s+)?(?:quiero|queremos|necesito|deseo|puedo|quisiera|me gustaría|quero|queremos|preciso|desejo|posso|gostaria de)\s+(?:que\s+)?/iu,
  /^en tant (?:que|qu['’])\s*[^,]{1,80}?,?\s+(?:je|nous)\s+(?:veux|voulons|souhaite|souhaitons|voudrais|peux|dois|désire)\s+(?:pouvoir\s+)?/iu,
  /^en tant (?:que|qu['’])\s*[^,]{1,80}?,?\s+j['’]aimerais\s+(?:pouvoir\s+)?/iu,
  /^(?:come|in qualità di)\b[^,]{1,80}?,?\s+(?:io\s+)?(?:voglio|vorrei|posso|desidero|ho bisogno di|devo)\s+(?:poter\s+)?/iu,
  /^als\b[^,]{1,80}?,?\s+(?:wil|wens|kan|moet)\s+(?:ik|wij|we)\s+/iu,
  /^[^、，。]{1,40}(?:として)(?:は)?[、，]?\s*(?:私は[、，]?)?/u,
  /^(?:作为|作為|身为|身為)[^，,、]{1,40}[，,、]\s*(?:我|我们|我們)?(?:想要|想|希望|需要|要|能够|能夠|能|可以)?/u,
  /^[^,，]{1,40}(?:으로서|로서)[,，]?\s*(?:나는|저는|우리는)?\s*/u,
];

/**
 * What tells a user story apart from its neighbours, for a label: `As a clerk, I want to merge clients` becomes
 * `Merge clients`. Any other text stays as it is, and so does a story that says nothing else.
 */
export function storyLabel(title: string): string {
  const text = title.trimStart();
  for (const opening of openings) {
    const length = opening.exec(text)?.[0].length ?? 0;
    const rest = text.slice(length).trim();
    if (length > 0 && rest !== "" && rest !== "to") return capital(rest);
  }
  return title;
}
