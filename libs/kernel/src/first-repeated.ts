/** The first name that comes a second time; undefined when each comes once. What is composed of parts has one part for each name. */
export const firstRepeated = (names: readonly string[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) < index);
