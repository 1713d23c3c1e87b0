/**
 * A choice of technology that a sentence makes for whoever builds it: "using PostgreSQL", "via Entra ID", "mit OAuth". A
 * proper name behind one of these words; in German, where all nouns have capitals, one that looks like a product's.
 */
const chosen =
  /(?<![\p{L}])(?:using|via|with|through|on top of|built on|based on|powered by|against|usando|mediante|vía|via|com|através d[eao]|avec|tramite|met|通过|通過|使用|基于|基於|に|を使用)\s*(?:the\s+)?[*_`]*(?=(\p{Lu}[\p{L}\p{N}.+#/-]*))/u;
const chosenInGerman = /(?<![\p{L}])(?:mit|über|auf Basis von|per)\s+[*_`]*(?=(\p{Lu}[\p{L}\p{N}.+#/-]*))/u;
/** Capitals, digits or dots inside a word: `SQLite`, `OAuth2`, `Next.js`. */
const productLike = /\p{Ll}\p{Lu}|\p{Lu}{2}|\p{L}\d|\p{L}\.\p{L}/u;
/** Regulations and standards. */
const standard =
  /(?<![\p{L}\p{N}])(?:WCAG|GDPR|DSGVO|LGPD|RGPD|CCPA|HIPAA|PCI(?:[ -]DSS)?|SOC ?2|ISO[ -]?\d+|FIPS|RFC[ -]?\d+|TLS|AES(?:-\d+)?|Section 508|EN 301 549)(?![\p{L}])/u;

/** Where the choice or standard stands, -1 where there is none. */
export function technologyIn(text: string): number {
  const found = chosen.exec(text);
  if (found !== null) return found.index;
  const german = chosenInGerman.exec(text);
  if (german?.[1] !== undefined && productLike.test(german[1])) return german.index;
  return text.search(standard);
}
