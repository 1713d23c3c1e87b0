import type { Disposable } from "vscode";
import type { Command } from "../../command.ts";
import type { Services } from "../../services/services.ts";
import { createChanges } from "./changes.ts";
import { coAuthorsCommand } from "./co-authors.ts";
import { carryCommand, signOffCommand } from "./sign.ts";
import { createWalks } from "./walk.ts";

/** What is loaded when somebody first reviews. */
export interface ReviewFeature extends Disposable {
  /**
   * Each takes the address of a PRD (else it is the one in the editor) and the id of a requirement (else the person
   * picks); `showChanges` the signer's handle as well.
   */
  readonly commands: Readonly<
    Record<"startReview" | "signOff" | "carrySignOff" | "showChanges" | "coAuthors", Command>
  >;
}

/** What engineers review with. */
export function createReview(services: Services): ReviewFeature {
  const changes = createChanges(services);
  const walks = createWalks(services, changes);
  return {
    commands: {
      startReview: walks.start,
      signOff: async (uri, ids) => signOffCommand(services, uri, ids),
      carrySignOff: async (uri, id) =>
        carryCommand(services, uri, id, (prd, signature) => changes.show(prd, signature, true)),
      showChanges: changes.command,
      coAuthors: async (uri) => coAuthorsCommand(services, uri),
    },
    dispose() {
      walks.dispose();
      changes.dispose();
    },
  };
}
