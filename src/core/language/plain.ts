import { shorten } from "../words/shorten.ts";

/** Text of a document as text: its marks, links and HTML mean nothing here. */
export function plain(text: string): string {
  return shorten(text, 400)
    .replace(/[\\`*_{}[\]()#+\-!|<>~&]/g, "\\$&")
    .replace(/\s+/g, " ");
}
