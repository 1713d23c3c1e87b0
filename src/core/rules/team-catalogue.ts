import type { Rule } from "./rule.ts";
import { prd501 } from "./team/prd501.ts";
import { prd502 } from "./team/prd502.ts";
import { prd503 } from "./team/prd503.ts";
import { prd504 } from "./team/prd504.ts";
import { prd505 } from "./team/prd505.ts";
import { prd506 } from "./team/prd506.ts";
import { prd507 } from "./team/prd507.ts";
import { prd508 } from "./team/prd508.ts";
import { prd509 } from "./team/prd509.ts";
import { prd510 } from "./team/prd510.ts";
import { prd511 } from "./team/prd511.ts";
import { prd512 } from "./team/prd512.ts";
import { prd513 } from "./team/prd513.ts";
import { prd514 } from "./team/prd514.ts";
import { prd515 } from "./team/prd515.ts";
import { prd516 } from "./team/prd516.ts";
import { prd517 } from "./team/prd517.ts";
import { prd518 } from "./team/prd518.ts";

/** The rules of what a team has beyond one PRD: cycles, retros, pairs, disagreements that climb; in order of their codes. */
export const teamRules: readonly Rule[] = [
  prd501,
  prd502,
  prd503,
  prd504,
  prd505,
  prd506,
  prd507,
  prd508,
  prd509,
  prd510,
  prd511,
  prd512,
  prd513,
  prd514,
  prd515,
  prd516,
  prd517,
  prd518,
];
