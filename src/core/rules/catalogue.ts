import { prd001 } from "./prd001.ts";
import { prd002 } from "./prd002.ts";
import { prd003 } from "./prd003.ts";
import { prd004 } from "./prd004.ts";
import { prd005 } from "./prd005.ts";
import { prd006 } from "./prd006.ts";
import { prd007 } from "./prd007.ts";
import { prd008 } from "./prd008.ts";
import { prd009 } from "./prd009.ts";
import { prd010 } from "./prd010.ts";
import { prd011 } from "./prd011.ts";
import { prd012 } from "./prd012.ts";
import { prd101 } from "./prd101.ts";
import { prd102 } from "./prd102.ts";
import { prd103 } from "./prd103.ts";
import { prd104 } from "./prd104.ts";
import { prd105 } from "./prd105.ts";
import { prd106 } from "./prd106.ts";
import { prd107 } from "./prd107.ts";
import { prd108 } from "./prd108.ts";
import { prd109 } from "./prd109.ts";
import { prd110 } from "./prd110.ts";
import { prd201 } from "./prd201.ts";
import { prd202 } from "./prd202.ts";
import { prd203 } from "./prd203.ts";
import { prd204 } from "./prd204.ts";
import { prd205 } from "./prd205.ts";
import { prd206 } from "./prd206.ts";
import { prd207 } from "./prd207.ts";
import { prd301 } from "./prd301.ts";
import { prd302 } from "./prd302.ts";
import { prd303 } from "./prd303.ts";
import { prd304 } from "./prd304.ts";
import { prd305 } from "./prd305.ts";
import { prd306 } from "./prd306.ts";
import { prd401 } from "./prd401.ts";
import { prd402 } from "./prd402.ts";
import { prd403 } from "./prd403.ts";
import { prd404 } from "./prd404.ts";
import { prd405 } from "./prd405.ts";
import { prd406 } from "./prd406.ts";
import { prd407 } from "./prd407.ts";
import type { Rule } from "./rule.ts";

/** Every rule, in the order of their codes. */
export const rules: readonly Rule[] = [
  prd001,
  prd002,
  prd003,
  prd004,
  prd005,
  prd006,
  prd007,
  prd008,
  prd009,
  prd010,
  prd011,
  prd012,
  prd101,
  prd102,
  prd103,
  prd104,
  prd105,
  prd106,
  prd107,
  prd108,
  prd109,
  prd110,
  prd201,
  prd202,
  prd203,
  prd204,
  prd205,
  prd206,
  prd207,
  prd301,
  prd302,
  prd303,
  prd304,
  prd305,
  prd306,
  prd401,
  prd402,
  prd403,
  prd404,
  prd405,
  prd406,
  prd407,
];
