/** The milliseconds of CPU that something takes, whatever else keeps the machine busy: what is quick is never timed by the clock. */
export function cpuOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
