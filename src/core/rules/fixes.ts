import { fixes as prd201 } from "./feasibility/prd201-fixes.ts";
import { fixes as prd202 } from "./feasibility/prd202-fixes.ts";
import { fixes as prd203 } from "./feasibility/prd203-fixes.ts";
import { fixes as prd204 } from "./feasibility/prd204-fixes.ts";
import { fixes as prd205 } from "./feasibility/prd205-fixes.ts";
import { fixes as prd206 } from "./feasibility/prd206-fixes.ts";
import { fixes as prd207 } from "./feasibility/prd207-fixes.ts";
import { fixes as prd001 } from "./header/prd001-fixes.ts";
import { fixes as prd002 } from "./header/prd002-fixes.ts";
import { fixes as prd003 } from "./header/prd003-fixes.ts";
import { fixes as prd004 } from "./header/prd004-fixes.ts";
import { fixes as prd005 } from "./header/prd005-fixes.ts";
import { fixes as prd006 } from "./header/prd006-fixes.ts";
import { fixes as prd007 } from "./header/prd007-fixes.ts";
import { fixes as prd008 } from "./header/prd008-fixes.ts";
import { fixes as prd009 } from "./header/prd009-fixes.ts";
import { fixes as prd010 } from "./header/prd010-fixes.ts";
import { fixes as prd011 } from "./header/prd011-fixes.ts";
import { fixes as prd013 } from "./header/prd013-fixes.ts";
import { fixes as prd401 } from "./phrases/prd401-fixes.ts";
import { fixes as prd402 } from "./phrases/prd402-fixes.ts";
import { fixes as prd403 } from "./phrases/prd403-fixes.ts";
import { fixes as prd404 } from "./phrases/prd404-fixes.ts";
import { fixes as prd405 } from "./phrases/prd405-fixes.ts";
import { fixes as prd406 } from "./phrases/prd406-fixes.ts";
import { fixes as prd407 } from "./phrases/prd407-fixes.ts";
import { fixes as prd101 } from "./requirements/prd101-fixes.ts";
import { fixes as prd102 } from "./requirements/prd102-fixes.ts";
import { fixes as prd103 } from "./requirements/prd103-fixes.ts";
import { fixes as prd104 } from "./requirements/prd104-fixes.ts";
import { fixes as prd105 } from "./requirements/prd105-fixes.ts";
import { fixes as prd106 } from "./requirements/prd106-fixes.ts";
import { fixes as prd107 } from "./requirements/prd107-fixes.ts";
import { fixes as prd108 } from "./requirements/prd108-fixes.ts";
import { fixes as prd109 } from "./requirements/prd109-fixes.ts";
import { fixes as prd110 } from "./requirements/prd110-fixes.ts";
import { fixes as prd302 } from "./review/prd302-fixes.ts";
import { fixes as prd305 } from "./review/prd305-fixes.ts";
import { fixes as prd306 } from "./review/prd306-fixes.ts";
import { fixes as prd501 } from "./team/prd501-fixes.ts";
import { fixes as prd502 } from "./team/prd502-fixes.ts";
import { fixes as prd503 } from "./team/prd503-fixes.ts";
import { fixes as prd504 } from "./team/prd504-fixes.ts";
import { fixes as prd505 } from "./team/prd505-fixes.ts";
import { fixes as prd506 } from "./team/prd506-fixes.ts";
import { fixes as prd507 } from "./team/prd507-fixes.ts";
import { fixes as prd508 } from "./team/prd508-fixes.ts";
import { fixes as prd509 } from "./team/prd509-fixes.ts";
import { fixes as prd510 } from "./team/prd510-fixes.ts";
import { fixes as prd511 } from "./team/prd511-fixes.ts";
import { fixes as prd512 } from "./team/prd512-fixes.ts";
import { fixes as prd513 } from "./team/prd513-fixes.ts";
import { fixes as prd514 } from "./team/prd514-fixes.ts";
import { fixes as prd515 } from "./team/prd515-fixes.ts";
import { fixes as prd516 } from "./team/prd516-fixes.ts";
import { fixes as prd517 } from "./team/prd517-fixes.ts";
import { fixes as prd518 } from "./team/prd518-fixes.ts";
import type { RuleCode } from "../problem.ts";
import type { Fixes } from "./rule.ts";

export type FixesByCode = Readonly<Partial<Record<RuleCode, Fixes>>>;

/**
 * What mends the findings of each rule. Apart from the rules, since to write takes as much code as to find, and the editor
 * loads this when somebody first asks what can be done.
 */
export const fixesByCode: FixesByCode = {
  PRD201: prd201,
  PRD202: prd202,
  PRD203: prd203,
  PRD204: prd204,
  PRD205: prd205,
  PRD206: prd206,
  PRD207: prd207,
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
  PRD013: prd013,
  PRD401: prd401,
  PRD402: prd402,
  PRD403: prd403,
  PRD404: prd404,
  PRD405: prd405,
  PRD406: prd406,
  PRD407: prd407,
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
  PRD302: prd302,
  PRD305: prd305,
  PRD306: prd306,
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
