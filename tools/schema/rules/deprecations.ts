import { deprecationForm, readDeprecation } from '../deprecation';
import type { SchemaRule } from '../finding';
import { schemaElements } from '../schema-elements';

/** A deprecation says why, what to use, and until when the old stays. */
export const deprecations: SchemaRule = (schema) =>
  schemaElements(schema).flatMap(({ at, deprecationReason }) =>
    deprecationReason === undefined || readDeprecation(deprecationReason)
      ? []
      : [{ at, problem: `the reason of a deprecation reads: ${deprecationForm}` }],
  );
