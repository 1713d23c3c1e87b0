import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";

/**
 * Presses a key for each character at a steady rate: a key that came late does not make the next one late.
 *
 * @param rate characters a second
 * @returns when each key was pressed, in milliseconds of `Date.now()`
 */
export async function typeAt(page: Page, text: string, rate: number): Promise<number[]> {
  const began = performance.now();
  const pressed: number[] = [];
  for (const [index, character] of text.split("").entries()) {
    const early = began + (index * 1000) / rate - performance.now();
    if (early > 0) await sleep(early);
    pressed.push(Date.now());
    await page.keyboard.type(character);
  }
  return pressed;
}

/**
 * Words that occur nowhere else, each with its number, and in letters that tell who typed them: so it can be seen whether each
 * word is there once and in order, and who typed a letter that stands inside of another's word.
 */
export interface Tokens {
  readonly words: readonly string[];
  /** What is typed: the words with spaces between them. The last key belongs to a word, so that a text with all of them has all keys. */
  readonly typed: string;
  /** The tokens in a text, in the order in which they stand there. */
  in(text: string): string[];
}

/**
 * @param letter that each word begins with; a capital makes all letters capitals
 * @param count at most 10,000
 */
export function tokens(letter: string, count: number): Tokens {
  const capital = letter === letter.toUpperCase();
  const words = Array.from({ length: count }, (_, number) => {
    const digits = String(number).padStart(4, "0");
    const word = `${letter}${digits.replaceAll(/\d/g, (digit) => "bcdfghjkmn".charAt(Number(digit)))}x`;
    return capital ? word.toUpperCase() : word;
  });
  const pattern = capital
    ? new RegExp(`${letter}[BCDFGHJKMN]{4}X`, "g")
    : new RegExp(`${letter}[bcdfghjkmn]{4}x`, "g");
  return { words, typed: words.join(" "), in: (text) => text.match(pattern) ?? [] };
}
