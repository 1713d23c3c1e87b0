/**
 * Mocha's own reporter for people, and the counts in a file for the run that adds all layers up.
 * SEAMWORK_COUNTS names that file; without it this is mocha's reporter.
 */
const { writeFileSync } = require("node:fs");
const { reporters, Runner } = require("mocha");

const file = process.env["SEAMWORK_COUNTS"];

module.exports = class extends (file ? reporters.Dot : reporters.Spec) {
  /**
   * @param {import("mocha").Runner} runner
   * @param {import("mocha").MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      // A skipped test is a test that did not hold.
      if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures + pending }));
    });
  }
};
