/** The network as the two extension hosts have it; a test brings its own. */
export interface Transport {
  /** A WebSocket class that only ever speaks to the server whose certificate was compared, where there is a fingerprint. */
  readonly WebSocket: typeof WebSocket;
  /** As the global `fetch`, with the same promise about the certificate. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
}

/**
 * Opens the way to a server before anything is sent to it.
 *
 * @param server `ws:` or `wss:` address
 * @param fingerprint of the server's certificate: compared before anything else is sent
 * @throws Error with one sentence for the person: unreachable, another certificate, or not possible in a browser
 */
export type Connect = (server: string, fingerprint: string | undefined) => Promise<Transport>;
