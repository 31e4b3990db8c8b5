import type { Operation } from '@apollo/federation-internals';
import { computeResponse } from '@apollo/gateway/dist/resultShaping';
import { FastWalk, NotClean } from './fast-walk';
import { shapeOf } from './response-shape';

type Values = Record<string, unknown>;

/** What the client asked for out of all that subgraphs have sent, with what of it could not be completed. */
export type ShapeAnswer = (
  input: Values,
  variables: Readonly<Values> | undefined,
) => Pick<ReturnType<typeof computeResponse>, 'data' | 'errors'>;

/**
 * `computeResponse` of the library for one operation: by a walk over shapes made once where the answer is clean, by the
 * library's own where it is not. Throws NotForFastWalk for introspection and for names that objects have by themselves.
 */
export function createShapeAnswer(operation: Operation): ShapeAnswer {
  const shapes = shapeOf(operation.selectionSet);
  const walk = new FastWalk(operation.schema());
  const root = operation.schema().schemaDefinition.rootType(operation.rootKind);
  if (!root) throw new Error(`the graph has no ${operation.rootKind}`);
  const defaults = operation.collectDefaultedVariableValues();
  return (input, variables) => {
    try {
      return { data: walk.walk(shapes, root, input, { ...defaults, ...variables }), errors: [] };
    } catch (error) {
      if (!(error instanceof NotClean)) throw error;
      return computeResponse({ operation, variables, input, introspectionHandling: introspectionIsElsewhere });
    }
  };
}

function introspectionIsElsewhere(): never {
  throw new Error('an operation with introspection has no shapes');
}
