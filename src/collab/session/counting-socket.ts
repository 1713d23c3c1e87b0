import { MESSAGE_SYNC } from "../protocol.ts";

/** The second number of a sync frame that carries an update (y-protocols): the answer to a step 1, and what came since. */
const STEP_2 = 1;
const UPDATE = 2;

/**
 * A WebSocket class that tells when a frame with an update goes out, since the provider does not.
 *
 * @param sent called with true for a step 2
 */
export function countingSocket(Base: typeof WebSocket, sent: (stepTwo: boolean) => void): typeof WebSocket {
  return class extends Base {
    override send(data: Parameters<WebSocket["send"]>[0]): void {
      super.send(data);
      if (
        data instanceof Uint8Array &&
        data[0] === MESSAGE_SYNC &&
        (data[1] === STEP_2 || data[1] === UPDATE)
      )
        sent(data[1] === STEP_2);
    }
  };
}
