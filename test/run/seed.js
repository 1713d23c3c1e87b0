/**
 * Property tests draw the same examples in every run, so that a change is judged by what it changes. To look for new
 * counterexamples: `SEAMWORK_SEED=random npm run test:unit`; a failure prints its seed, which can stand there as well.
 */
import fc from "fast-check";

const seed = process.env["SEAMWORK_SEED"] ?? "20261123";
if (seed !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
