import { oneLine } from "./sentence.ts";

/** A text that may hold anything as markdown that shows it; what stands in code marks stays code. */
export function asMarkdown(text: string): string {
  return oneLine(text)
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/[\\*_[\]<>|~`#]/g, "\\$&")
            .replace(
              /@[\p{L}\p{N}](?:[\p{L}\p{N}\\_.-]*[\p{L}\p{N}])?/gu,
              (handle) => `\`${handle.replaceAll("\\", "")}\``,
            ),
    )
    .join("");
}
