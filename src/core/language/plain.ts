/** Text of a document as text: its marks, links and HTML mean nothing here. */
export function plain(text: string): string {
  const short = text.length > 400 ? `${text.slice(0, 399)}…` : text;
  return short.replace(/[\\`*_{}[\]()#+\-!|<>~&]/g, "\\$&").replace(/\s+/g, " ");
}
