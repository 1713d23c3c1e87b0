import type { Services } from "../../services/services.ts";
import type { ReviewFeature } from "../review.ts";
import { createChanges } from "./changes.ts";
import { coAuthorsCommand } from "./co-authors.ts";
import { carryCommand, signOffCommand } from "./sign.ts";
import { createWalks } from "./walk.ts";

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
