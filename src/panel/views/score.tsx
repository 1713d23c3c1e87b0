import type { VNode } from "preact";
import type { Score as Sum } from "../../core/readiness/score.ts";

/** Passed checks over all checks, and the lines that add up to them. */
export function Score({ score, open }: { score: Sum; open: boolean }): VNode | null {
  if (score.of === 0) return null;
  return (
    <details class="score" open={open}>
      <summary>
        <b>
          {score.passed} of {score.of}
        </b>{" "}
        checks pass
      </summary>
      <ul>
        {score.sum.map(({ label, passed, of }) => (
          <li key={label} class={passed === of ? "whole" : "part"}>
            <span class="sum">
              {passed} of {of}
            </span>
            <span class="label">{label}</span>
            <span class="bar" aria-hidden="true">
              <span style={{ width: `${(100 * passed) / of}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
