type Values = Record<string, unknown>;

/**
 * Writes what one subgraph has answered into what others have: objects and lists of the same length part by part, everything else
 * over it. What is undefined is not there.
 */
export function mergeInto(target: Values, source: Readonly<Values> | null | undefined): void {
  if (!source) return;
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined) continue;
    makeOwn(target, key);
    const before = target[key];
    if (before && isPlainObject(value)) mergeInto(before as Values, value);
    else if (Array.isArray(value) && Array.isArray(before) && value.length === before.length) mergeItems(before, value);
    else target[key] = value;
  }
}

function mergeItems(target: unknown[], source: readonly unknown[]): void {
  source.forEach((item, index) => {
    const before = target[index];
    if (isPlainObject(before) && isPlainObject(item)) mergeInto(before, item);
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
