const units = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** `5 minutes`: a length of time in a description of the graph, in the largest unit it is a whole number of. Throws for less than a second. */
export function inWords(ms: number): string {
  const [unit, length] = units.find(([, each]) => ms >= each && ms % each === 0) ?? [];
  if (!unit) throw new Error(`${ms} ms are no whole number of seconds`);
  const count = ms / length;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
