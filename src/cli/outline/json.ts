import type { Outline } from "../../core/outline/model.ts";
import type { Fault } from "../fault.ts";
import { faultsJson } from "../formats/json.ts";
import { jsonText } from "../printable.ts";

export interface OutlinedFile {
  /** Relative to the working folder, with `/`. */
  readonly path: string;
  readonly outline: Outline;
}

/** What was seen as one JSON value; docs/cli.md describes its version 1. */
export function json(files: readonly OutlinedFile[], faults: readonly Fault[]): string {
  const value = {
    version: 1,
    files: files.map(({ path, outline }) => ({
      path,
      kind: outline.kind,
      dialects: outline.dialects,
      language: outline.language,
      sections: outline.sections.map(({ name = null, heading, line }) => ({ name, heading, line })),
      requirements: outline.requirements.map(({ id = null, parent = null, ...rest }) => {
        const { title, line, endLine, form, why, edgeCases, constraints, acceptance, signedOff } = rest;
        return {
          ...{ id, title, line, endLine, parent, form },
          ...{ why, edgeCases, constraints, acceptance, signedOff },
        };
      }),
      documentWide: outline.documentWide,
      unplaced: outline.unplaced,
    })),
    errors: faultsJson(faults),
  };
  return jsonText(value);
}
