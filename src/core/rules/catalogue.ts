import { prd001 } from "./prd001.ts";
import { prd002 } from "./prd002.ts";
import { prd003 } from "./prd003.ts";
import { prd004 } from "./prd004.ts";
import { prd006 } from "./prd006.ts";
import { prd007 } from "./prd007.ts";
import { prd008 } from "./prd008.ts";
import { prd009 } from "./prd009.ts";
import { prd010 } from "./prd010.ts";
import { prd011 } from "./prd011.ts";
import { prd012 } from "./prd012.ts";
import type { Rule } from "./rule.ts";

/** Every rule, in the order of their codes. */
export const rules: readonly Rule[] = [
  prd001,
  prd002,
  prd003,
  prd004,
  prd006,
  prd007,
  prd008,
  prd009,
  prd010,
  prd011,
  prd012,
];
