import type { ComponentChildren, VNode } from "preact";
import type { DocumentName, Place } from "../../core/board/model.ts";
import { figure } from "../../core/words/count.ts";

/** What a person can do on the board in the editor. A board without it is a page to read: its places are links. */
export interface BoardDoes {
  goTo(at: Place): void;
}

interface GoProps {
  readonly at: Place;
  readonly does: BoardDoes | undefined;
  readonly children: ComponentChildren;
}

/** What a document is called. */
export function nameOf({ id, name }: DocumentName): string {
  return id ?? name;
}

/** Leads to a line. */
export function Go({ at, does, children }: GoProps): VNode {
  const where = `${at.path}:${at.line}`;
  return does === undefined ? (
    <a href={hrefOf(at)} title={where}>
      {children}
    </a>
  ) : (
    <button type="button" class="link" title={where} onClick={() => does.goTo(at)}>
      {children}
    </button>
  );
}

/** Beside the documents' folder the page leads to them; `./` keeps a name with a colon from being another protocol. */
export function hrefOf({ path, line }: Place): string {
  return `./${path.split("/").map(encodeURIComponent).join("/")}#L${line}`;
}

/** Most things that are listed below a number in the page; the JSON has them all. */
const MOST_LISTED = 100;

export interface Counted {
  readonly key: string;
  readonly at: Place;
  readonly name: string;
  /** What is said beside its name. */
  readonly said?: string | undefined;
}

interface CountProps {
  readonly number: number;
  /** For those who hear it without the table around: `Handoff, 0 to 7 days`. */
  readonly of: string;
  readonly things: readonly Counted[];
  readonly does: BoardDoes | undefined;
}

/** A number that leads to what it counts: to the only thing, or to a list that opens below it. */
export function Count({ number, of, things, does }: CountProps): VNode {
  const shown = figure(number);
  const [only] = things;
  if (only === undefined) return <span class="zero">{shown}</span>;
  if (things.length === 1) {
    return (
      <Go at={only.at} does={does}>
        {shown}
        <span class="sr">
          {" "}
          {of}: {only.name}
        </span>
      </Go>
    );
  }
  return (
    <details class="count">
      <summary>
        {shown}
        <span class="sr"> {of}</span>
      </summary>
      <ul>
        {things.slice(0, MOST_LISTED).map(({ key, at, name, said }) => (
          <li key={key}>
            <Go at={at} does={does}>
              {name}
            </Go>
            {said !== undefined && <span class="said"> {said}</span>}
          </li>
        ))}
        {things.length > MOST_LISTED && (
          <li>and {figure(things.length - MOST_LISTED)} more, which the JSON has</li>
        )}
      </ul>
    </details>
  );
}
