export { prd201 } from "./prd201.ts";
export { prd202 } from "./prd202.ts";
export { prd203 } from "./prd203.ts";
export { prd204 } from "./prd204.ts";
export { prd205 } from "./prd205.ts";
export { prd206 } from "./prd206.ts";
export { prd207 } from "./prd207.ts";
