import type { Command } from "./command.ts";
import type { ReviewFeature } from "./features/review/review.ts";
import type { TeamFeature } from "./features/team/team.ts";
import type { LazyFeatures } from "./lazy-features.ts";
import type { Services } from "./services/services.ts";

/** What commands are made from. */
interface Parts {
  readonly services: Services;
  readonly lazyFeatures: LazyFeatures;
}

type Row = readonly [
  /** Without `seamwork.`. */
  id: string,
  /** When its code is loaded: most sessions never need most of it. */
  loaded: "at once" | "on call" | "with its feature" | "with live editing",
  command: (parts: Parts) => Command | Promise<Command>,
];

const additions = async ({ services }: Parts) =>
  (await import("./features/commands/additions.ts")).additionCommands(services);
const answers = async ({ services }: Parts) =>
  (await import("./features/commands/answers.ts")).answerCommands(services);
const conversations = async ({ services }: Parts) =>
  (await import("./features/commands/conversations.ts")).conversationCommands(services);
const assumptions = async ({ services }: Parts) =>
  (await import("./features/commands/assumptions.ts")).assumptionCommands(services);
const feasibility = async ({ services }: Parts) =>
  (await import("./features/commands/feasibility.ts")).feasibilityCommands(services);
const review =
  (name: keyof ReviewFeature["commands"]) =>
  async ({ lazyFeatures }: Parts) =>
    (await lazyFeatures.review.get()).commands[name];
const team =
  (name: keyof TeamFeature["commands"]) =>
  async ({ lazyFeatures }: Parts) =>
    (await lazyFeatures.team.get()).commands[name];
const live =
  (id: string) =>
  ({ services }: Parts): Command =>
  (...args) =>
    services.live.call(id, ...args);

/** Every command of the extension. Those that package.json does not name are for lenses, lists and tests. */
export const commandTable: readonly Row[] = [
  [
    "newPrd",
    "on call",
    async (of) => (await import("./features/commands/new-prd.ts")).newPrdCommand(of.services),
  ],
  ["adopt", "with its feature", async ({ lazyFeatures }) => (await lazyFeatures.adopt.get()).adopt],
  ["addConstraint", "on call", async (of) => (await additions(of)).addConstraint],
  ["addEdgeCase", "on call", async (of) => (await additions(of)).addEdgeCase],
  ["addQuestion", "on call", async (of) => (await conversations(of)).addQuestion],
  ["openDisagreement", "on call", async (of) => (await conversations(of)).openDisagreement],
  ["accept", "on call", async (of) => (await answers(of)).accept],
  ["counter", "on call", async (of) => (await answers(of)).counter],
  ["answer", "on call", async (of) => (await answers(of)).answer],
  ["held", "on call", async (of) => (await assumptions(of)).held],
  ["broke", "on call", async (of) => (await assumptions(of)).broke],
  ["addOption", "on call", async (of) => (await feasibility(of)).addOption],
  ["inTheRoom", "on call", async (of) => (await feasibility(of)).inTheRoom],
  [
    "moveOn",
    "on call",
    async (of) => (await import("./features/commands/move-on.ts")).moveOnCommand(of.services),
  ],
  [
    "showOpen",
    "on call",
    async (of) => (await import("./features/open-list.ts")).showOpenCommand(of.services),
  ],
  [
    "fixAll",
    "on call",
    async (of) => (await import("./features/fixes/fix-all.ts")).fixAllCommand(of.services),
  ],
  ["walk", "on call", async (of) => (await import("./features/fixes/walk.ts")).walkCommand(of.services)],
  [
    "rememberForTeam",
    "on call",
    async (of) => (await import("./features/fixes/remember-for-team.ts")).rememberForTeamCommand(of.services),
  ],
  [
    "renumber",
    "on call",
    async (of) => (await import("./features/fixes/renumber.ts")).renumberCommand(of.services),
  ],
  ["select", "on call", async () => (await import("./features/commands/go-to.ts")).select as Command],
  ["goTo", "on call", async () => (await import("./features/commands/go-to.ts")).goTo as Command],
  [
    "refresh",
    "at once",
    ({ services }) =>
      () =>
        services.library.refresh(),
  ],

  ["openReadiness", "with its feature", async ({ lazyFeatures }) => (await lazyFeatures.panel.get()).openTab],
  [
    "exportReadiness",
    "with its feature",
    async ({ lazyFeatures }) => (await lazyFeatures.panel.get()).exportReadiness,
  ],
  ["openBoard", "with its feature", async ({ lazyFeatures }) => (await lazyFeatures.board.get()).openTab],
  [
    "exportBoard",
    "with its feature",
    async ({ lazyFeatures }) => (await lazyFeatures.board.get()).exportBoard,
  ],

  ["showOutline", "with its feature", async ({ lazyFeatures }) => (await lazyFeatures.outline.get()).show],

  ["startReview", "with its feature", review("startReview")],
  ["signOff", "with its feature", review("signOff")],
  ["carrySignOff", "with its feature", review("carrySignOff")],
  ["showChanges", "with its feature", review("showChanges")],
  ["coAuthors", "with its feature", review("coAuthors")],

  ["newCycle", "with its feature", team("newCycle")],
  ["newRetro", "with its feature", team("newRetro")],
  ["agree", "with its feature", team("agree")],
  ["renegotiate", "with its feature", team("renegotiate")],
  ["showPlanned", "with its feature", team("showPlanned")],
  ["raise", "with its feature", team("raise")],
  ["resolve", "with its feature", team("resolve")],
  ["proposeRotation", "with its feature", team("proposeRotation")],
  ["holdRetro", "with its feature", team("holdRetro")],
  ["agenda", "with its feature", team("agenda")],
  ["logMeeting", "with its feature", team("logMeeting")],

  ["live.share", "with live editing", live("live.share")],
  ["live.shareHere", "with live editing", live("live.shareHere")],
  ["live.join", "with live editing", live("live.join")],
  ["live.invite", "with live editing", live("live.invite")],
  ["live.history", "with live editing", live("live.history")],
  ["live.nameVersion", "with live editing", live("live.nameVersion")],
  ["live.menu", "with live editing", live("live.menu")],
  ["live.goToPerson", "with live editing", live("live.goToPerson")],
  ["live.follow", "with live editing", live("live.follow")],
  ["live.unfollow", "with live editing", live("live.unfollow")],
  ["live.leave", "with live editing", live("live.leave")],
  ["live.stop", "with live editing", live("live.stop")],
  ["live.undo", "with live editing", live("live.undo")],
  ["live.redo", "with live editing", live("live.redo")],
  ["live.inspect", "with live editing", live("live.inspect")],
];

/** The commands by their whole ids. */
export function commandsOf(parts: Parts): ReadonlyMap<string, Command> {
  return new Map(
    commandTable.map(([id, , command]): [string, Command] => [
      `seamwork.${id}`,
      async (...args) => (await command(parts))(...args),
    ]),
  );
}
