import { prd201 } from "./feasibility/prd201.ts";
import { prd202 } from "./feasibility/prd202.ts";
import { prd203 } from "./feasibility/prd203.ts";
import { prd204 } from "./feasibility/prd204.ts";
import { prd205 } from "./feasibility/prd205.ts";
import { prd206 } from "./feasibility/prd206.ts";
import { prd207 } from "./feasibility/prd207.ts";
import { prd001 } from "./header/prd001.ts";
import { prd002 } from "./header/prd002.ts";
import { prd003 } from "./header/prd003.ts";
import { prd004 } from "./header/prd004.ts";
import { prd005 } from "./header/prd005.ts";
import { prd006 } from "./header/prd006.ts";
import { prd007 } from "./header/prd007.ts";
import { prd008 } from "./header/prd008.ts";
import { prd009 } from "./header/prd009.ts";
import { prd010 } from "./header/prd010.ts";
import { prd011 } from "./header/prd011.ts";
import { prd012 } from "./header/prd012.ts";
import { prd401 } from "./phrases/prd401.ts";
import { prd402 } from "./phrases/prd402.ts";
import { prd403 } from "./phrases/prd403.ts";
import { prd404 } from "./phrases/prd404.ts";
import { prd405 } from "./phrases/prd405.ts";
import { prd406 } from "./phrases/prd406.ts";
import { prd407 } from "./phrases/prd407.ts";
import { prd101 } from "./requirements/prd101.ts";
import { prd102 } from "./requirements/prd102.ts";
import { prd103 } from "./requirements/prd103.ts";
import { prd104 } from "./requirements/prd104.ts";
import { prd105 } from "./requirements/prd105.ts";
import { prd106 } from "./requirements/prd106.ts";
import { prd107 } from "./requirements/prd107.ts";
import { prd108 } from "./requirements/prd108.ts";
import { prd109 } from "./requirements/prd109.ts";
import { prd110 } from "./requirements/prd110.ts";
import { prd301 } from "./review/prd301.ts";
import { prd302 } from "./review/prd302.ts";
import { prd303 } from "./review/prd303.ts";
import { prd304 } from "./review/prd304.ts";
import { prd305 } from "./review/prd305.ts";
import { prd306 } from "./review/prd306.ts";
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
