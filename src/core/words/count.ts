/**
 * A number as a sentence has it: `7`, `1,240`, `2.5`. The language's own way would load its data, which takes longer
 * than a check.
 */
export function figure(number: number): string {
  const [whole = "", rest] = String(number).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/**
 * So many of something: `1 day`, `1,240 days`, `2 branches`.
 *
 * @param several what more than one, or none, are called
 */
export function count(number: number, one: string, several = `${one}s`): string {
  return `${figure(number)} ${number === 1 ? one : several}`;
}
