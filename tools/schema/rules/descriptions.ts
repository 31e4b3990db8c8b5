import type { SchemaRule } from '../finding';
import { schemaElements } from '../schema-elements';

/** The roots are put together out of every subgraph's share, and each share is described by its fields. */
const roots = new Set(['Query', 'Mutation']);

/** Everything says what it is: the descriptions are the documentation of the graph. */
export const descriptions: SchemaRule = (schema) =>
  schemaElements(schema)
    .filter(({ at, description }) => !roots.has(at) && !description.trim())
    .map(({ at, kind }) => ({ at, problem: `this ${kind} has no description` }));
