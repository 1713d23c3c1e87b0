import { Disposable } from "vscode";
import type { Command } from "../../command.ts";
import type { Services } from "../../services/services.ts";
import { createMeetings } from "./meetings.ts";
import { newDocumentCommands } from "./new-document.ts";
import { retroCommands } from "./retro.ts";
import { rotationCommands } from "./rotation.ts";
import { splitCommands } from "./split.ts";
import { tierCommands } from "./tiers.ts";

/** What is loaded when somebody first plans, meets or looks back. */
export interface TeamFeature extends Disposable {
  /** Each takes the address of a document, or asks. */
  readonly commands: Readonly<
    Record<
      | "newCycle"
      | "newRetro"
      | "agree"
      | "renegotiate"
      | "showPlanned"
      | "raise"
      | "resolve"
      | "proposeRotation"
      | "holdRetro"
      | "agenda"
      | "logMeeting",
      Command
    >
  >;
}

/** What a team does beside its PRDs. */
export function createTeam(services: Services): TeamFeature {
  const meetings = createMeetings(services);
  return Object.assign(Disposable.from(meetings), {
    commands: {
      ...newDocumentCommands(services),
      ...splitCommands(services),
      ...tierCommands(services),
      ...rotationCommands(services),
      ...retroCommands(services),
      ...meetings.commands,
    },
  });
}
