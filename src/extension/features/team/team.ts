import { Disposable } from "vscode";
import type { Services } from "../../services/services.ts";
import type { TeamFeature } from "../team-acts.ts";
import { createMeetings } from "./meetings.ts";
import { newDocumentCommands } from "./new-document.ts";
import { retroCommands } from "./retro.ts";
import { rotationCommands } from "./rotation.ts";
import { splitCommands } from "./split.ts";
import { tierCommands } from "./tiers.ts";

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
