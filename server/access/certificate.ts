/** A certificate made on the spot, for a session that is shared from somebody's own machine. */
import { X509Certificate, createPrivateKey } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "selfsigned";
import { writePrivate } from "./secret.ts";

export interface Certificate {
  /** PEM texts. */
  readonly key: string;
  readonly cert: string;
}

/** SHA-256 of a certificate's DER form, 64 hex digits: what an invitation link carries. */
export function fingerprintOf(cert: string): string {
  return new X509Certificate(cert).fingerprint256.replaceAll(":", "").toLowerCase();
}

/** Whether these PEM texts are a certificate and its key. */
export function belongTogether(cert: string, key: string): boolean {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}

const YEARS = 10;

/**
 * The folder's own certificate, made when there is none, so that links hold after a restart. Its names don't matter:
 * whoever joins compares the fingerprint.
 */
export async function ownCertificate(folder: string): Promise<Certificate> {
  const file = join(folder, "certificate.pem");
  if (!existsSync(file)) {
    const notAfterDate = new Date();
    notAfterDate.setFullYear(notAfterDate.getFullYear() + YEARS);
    const names = [{ name: "commonName", value: "seamwork" }];
    const made = await generate(names, { keyType: "ec", curve: "P-256", algorithm: "sha256", notAfterDate });
    writePrivate(file, `${made.private.trim()}\n${made.cert.trim()}\n`);
  }
  const pem = readFileSync(file, "utf8");
  const [key, cert] = [
    /-----BEGIN [A-Z ]*PRIVATE KEY-----[^]+?-----END [A-Z ]*PRIVATE KEY-----/,
    /-----BEGIN CERTIFICATE-----[^]+?-----END CERTIFICATE-----/,
  ].map((part) => part.exec(pem)?.[0]);
  if (key === undefined || cert === undefined)
    throw new Error(
      `${file} is damaged. Delete it to get a new one; invitations that were sent then no longer work.`,
    );
  return { key, cert };
}
