import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A way to a server that takes time and can be cut. */
export interface Network {
  readonly port: number;
  /** Milliseconds that everything takes, in each direction. */
  delay: number;
  /** Ends all connections and refuses new ones. */
  cut(): void;
  restore(): void;
  close(): Promise<void>;
}

/** @param target the server's port on this machine */
export async function networkTo(target: number): Promise<Network> {
  const open = new Set<Socket>();
  let whole = true;

  const network = {
    port: 0,
    delay: 0,
    cut() {
      whole = false;
      for (const socket of open) socket.destroy();
    },
    restore() {
      whole = true;
    },
    async close() {
      network.cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  /** Everything from one to the other, each piece later by the delay; the end too. */
  function carry(from: Socket, to: Socket): void {
    from.setNoDelay(true);
    open.add(from);
    let last = 0;
    const later = (action: () => void): void => {
      // Never earlier than what went before, also when the delay has changed meanwhile.
      last = Math.max(last, performance.now() + network.delay);
      setTimeout(action, last - performance.now());
    };
    from.on("data", (data) => later(() => to.destroyed || to.write(data)));
    from.on("end", () => later(() => to.end()));
    from.on("error", () => {});
    from.on("close", () => {
      open.delete(from);
      later(() => to.destroy());
    });
  }

  const server = createServer((near) => {
    if (!whole) return void near.destroy();
    const far = connect(target, "127.0.0.1");
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  network.port = (server.address() as AddressInfo).port;
  return network;
}
