import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isOfType } from '../answer/is-of-type';
import type { Values } from './plan-run';

const fragment = '... on ';

/** Changes what is sent to a subgraph or came from one, as the plan says: names and types that differ between the subgraph and the whole. */
export type Rewrite = (value: unknown) => void;

export function compileRewrites(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[] | undefined,
): Rewrite | undefined {
  if (!rewrites?.length) return undefined;
  const all = rewrites.map((rewrite) => along(schema, rewrite.path.slice(0, -1), changeOf(rewrite)));
  return (value) => {
    for (const rewrite of all) rewrite(value);
  };
}

/** From the name in the subgraph’s answer to that in the merged one, for the places of its errors. */
export const renamedBy = (rewrites: readonly FetchDataRewrite[] | undefined): ReadonlyMap<unknown, string> =>
  new Map(
    rewrites?.flatMap((rewrite) =>
      rewrite.kind === 'KeyRenamer' ? [[rewrite.path.at(-1), rewrite.renameKeyTo] as const] : [],
    ),
  );

function changeOf(rewrite: FetchDataRewrite): (object: Values) => void {
  const name = rewrite.path.at(-1);
  if (name === undefined || name.startsWith(fragment)) throw new Error(`no field at the end of ${rewrite.path.join()}`);
  if (rewrite.kind === 'ValueSetter') return (object) => void (object[name] = rewrite.setValueTo);
  return (object) => {
    const value = Object.hasOwn(object, name) ? object[name] : undefined;
    // The library leaves null, 0, false and '' where they are, and they are lost.
    if (value === undefined) return;
    object[rewrite.renameKeyTo] = value;
    object[name] = undefined;
  };
}

function along(schema: GraphQLSchema, path: readonly string[], change: (object: Values) => void): Rewrite {
  const [first, ...rest] = path;
  const next = first === undefined ? change : along(schema, rest, change);
  const type = first?.startsWith(fragment) ? first.slice(fragment.length) : undefined;
  const ofObject = (object: Values): void => {
    if (first === undefined) change(object);
    else if (type === undefined) next((Object.hasOwn(object, first) ? object[first] : undefined) as Values);
    else if (isOfType(schema, object, type, true)) next(object);
  };
  return function rewrite(value) {
    if (Array.isArray(value)) value.forEach(rewrite);
    else if (typeof value === 'object' && value !== null) ofObject(value as Values);
  };
}
