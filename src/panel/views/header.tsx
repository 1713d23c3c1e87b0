import type { VNode } from "preact";
import type { Person, PrdOverview } from "../../core/readiness/overview.ts";
import { Heading } from "./heading.tsx";
import { names } from "./people.ts";

/** Which PRD this is, and who is paired on it. */
export function Header({ overview, level }: { overview: PrdOverview; level: number }): VNode {
  const { id, name, pm, eng } = overview;
  return (
    <header class="prd">
      {id !== undefined && <p class="id">{id}</p>}
      <Heading level={level}>{name === "" ? (id ?? "No name yet") : name}</Heading>
      <p class="pair">
        <Side people={pm} role="product" />
        <span aria-hidden="true"> × </span>
        <Side people={eng} role="engineering" />
      </p>
    </header>
  );
}

function Side({ people, role }: { people: readonly Person[]; role: string }): VNode {
  if (people.length === 0) return <span class="nobody">nobody from {role} yet</span>;
  const handles = people.map(({ handle }) => handle).join(", ");
  return (
    <span title={`${handles}, ${role}`}>
      {names(people)}
      <span class="sr">, {role}</span>
    </span>
  );
}
