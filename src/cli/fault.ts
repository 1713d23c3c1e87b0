import { printable } from "./printable.ts";

/** Something that kept a command from doing all that it was asked: exit code 2. */
export interface Fault {
  /** As it was named, or relative to the working folder. */
  readonly path: string;
  /** One sentence on one line that says what to do. */
  readonly message: string;
  /** From 1; where in the file, if that is known. */
  readonly line?: number;
  /** From 1, in UTF-16 units. */
  readonly column?: number;
}

/** `path:3:5: message`, as terminals and editors make a link of it. */
export function faultLine({ path, message, line, column }: Fault): string {
  return printable(`${path}${line === undefined ? "" : `:${line}:${column ?? 1}`}: ${message}`);
}

/** Each fault once: a file may be named twice, or named and found. */
export function uniqueFaults(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

/** The command cannot go on; what is said is one line, and the exit code is 2. */
export class CommandError extends Error {}

/** What the operating system refused, in plain words. */
export function systemReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case "ENOENT":
      return "there is no such file or folder";
    case "EACCES":
    case "EPERM":
      return "you do not have permission";
    case "ELOOP":
      return "it is a link that leads back to itself";
    case "ENOTDIR":
      return "part of the path is a file, not a folder";
    case "EISDIR":
      return "it is a folder";
    case "ENAMETOOLONG":
      return "the name is too long";
    case "ENOSPC":
      return "the disk is full";
    case "EROFS":
      return "the disk is read-only";
    case "EBUSY":
      return "another program is using it";
    default:
      return code === undefined ? String(error) : `the system says ${code}`;
  }
}
