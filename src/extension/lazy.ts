import type { Disposable } from "vscode";

/** Something that is made when it is first asked for, and once. */
export interface Lazy<T> extends Disposable {
  get(): Promise<T>;
}

/** @param make imports the code, too: until then none of it is loaded */
export function lazy<T extends Disposable>(make: () => Promise<T>): Lazy<T> {
  let made: Promise<T> | undefined;
  return {
    get: () => (made ??= make()),
    dispose: () => void made?.then((one) => one.dispose()),
  };
}
