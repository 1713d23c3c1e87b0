import { keepGridReachable } from "./grid-keys.ts";

/**
 * Draws, and gives the focus to the conversation that took the place of the one that had it: an answer that was given
 * makes its conversation go, and who works with the keyboard must not begin at the top again.
 */
export function keepFocus(draw: () => void): void {
  const before = document.activeElement;
  const place = before === null ? -1 : conversations().findIndex((one) => one.contains(before));
  draw();
  keepGridReachable(document);
  if (before === null || before === document.body || document.body.contains(before)) return;
  const now = conversations();
  const next = place < 0 ? undefined : now[Math.min(place, now.length - 1)];
  (next ?? document).querySelector<HTMLElement>(next ? "button" : "[role=tab][aria-selected=true]")?.focus();
}

function conversations(): Element[] {
  return [...document.querySelectorAll(".conversation")];
}
