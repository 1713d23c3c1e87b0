/** What the server counts. Plain numbers where it runs, a registry of Prometheus only when somebody asks. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

interface Metric {
  readonly kind: "counter" | "gauge";
  readonly help: string;
}

/** Every metric of ours, without the `seamwork_` in front. `docs/server.md` lists the same, which a test holds. */
export const metricTable = {
  sockets: { kind: "gauge", help: "Sockets that are open." },
  rooms: { kind: "gauge", help: "Rooms in memory." },
  unsaved_bytes: { kind: "gauge", help: "Bytes of updates that are not on disk yet." },
  failing_rooms: { kind: "gauge", help: "Rooms whose last save failed and is being retried." },
  sockets_opened_total: { kind: "counter", help: "Sockets that were let in." },
  sockets_refused_total: { kind: "counter", help: "Sockets without a valid token for their room." },
  sockets_over_limit_total: {
    kind: "counter",
    help: "Sockets that were closed because a limit was reached.",
  },
  bad_frames_total: {
    kind: "counter",
    help: "Sockets that were closed for a message that is not part of the protocol.",
  },
  slow_readers_total: { kind: "counter", help: "Times that a socket was paused because it reads slowly." },
  slow_readers_closed_total: { kind: "counter", help: "Sockets that were closed because they stayed slow." },
  throttled_total: {
    kind: "counter",
    help: "Times that a socket was read more slowly because it sends too fast.",
  },
  rooms_loaded_total: { kind: "counter", help: "Rooms that were read from the store." },
  rooms_damaged_total: {
    kind: "counter",
    help: "Times that a room could not be opened because its data is damaged.",
  },
  updates_total: { kind: "counter", help: "Updates that came from clients and were new." },
  update_bytes_total: { kind: "counter", help: "Bytes of these updates." },
  deliveries_total: { kind: "counter", help: "Messages with updates that were sent to clients." },
  presence_deliveries_total: { kind: "counter", help: "Messages with presence that were sent to clients." },
  saves_total: { kind: "counter", help: "Times that a room's updates were put on disk." },
  save_failures_total: { kind: "counter", help: "Times that this failed; it is tried again." },
  durable_updates_total: { kind: "counter", help: "Updates of clients that are on disk." },
  compactions_total: { kind: "counter", help: "Times that a room was compacted." },
  compaction_failures_total: { kind: "counter", help: "Times that this failed; nothing is lost by it." },
  requests_total: { kind: "counter", help: "HTTP requests." },
} as const satisfies Record<string, Metric>;

export type Counts = { -readonly [name in keyof typeof metricTable]: number };

export interface Metrics {
  readonly counts: Counts;
  /** Seconds that a room's updates took to be on disk. */
  readonly saveSeconds: (seconds: number) => void;
  /** The text that Prometheus reads, and its content type. */
  readonly text: () => Promise<{ readonly type: string; readonly text: string }>;
}

/** The one metric that is no single number. */
export const SAVE_SECONDS = {
  name: "save_seconds",
  help: "How long a save took, from the first update in it.",
};

export function startMetrics(): Metrics {
  const counts = Object.fromEntries(Object.keys(metricTable).map((name) => [name, 0])) as Counts;
  const registry = new Registry();
  for (const [name, { kind, help }] of Object.entries(metricTable)) {
    const value = (): number => counts[name as keyof Counts];
    const shape = { name: `seamwork_${name}`, help, registers: [registry] };
    if (kind === "gauge") {
      const gauge: Gauge = new Gauge({ ...shape, collect: () => gauge.set(value()) });
    } else {
      const counter: Counter = new Counter({
        ...shape,
        collect: () => {
          counter.reset();
          counter.inc(value());
        },
      });
    }
  }
  const saves = new Histogram({
    name: `seamwork_${SAVE_SECONDS.name}`,
    help: SAVE_SECONDS.help,
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5],
    registers: [registry],
  });
  let process = false;
  return {
    counts,
    saveSeconds: (seconds) => saves.observe(seconds),
    async text() {
      // These watch the event loop and the garbage collector, which costs something.
      if (!process) collectDefaultMetrics({ register: registry });
      process = true;
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
