/** What the status bar says; it never says more than is known. */
export type LiveStatus =
  | { readonly kind: "connecting"; readonly pending: number }
  /** `pending` is 0 exactly when the server has said that the last keystroke is on its disk. */
  | { readonly kind: "live"; readonly pending: number }
  | { readonly kind: "read-only" }
  /** `pending` changes are kept here until the server is back. */
  | { readonly kind: "offline"; readonly pending: number }
  /** It will not come back by itself; the sentence says why and what to do. */
  | { readonly kind: "ended"; readonly reason: string; readonly pending: number };
