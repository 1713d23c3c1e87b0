import type { VNode } from "preact";
import type { LibraryRow } from "../../core/readiness/overview.ts";
import type { Does } from "./does.ts";
import type { LibraryLook } from "./library-order.ts";
import { statusName } from "../../core/words/status.ts";

interface FilterProps {
  readonly rows: readonly LibraryRow[];
  readonly look: LibraryLook;
  readonly me: string | undefined;
  readonly does: Does;
}

/** What an event of a field tells: what stands in it now. */
interface Changed {
  readonly currentTarget: { readonly value: string; readonly checked?: boolean };
}

/** Which of the PRDs are shown. */
export function LibraryFilter({ rows, look, me, does }: FilterProps): VNode {
  const statuses = [...new Set(rows.map(({ status }) => status))];
  const buckets = [...new Set(rows.map(({ bucket }) => bucket ?? "-"))].sort();
  return (
    <div class="filter" role="search" aria-label="PRDs">
      <input
        type="search"
        aria-label="Find by name, id or person"
        placeholder="Name, id or person"
        value={look.text}
        onInput={({ currentTarget: { value } }: Changed) => does.library({ text: value })}
      />
      <select
        aria-label="Status"
        value={look.status}
        onChange={({ currentTarget: { value } }: Changed) => does.library({ status: value })}
      >
        <option value="">Any status</option>
        {withChosen(statuses, look.status).map((status) => (
          <option key={status} value={status}>
            {statusName(status)}
          </option>
        ))}
      </select>
      <select
        aria-label="Bucket"
        value={look.bucket}
        onChange={({ currentTarget: { value } }: Changed) => does.library({ bucket: value })}
      >
        <option value="">Any bucket</option>
        {withChosen(buckets, look.bucket).map((bucket) => (
          <option key={bucket} value={bucket}>
            {bucket === "-" ? "no bucket" : bucket}
          </option>
        ))}
      </select>
      {me === undefined ? (
        <button type="button" class="link" onClick={() => does.run("whoAmI")}>
          Which are mine?
        </button>
      ) : (
        <label>
          <input
            type="checkbox"
            checked={look.mine}
            onChange={({ currentTarget: { checked } }: Changed) => does.library({ mine: checked === true })}
          />
          Mine
        </label>
      )}
    </div>
  );
}

/** What is chosen stays in the list, though no PRD has it any more. */
function withChosen(values: readonly string[], chosen: string): readonly string[] {
  return chosen === "" || values.includes(chosen) ? values : [...values, chosen];
}
