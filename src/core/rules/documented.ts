import { allRules } from "./all.ts";
import { docs as prd201 } from "./feasibility/prd201.ts";
import { docs as prd202 } from "./feasibility/prd202.ts";
import { docs as prd203 } from "./feasibility/prd203.ts";
import { docs as prd204 } from "./feasibility/prd204.ts";
import { docs as prd205 } from "./feasibility/prd205.ts";
import { docs as prd206 } from "./feasibility/prd206.ts";
import { docs as prd207 } from "./feasibility/prd207.ts";
import { docs as prd001 } from "./header/prd001.ts";
import { docs as prd002 } from "./header/prd002.ts";
import { docs as prd003 } from "./header/prd003.ts";
import { docs as prd004 } from "./header/prd004.ts";
import { docs as prd005 } from "./header/prd005.ts";
import { docs as prd006 } from "./header/prd006.ts";
import { docs as prd007 } from "./header/prd007.ts";
import { docs as prd008 } from "./header/prd008.ts";
import { docs as prd009 } from "./header/prd009.ts";
import { docs as prd010 } from "./header/prd010.ts";
import { docs as prd011 } from "./header/prd011.ts";
import { docs as prd012 } from "./header/prd012.ts";
import { docs as prd401 } from "./phrases/prd401.ts";
import { docs as prd402 } from "./phrases/prd402.ts";
import { docs as prd403 } from "./phrases/prd403.ts";
import { docs as prd404 } from "./phrases/prd404.ts";
import { docs as prd405 } from "./phrases/prd405.ts";
import { docs as prd406 } from "./phrases/prd406.ts";
import { docs as prd407 } from "./phrases/prd407.ts";
import { docs as prd101 } from "./requirements/prd101.ts";
import { docs as prd102 } from "./requirements/prd102.ts";
import { docs as prd103 } from "./requirements/prd103.ts";
import { docs as prd104 } from "./requirements/prd104.ts";
import { docs as prd105 } from "./requirements/prd105.ts";
import { docs as prd106 } from "./requirements/prd106.ts";
import { docs as prd107 } from "./requirements/prd107.ts";
import { docs as prd108 } from "./requirements/prd108.ts";
import { docs as prd109 } from "./requirements/prd109.ts";
import { docs as prd110 } from "./requirements/prd110.ts";
import { docs as prd301 } from "./review/prd301.ts";
import { docs as prd302 } from "./review/prd302.ts";
import { docs as prd303 } from "./review/prd303.ts";
import { docs as prd304 } from "./review/prd304.ts";
import { docs as prd305 } from "./review/prd305.ts";
import { docs as prd306 } from "./review/prd306.ts";
import type { DocumentedRule, RuleDocs } from "./rule.ts";
import { docs as prd501 } from "./team/prd501.ts";
import { docs as prd502 } from "./team/prd502.ts";
import { docs as prd503 } from "./team/prd503.ts";
import { docs as prd504 } from "./team/prd504.ts";
import { docs as prd505 } from "./team/prd505.ts";
import { docs as prd506 } from "./team/prd506.ts";
import { docs as prd507 } from "./team/prd507.ts";
import { docs as prd508 } from "./team/prd508.ts";
import { docs as prd509 } from "./team/prd509.ts";
import { docs as prd510 } from "./team/prd510.ts";
import { docs as prd511 } from "./team/prd511.ts";
import { docs as prd512 } from "./team/prd512.ts";
import { docs as prd513 } from "./team/prd513.ts";
import { docs as prd514 } from "./team/prd514.ts";
import { docs as prd515 } from "./team/prd515.ts";
import { docs as prd516 } from "./team/prd516.ts";
import { docs as prd517 } from "./team/prd517.ts";
import { docs as prd518 } from "./team/prd518.ts";

const docs: Readonly<Record<string, RuleDocs>> = {
  PRD001: prd001,
  PRD002: prd002,
  PRD003: prd003,
  PRD004: prd004,
  PRD005: prd005,
  PRD006: prd006,
  PRD007: prd007,
  PRD008: prd008,
  PRD009: prd009,
  PRD010: prd010,
  PRD011: prd011,
  PRD012: prd012,
  PRD101: prd101,
  PRD102: prd102,
  PRD103: prd103,
  PRD104: prd104,
  PRD105: prd105,
  PRD106: prd106,
  PRD107: prd107,
  PRD108: prd108,
  PRD109: prd109,
  PRD110: prd110,
  PRD201: prd201,
  PRD202: prd202,
  PRD203: prd203,
  PRD204: prd204,
  PRD205: prd205,
  PRD206: prd206,
  PRD207: prd207,
  PRD301: prd301,
  PRD302: prd302,
  PRD303: prd303,
  PRD304: prd304,
  PRD305: prd305,
  PRD306: prd306,
  PRD401: prd401,
  PRD402: prd402,
  PRD403: prd403,
  PRD404: prd404,
  PRD405: prd405,
  PRD406: prd406,
  PRD407: prd407,
  PRD501: prd501,
  PRD502: prd502,
  PRD503: prd503,
  PRD504: prd504,
  PRD505: prd505,
  PRD506: prd506,
  PRD507: prd507,
  PRD508: prd508,
  PRD509: prd509,
  PRD510: prd510,
  PRD511: prd511,
  PRD512: prd512,
  PRD513: prd513,
  PRD514: prd514,
  PRD515: prd515,
  PRD516: prd516,
  PRD517: prd517,
  PRD518: prd518,
};

/** The catalogue with what people read about each rule; the editor loads the catalogue alone, which is half the size. */
export const documentedRules: readonly DocumentedRule[] = allRules.map((rule) => {
  const found = docs[rule.code];
  if (found === undefined) throw new Error(`${rule.code} has no documentation.`);
  return { ...rule, ...found };
});
