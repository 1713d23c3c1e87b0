/** What VS Code calls, with what a menu, a lens or another command gives. */
export type Command = (...args: unknown[]) => unknown;
