import type { ExecutionResult, GraphQLError } from 'graphql';
import type { OperationResult } from '../../execution/compile-operation';

type Path = readonly (string | number)[];

/** Fails unless both have the same data, with keys in the same order, and tell of the same places. */
export function expectAgreement(ours: OperationResult, oracle: ExecutionResult): void {
  expect(JSON.stringify(ours.data ?? null, null, 1)).toBe(JSON.stringify(oracle.data ?? null, null, 1));
  expect(told(ours.errors, ours.data)).toEqual(told(oracle.errors, oracle.data));
}

/**
 * Where something is told, and its code. Below a null that came up from a place that may not be null GraphQL needs to tell one error only, and
 * which one depends on what was first; there it is told that there is one. What went wrong with a field that only the plan asked for, and left
 * nothing null, is told without a place: in one schema there is no such field.
 */
function told(errors: readonly GraphQLError[] | undefined, data: unknown): string[] {
  const all = errors?.flatMap(({ path, extensions: { code } }) => {
    if (!path) return [];
    const shown = shownPart(path, data);
    const own = typeof code === 'string' && code !== 'DOWNSTREAM_SERVICE_ERROR' ? code : '';
    return `${shown.join('.')} ${shown.length === path.length ? own : 'below'}`;
  });
  return [...new Set(all)].sort();
}

/** The path as far as to where null stands in the data. */
function shownPart(path: Path, data: unknown): Path {
  let value = data;
  for (let length = 0; length < path.length; length++) {
    if (value === null || value === undefined) return path.slice(0, length);
    value = (value as Record<string | number, unknown>)[path[length] as string];
  }
  return path;
}
