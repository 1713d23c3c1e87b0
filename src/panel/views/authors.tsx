import type { VNode } from "preact";
import type { Author, Authorship } from "../../core/readiness/overview.ts";
import { Heading } from "./heading.tsx";

const sides = [
  { key: "pm", label: "Product" },
  { key: "eng", label: "Engineering" },
  { key: "other", label: "Others" },
] as const;

const from = {
  session: "since it was shared, from the live session’s history",
  git: "from git’s history, line by line",
};

interface AuthorsProps {
  readonly authorship: Authorship | undefined;
  readonly level: number;
}

/** Who wrote how much of the text, so that one sees whether two sides did. */
export function Authors({ authorship, level }: AuthorsProps): VNode | null {
  if (authorship === undefined || authorship.people.length === 0) return null;
  const { people } = authorship;
  const shares = sides
    .map((side) => ({ ...side, share: sum(people.filter((one) => sideOf(one) === side.key)) }))
    .filter(({ share }) => share > 0);
  return (
    <section class="authors">
      <Heading level={level}>Who wrote it</Heading>
      <p class="shares" aria-hidden="true">
        {shares.map(({ key, share }) => (
          <span key={key} class={key} style={{ width: `${100 * share}%` }} />
        ))}
      </p>
      <p class="sides">
        {shares.map(({ key, label, share }) => (
          <span key={key} class={key}>
            {label} {percent(share)}
          </span>
        ))}
      </p>
      <ul>
        {people.map((one, index) => (
          <li key={index}>
            <span title={one.handle}>{one.name}</span> <span class="share">{percent(one.share)}</span>
          </li>
        ))}
      </ul>
      <p class="hint">Counted {from[authorship.from]}.</p>
    </section>
  );
}

function sideOf({ role }: Author): "pm" | "eng" | "other" {
  return role === "pm" || role === "eng" ? role : "other";
}

function sum(people: readonly Author[]): number {
  return people.reduce((all, { share }) => all + share, 0);
}

function percent(share: number): string {
  return share > 0 && share < 0.01 ? "under 1%" : `${Math.round(100 * share)}%`;
}
