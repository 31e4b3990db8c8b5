type Values = Record<string, unknown>;

const none: ReadonlySet<unknown> = new Set();

/**
 * Writes what one subgraph has answered into what others have: objects and lists of the same length part by part, everything else
 * over it. What is undefined is not there. `vague` are types that say less than one that is there already: two fetches at once may both
 * bring an object, and one of the subgraphs know it by an interface only.
 */
export function mergeInto(
  target: Values,
  source: Readonly<Values> | null | undefined,
  vague: ReadonlySet<unknown> = none,
): void {
  if (!source) return;
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined) continue;
    makeOwn(target, key);
    if (key === '__typename' && target[key] && vague.has(value)) continue;
    const before = target[key];
    if (before && isPlainObject(value)) mergeInto(before as Values, value, vague);
    else if (Array.isArray(value) && Array.isArray(before) && value.length === before.length)
      mergeItems(before, value, vague);
    else target[key] = value;
  }
}

function mergeItems(target: unknown[], source: readonly unknown[], vague: ReadonlySet<unknown>): void {
  source.forEach((item, index) => {
    const before = target[index];
    if (isPlainObject(before) && isPlainObject(item)) mergeInto(before, item, vague);
    else target[index] = item;
  });
}

/** Fields may have names that every object has, such as `constructor` and `__proto__`: those are written to, not through. */
function makeOwn(target: object, key: string): void {
  if (!Object.hasOwn(target, key) && key in target)
    Object.defineProperty(target, key, { configurable: true, enumerable: true, writable: true, value: undefined });
}

const isPlainObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
