import type { Constraint, Definition, DefinitionKind, EdgeCase } from "./model.ts";

/** What is gathered while the document is read from top to bottom. */
export interface Collected {
  readonly definitions: Definition[];
  readonly edgeCases: EdgeCase[];
  readonly constraints: Constraint[];
  edgeCase(found: EdgeCase | undefined): void;
  constraint(found: Constraint | undefined): void;
  define(found: Annotation, kind: DefinitionKind): void;
}

type Annotation = Pick<EdgeCase, "id" | "idRange" | "body" | "start" | "end">;

export function collector(): Collected {
  const definitions: Definition[] = [];
  const edgeCases: EdgeCase[] = [];
  const constraints: Constraint[] = [];
  const define = ({ id, idRange, body, start, end }: Annotation, kind: DefinitionKind): void => {
    definitions.push({ ...idRange, id, kind, title: body, block: { start, end } });
  };
  return {
    definitions,
    edgeCases,
    constraints,
    define,
    edgeCase(found) {
      if (found === undefined) return;
      edgeCases.push(found);
      define(found, "edge-case");
    },
    constraint(found) {
      if (found === undefined) return;
      constraints.push(found);
      define(found, "constraint");
    },
  };
}
