/** Whether the long tests run: `npm run test:long` sets `SEAMWORK_LONG=1`. */
export const isLong = process.env["SEAMWORK_LONG"] === "1";

/** How often a test does what it does: as often as CI has time for, or as a release deserves. */
export function rounds(short: number, long: number): number {
  return isLong ? long : short;
}
