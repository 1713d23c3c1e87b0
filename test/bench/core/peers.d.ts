/** Looks at one text and keeps nothing of what it finds. */
export type Lint = (name: string, text: string) => void;

export function peer(name: string): Promise<Lint>;
