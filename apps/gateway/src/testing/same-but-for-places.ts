import type { GraphQLFormattedError } from 'graphql';

/** An answer as it is written down. */
export interface WrittenAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The library names the type of the fragment around, ours that of the object. */
const typesAround = /(?<=(?:Cannot return null for non-nullable|found for) field )\w+\./g;

interface ToldError {
  readonly what: string;
  readonly paths: string[];
}

/** Errors that are the same but for their places, together, in their order. Positions in lists are the matter of oracle.spec.ts: the library has some wrong. */
function told(errors: readonly GraphQLFormattedError[]): ToldError[] {
  const all: ToldError[] = [];
  for (const { message, path, extensions } of errors) {
    const what = JSON.stringify({ message: message.replace(typesAround, ''), extensions: extensions ?? {} });
    const place = path?.map((part) => (typeof part === 'number' ? '#' : part)).join('.') ?? '';
    const last = all.at(-1);
    if (last?.what === what) last.paths.push(place);
    else all.push({ what, paths: [place] });
  }
  return all;
}

const rest = ({ data, extensions: { valueCompletion: _, ...others } = {} }: WrittenAnswer) => ({ data, others });

/**
 * Data but for the order of keys, which GraphQL.js decides in oracle.spec.ts, and errors. Ours have places where the library has none, for fetches
 * that failed as a whole, and where it tells a field that only the plan asked for.
 */
export function expectSameButForPlaces(query: string, ours: WrittenAnswer, theirs: WrittenAnswer): void {
  expect(rest(ours)).toEqual(rest(theirs));
  expect(ours.extensions?.valueCompletion).toBeUndefined();
  // Of values that do not fit the library tells beside the errors, and names types of the graph; shape-answer.spec.ts has each.
  const misfits = theirs.extensions?.valueCompletion as readonly GraphQLFormattedError[] | undefined;
  if (misfits) {
    // What is absent is null here without a word: an entity that nobody knows.
    if (!misfits.every(({ message }) => message.startsWith('Cannot return null for non-nullable')))
      expect(ours.errors?.length).toBeGreaterThan(0);
    return;
  }
  const [theirErrors, ourErrors] = [told(theirs.errors ?? []), told(ours.errors ?? [])];
  expect(ourErrors.map(({ what }) => what)).toEqual(theirErrors.map(({ what }) => what));
  const names = new Set(query.match(/\w+/g)).add('#');
  const asked = (path: string) => path !== '' && path.split('.').every((part) => names.has(part));
  theirErrors.forEach(({ paths }, index) => {
    const own = ourErrors[index]?.paths ?? [];
    for (const path of own) expect(path === '' || asked(path)).toBe(true);
    // Its place; or of what only the plan asked for, the place around it, or of what is null for want of it.
    const isTold = (path: string) =>
      own.some((each) => each === path || path.startsWith(each.split('.').slice(0, -1).join('.')));
    expect(paths.filter(asked).filter((path) => !isTold(path))).toEqual([]);
  });
}
