/**
 * Stands at the beginning of a program that tests start as a process: notes which mutants it came by, one number a line,
 * in the file that `__STRYKER_REACHED__` names. It is written at once, since some of these processes are killed.
 */
import { appendFileSync } from "node:fs";

const file = process.env["__STRYKER_REACHED__"];
if (file !== undefined) {
  /** @type {Record<string, number>} */
  const counts = {};
  const reached = new Proxy(counts, {
    set(target, id, count) {
      if (!(id in target)) appendFileSync(file, `${String(id)}\n`);
      return Reflect.set(target, id, count);
    },
  });
  Object.assign(globalThis, { __stryker__: { mutantCoverage: { static: reached, perTest: {} } } });
}
