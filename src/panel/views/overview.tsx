import type { VNode } from "preact";
import type { PrdOverview } from "../../core/readiness/overview.ts";
import { Authors } from "./authors.tsx";
import { Conversations } from "./conversations.tsx";
import type { ConversationsLook } from "./conversations.tsx";
import type { Does } from "./does.ts";
import { Header } from "./header.tsx";
import { Matrix } from "./matrix.tsx";
import { Score } from "./score.tsx";
import { StatusPath } from "./status-path.tsx";

interface OverviewProps {
  readonly overview: PrdOverview;
  readonly look: ConversationsLook;
  /** Of the PRD's name; what is inside has the levels below. */
  readonly level: number;
  readonly me: string | undefined;
  readonly does?: Does | undefined;
}

/** All about one PRD. */
export function Overview({ overview, look, level, me, does }: OverviewProps): VNode {
  return (
    <article class="overview">
      <Header overview={overview} level={level} />
      <StatusPath overview={overview} does={does} />
      <div class="sides-by-side">
        <div class="state">
          <Matrix matrix={overview.matrix} level={level + 1} does={does} />
          <Score score={overview.score} open={does === undefined} />
          <Authors authorship={overview.authorship} level={level + 1} />
        </div>
        <Conversations overview={overview} look={look} level={level + 1} me={me} does={does} />
      </div>
    </article>
  );
}
