import {
  CodeLens,
  Disposable,
  DocumentLink,
  EventEmitter,
  languages,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import type { Event, QuickPickItem, TextDocument } from "vscode";
import type { AgendaRequest } from "../../../core/agenda/model.ts";
import { sameHandle } from "../../../core/config/people.ts";
import { managersDue, planningDue, weeklyDue } from "../../../core/team/cadence.ts";
import { cyclesIn } from "../../../core/team/cycles.ts";
import { meetingEdit } from "../../../core/writing/team/meeting.ts";
import { pairsOver } from "../../../core/team/pairs.ts";
import { nextCycleId } from "../../../core/facts/period.ts";
import { insertAnew } from "../../edits.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../command.ts";
import { makeAgenda } from "./agenda.ts";
import type { MadeAgenda } from "./agenda.ts";
import { pickPeople } from "./people.ts";
import { ask, cycleFor, teamHere } from "./where.ts";
import type { Here } from "./where.ts";

const SCHEME = "seamwork-agenda";

/** Agendas as documents of their own, which nobody has to save or throw away, and the log of the meetings. */
export function createMeetings(
  services: Services,
): Disposable & { readonly commands: Readonly<Record<"agenda" | "logMeeting", Command>> } {
  const { clock } = services;
  const made = new Map<string, MadeAgenda>();
  const changed = new EventEmitter<Uri>();

  const show = async (here: Here, request: AgendaRequest): Promise<void> => {
    const agenda = await makeAgenda(services, here, request);
    if (agenda === undefined) return;
    const uri = Uri.from({ scheme: SCHEME, path: `/${nameOf(agenda)}.md`, query: here.folder.toString() });
    made.set(uri.toString(), agenda);
    changed.fire(uri);
    const document = await workspace.openTextDocument(uri);
    const viewColumn = window.activeTextEditor === undefined ? ViewColumn.Active : ViewColumn.Beside;
    await window.showTextDocument(document, { viewColumn, preview: false });
  };

  const agenda = async (uri?: unknown): Promise<void> => {
    const here = await teamHere(services, uri);
    if (here === undefined) return;
    const me = await services.me.of(here.team);
    const items = requestsOf(here, clock.today(), me);
    const picked = await window.showQuickPick(items, {
      title: "Make Agenda…",
      placeHolder: "Which meeting?",
      matchOnDescription: true,
    });
    if (picked !== undefined) await show(here, picked.request);
  };

  const logMeeting = async (uri?: unknown): Promise<void> => {
    const from = made.get(
      (uri instanceof Uri ? uri : window.activeTextEditor?.document.uri)?.toString() ?? "",
    );
    const today = clock.today();
    const cycle = await cycleFor(
      services,
      from === undefined ? uri : undefined,
      "In which cycle's log?",
      today,
    );
    if (cycle === undefined) return;
    const meeting = await askMeeting(services, cycle, from?.request);
    if (meeting === undefined) return;
    await insertAnew(cycle.document, () => [meetingEdit(cycle.model(), meeting)]);
    // What the meeting has settled is gone from its agenda.
    if (from !== undefined) await again(from);
  };

  const again = async (before: MadeAgenda): Promise<void> => {
    const uri = [...made].find(([, one]) => one === before)?.[0];
    const now = await makeAgenda(services, before.here, before.request);
    if (uri === undefined || now === undefined) return;
    made.set(uri, now);
    changed.fire(Uri.parse(uri));
  };

  const disposable = Disposable.from(changed, registerAgendas(made, changed.event));
  return Object.assign(disposable, { commands: { agenda, logMeeting } });
}

/** Agendas as read-only documents with links to what they name. */
function registerAgendas(made: Map<string, MadeAgenda>, onDidChange: Event<Uri>): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange,
      provideTextDocumentContent: (uri) =>
        made.get(uri.toString())?.text ?? "This agenda was made in an earlier window.\n",
    }),
    languages.registerDocumentLinkProvider(
      { scheme: SCHEME },
      { provideDocumentLinks: (document) => linksIn(document, made.get(document.uri.toString())) },
    ),
    languages.registerCodeLensProvider(
      { scheme: SCHEME },
      {
        provideCodeLenses: ({ uri }) =>
          made.has(uri.toString())
            ? [
                new CodeLens(new Range(0, 0, 0, 0), {
                  title: "Log this meeting",
                  command: "seamwork.logMeeting",
                  arguments: [uri],
                }),
              ]
            : [],
      },
    ),
    workspace.onDidCloseTextDocument(({ uri }) => made.delete(uri.toString())),
  );
}

/** Asks for what a line of the log says; undefined when somebody goes back. */
async function askMeeting(
  { clock, me }: Services,
  cycle: OpenPrd,
  request: AgendaRequest | undefined,
): Promise<Parameters<typeof meetingEdit>[1] | undefined> {
  const today = clock.today();
  const kind = request?.kind ?? (await pickKind());
  if (kind === undefined) return undefined;
  const { config } = cycle.team;
  const mine = me.known(cycle.team);
  const likely = request?.kind === "weekly" ? request.pair : mine === undefined ? [] : [mine];
  const who = await pickPeople(config, `Who was at the ${kind}?`, likely, today);
  if (who === undefined) return undefined;
  const usual = kind === "weekly" ? config.cadence.weekly.minutes : 45;
  const said = await ask("How many minutes did it take?", String(usual), {
    value: String(usual),
    prompt: "Empty where nobody looked at the clock",
    mayBeEmpty: true,
    problem: (text) => (/^\s*\d{0,4}\s*$/.test(text) ? undefined : "A number of minutes, such as 20"),
  });
  if (said === undefined) return undefined;
  const minutes = said === "" ? undefined : Number(said);
  const note = await ask("What came out of it?", "D1 of PRD-042 opened", {
    prompt: "One line; may be empty",
    mayBeEmpty: true,
  });
  if (note === undefined) return undefined;
  return { date: today, kind, who, minutes, note };
}

function nameOf({ request, agenda: { of } }: MadeAgenda): string {
  return ["Agenda", request.kind, ...of].join(" ").replace(/[\\/:?#]/g, "-");
}

/** Where an agenda's places lead. */
function linksIn(document: TextDocument, made: MadeAgenda | undefined): DocumentLink[] {
  if (made === undefined) return [];
  return [...document.getText().matchAll(/`([^`\n]+):(\d+)`/g)].flatMap(
    ({ 0: whole, 1: path, 2: line, index }) => {
      if (path === undefined || made.here.index.get(path) === undefined) return [];
      const at = document.positionAt(index + 1);
      const range = new Range(at, at.translate(0, whole.length - 2));
      return new DocumentLink(range, Uri.joinPath(made.here.folder, path).with({ fragment: `L${line}` }));
    },
  );
}

type RequestItem = QuickPickItem & { readonly request: AgendaRequest };

/** The meetings that there can be: one's own pairs first. */
function requestsOf({ index, team: { config } }: Here, today: string, me: string | undefined): RequestItem[] {
  const due = (day: string | undefined): string =>
    day === undefined ? "" : day < today ? `was due ${day}` : `due ${day}`;
  const isMine = (handles: readonly string[]): boolean =>
    me !== undefined && handles.some((one) => sameHandle(one, me));
  const pairs = pairsOver(index, config, today)
    .filter(({ current }) => current)
    .map(({ pm, eng, since }): RequestItem & { mine: boolean } => {
      const pair = [pm, eng] as const;
      const next = weeklyDue(index, [pm, eng], since, config, today);
      return {
        label: `Weekly of ${pm} and ${eng}`,
        description: due(next?.due),
        request: { kind: "weekly", pair },
        mine: isMine(pair),
      };
    });
  const cycles = cyclesIn(index).flatMap(({ cycle: { id } }) => (id === "" ? [] : [id]));
  const last = cycles.at(-1);
  const coming = last === undefined ? undefined : nextCycleId(last);
  const plannings = [...(coming === undefined ? [] : [coming]), ...cycles.toReversed().slice(0, 2)].map(
    (cycle, at): RequestItem => ({
      label: `Planning for ${cycle}`,
      description: at === 0 ? due(planningDue(index, config, today)?.due) : "",
      request: { kind: "planning", cycle },
    }),
  );
  const retros = [...index.all()]
    .filter(
      ({ kind, id, status, team }) =>
        id !== undefined &&
        (kind === "retro" || (kind === "prd" && (status === "launched" || team?.retro !== undefined))),
    )
    .sort((a, b) => Number(a.team?.retro?.held !== undefined) - Number(b.team?.retro?.held !== undefined))
    .map(({ id = "", name, team }): RequestItem => {
      const held = team?.retro?.held;
      return {
        label: `Retro for ${id}`,
        description: [name === id ? "" : name, held === undefined ? due(team?.retro?.due) : `held ${held}`]
          .filter((part) => part !== "")
          .join(" · "),
        request: { kind: "retro", document: id },
      };
    });
  return [
    ...pairs.filter(({ mine }) => mine),
    ...pairs.filter(({ mine }) => !mine),
    {
      label: "Managers",
      description: due(managersDue(index, config, today)?.due),
      request: { kind: "managers" },
    },
    ...plannings,
    ...retros,
  ];
}

const kinds: readonly QuickPickItem[] = [
  { label: "weekly", description: "a pair" },
  { label: "managers", description: "the managers of both sides" },
  { label: "planning", description: "the next cycle" },
  { label: "retro", description: "a launch or an incident" },
  { label: "rotation", description: "who works with whom from now on" },
];

async function pickKind(): Promise<string | undefined> {
  return (await window.showQuickPick(kinds, { title: "Which meeting was it?", matchOnDescription: true }))
    ?.label;
}
