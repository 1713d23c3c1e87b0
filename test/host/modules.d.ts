/** Made by the bundler (test/run/host.js) from the *.test.ts files of one host. */
declare module "seamwork:tests" {
  /** Loads every test file, in the order of their names. */
  export function load(): Promise<void>;
}

declare module "mocha/mocha.js";
