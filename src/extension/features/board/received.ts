import { boardCommands } from "../../../panel/board-messages.ts";
import type { BoardCommand, FromBoard } from "../../../panel/board-messages.ts";

/** What the page said, as far as it fits what it may say: it shows other people's text and is not trusted. */
export function readMessage(message: unknown): FromBoard | undefined {
  const fields = typeof message === "object" && message !== null ? (message as Record<string, unknown>) : {};
  const { kind, made, place, command } = fields;
  switch (kind) {
    case "ready":
      return { kind };
    case "goTo":
      return isNumber(made) && isNumber(place) ? { kind, made, place } : undefined;
    case "run": {
      const known = boardCommands.find((one): one is BoardCommand => one === command);
      return known && { kind, command: known };
    }
    default:
      return undefined;
  }
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
