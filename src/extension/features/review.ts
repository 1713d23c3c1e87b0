import type { Disposable } from "vscode";
import type { Services } from "../services/services.ts";
import type { Command } from "../start.ts";

const names = ["startReview", "signOff", "carrySignOff", "showChanges", "coAuthors"] as const;

/** What is loaded when somebody first reviews. */
export interface ReviewFeature extends Disposable {
  readonly commands: Readonly<Record<(typeof names)[number], Command>>;
}

/**
 * The review's commands, by id. Each takes the address of a PRD (else it is the one in the editor) and the id of a
 * requirement (else the person picks); `showChanges` the signer's handle as well.
 */
export function reviewGate(
  services: Services,
): Disposable & { readonly commands: ReadonlyMap<string, Command> } {
  let loaded: Promise<ReviewFeature> | undefined;
  const load = (): Promise<ReviewFeature> =>
    (loaded ??= import("./review/review.ts").then(({ createReview }) => createReview(services)));
  return {
    commands: new Map(
      names.map((name): [string, Command] => [
        `seamwork.${name}`,
        async (...args: unknown[]) => (await load()).commands[name](...args),
      ]),
    ),
    dispose: () => void loaded?.then((review) => review.dispose()),
  };
}
