import { EventEmitter, workspace } from "vscode";
import type { Disposable, Event } from "vscode";
import { authorshipOfLines, authorshipOfSession } from "../../../core/readiness/authors.ts";
import type { Written } from "../../../core/readiness/authors.ts";
import type { Authorship } from "../../../core/readiness/overview.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";

/** Who wrote how much of the PRDs that somebody looks at; found behind the typing. */
export interface Authorships extends Disposable {
  /** What was found last. Looks for what is newer, on the first call, after saving, and now and then. */
  of(prd: OpenPrd): Authorship | undefined;
  /** The same after waiting for what is newer. */
  now(prd: OpenPrd): Promise<Authorship | undefined>;
  /** Fires when `of` may give something else. */
  readonly onDidChange: Event<void>;
}

/** Milliseconds until history is asked again about a text in which somebody writes. */
const AGAIN = 30_000;

interface Known {
  found: Authorship | undefined;
  /** Of the text that was asked about; undefined when that is out of date. */
  version: number | undefined;
  asked: number;
  asking: Promise<void> | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export function createAuthorships(services: Services): Authorships {
  const changed = new EventEmitter<void>();
  const known = new Map<string, Known>();

  const knownOf = ({ document }: OpenPrd): Known => {
    const key = document.uri.toString();
    let one = known.get(key);
    if (one === undefined) {
      one = { found: undefined, version: undefined, asked: 0, asking: undefined, timer: undefined };
      known.set(key, one);
    }
    return one;
  };

  const look = async (prd: OpenPrd, one: Known): Promise<void> => {
    one.version = prd.document.version;
    one.asked = Date.now();
    const found = await authorshipOf(prd, services).catch(() => undefined);
    one.asking = undefined;
    if (JSON.stringify(found) === JSON.stringify(one.found)) return;
    one.found = found;
    changed.fire();
  };

  const lookNow = (prd: OpenPrd, one: Known): Promise<void> => {
    clearTimeout(one.timer);
    one.timer = undefined;
    return (one.asking ??= look(prd, one));
  };

  const outdate = (one: Known | undefined): void => {
    if (one === undefined) return;
    one.version = undefined;
    one.asked = 0;
    changed.fire();
  };

  const disposables: Disposable[] = [
    changed,
    workspace.onDidSaveTextDocument(({ uri }) => outdate(known.get(uri.toString()))),
    services.me.onDidChange(() => known.forEach(outdate)),
    services.teams.onDidChange(() => known.forEach(outdate)),
    services.openPrds.onDidClose((uri) => {
      clearTimeout(known.get(uri.toString())?.timer);
      known.delete(uri.toString());
    }),
  ];

  return {
    of(prd) {
      const one = knownOf(prd);
      if (one.version === prd.document.version || one.asking !== undefined) return one.found;
      const wait = one.asked + AGAIN - Date.now();
      if (wait <= 0) void lookNow(prd, one);
      else one.timer ??= setTimeout(() => void lookNow(prd, one), wait);
      return one.found;
    },
    async now(prd) {
      const one = knownOf(prd);
      if (one.version !== prd.document.version) await lookNow(prd, one);
      return one.found;
    },
    onDidChange: changed.event,
    dispose() {
      for (const { timer } of known.values()) clearTimeout(timer);
      for (const one of disposables) one.dispose();
    },
  };
}

/** From the session where the PRD is shared, which knows two people in one commit apart; else from git. */
async function authorshipOf(
  { document, team }: OpenPrd,
  services: Services,
): Promise<Authorship | undefined> {
  const { live, git, me } = services;
  const { uri } = document;
  if (await live.isShared(uri)) {
    const written = (await live.call("live.authors", uri)) as readonly Written[] | undefined;
    const found = written && authorshipOfSession(written, team.config);
    if (found !== undefined) return found;
  }
  const lines = await git?.blame(uri, document.getText());
  return lines && authorshipOfLines(lines, team.config, await me.of(team));
}
