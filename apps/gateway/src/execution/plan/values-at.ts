import { assert } from '@apollo/federation-internals';
import type { ResponsePath } from '@apollo/query-planner';
import type { Values } from './plan-run';

/** What stands at a path of a plan, from its part `from` on; `@` leads to each item of a list. Nothing where it ends early. */
export function valuesAt(value: unknown, path: ResponsePath, from: number): unknown {
  if (from === path.length || value === undefined || value === null) return value;
  const part = path[from];
  if (part === '@') return (value as unknown[]).flatMap((each) => valuesAt(each, path, from + 1));
  assert(typeof part === 'string', () => `Unexpected ${typeof part} found in path`);
  assert(!Array.isArray(value), () => `Unexpected array in result for path element ${part}`);
  return valuesAt(Object.hasOwn(value, part) ? (value as Values)[part] : undefined, path, from + 1);
}
