/** Any text as HTML that shows it, in an element or in an attribute's quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** How something stands, by a sign and by words: colour only repeats it. */
export interface Standing {
  readonly looks: keyof typeof signs;
  /** Plain text. */
  readonly words: string;
}

const signs = { settled: "✓", waiting: "◔", untested: "○", broke: "✗", stale: "△" } as const;

export function standingHtml({ looks, words }: Standing): string {
  return `<span class="seamwork-state seamwork-${looks}"><span aria-hidden="true">${signs[looks]}</span> ${escapeHtml(words)}</span>`;
}
