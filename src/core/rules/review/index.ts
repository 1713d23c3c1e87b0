export { prd301 } from "./prd301.ts";
export { prd302 } from "./prd302.ts";
export { prd303 } from "./prd303.ts";
export { prd304 } from "./prd304.ts";
export { prd305 } from "./prd305.ts";
export { prd306 } from "./prd306.ts";
