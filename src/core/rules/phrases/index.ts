export { prd401 } from "./prd401.ts";
export { prd402 } from "./prd402.ts";
export { prd403 } from "./prd403.ts";
export { prd404 } from "./prd404.ts";
export { prd405 } from "./prd405.ts";
export { prd406 } from "./prd406.ts";
export { prd407 } from "./prd407.ts";
