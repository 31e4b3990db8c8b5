import type { Operation, Schema } from '@apollo/federation-internals';
import * as operations from '@apollo/federation-internals/dist/operations';
import * as shaping from '@apollo/gateway/dist/resultShaping';
import { version as gatewayVersion } from '@apollo/gateway/package.json';
import { Kind, type DocumentNode } from 'graphql';
import type { Log } from '@bindery/observability';
import { FastWalk, NotClean } from './fast-walk';
import { NotForFastWalk, shapeOf, type SelectionShape } from './response-shape';

/** The version whose two functions are replaced here; with any other the library’s own run, slower and as right. */
const knownVersion = '2.14.4';

type Shaping = Parameters<typeof shaping.computeResponse>[0];
type ReadOperation = typeof operations.operationFromDocument;

let installed = false;

/**
 * Takes two pieces of work out of each request that @apollo/gateway does anew although nothing has changed: reading
 * the operation out of its document, and asking the schema about each value of the answer. Both are replaced in the
 * loaded modules, as the library has no place for it. See ADR 22.
 */
export function installFastPaths(log: Log): void {
  if (installed) return;
  if (gatewayVersion !== knownVersion) return log.warn({ gatewayVersion, knownVersion }, 'another version of @apollo/gateway: its own slower paths are used');
  installed = true;
  Object.assign(operations, { operationFromDocument: rememberOperations(operations.operationFromDocument) });
  Object.assign(shaping, { computeResponse: shapeFast(shaping.computeResponse) });
}

/** One operation for each definition of a parsed document, as long as the document lives. */
export function rememberOperations(read: ReadOperation): ReadOperation {
  const known = new WeakMap<object, { readonly schema: Schema; readonly operation: Operation }>();
  return (schema: Schema, document: DocumentNode, options) => {
    const [first] = document.definitions;
    // Only as the executor asks: without validation, the operation first and its fragments after it.
    if (first?.kind !== Kind.OPERATION_DEFINITION || options?.validate !== false || options.operationName) return read(schema, document, options);
    const found = known.get(first);
    if (found?.schema === schema) return found.operation;
    const operation = read(schema, document, options);
    known.set(first, { schema, operation });
    return operation;
  };
}

interface Prepared {
  readonly walk: FastWalk;
  readonly shapes: readonly SelectionShape[];
}

/** `computeResponse` by the fast walk; by the library’s own for what the fast one leaves to it. */
export function shapeFast(own: typeof shaping.computeResponse): typeof shaping.computeResponse {
  const prepared = new WeakMap<Operation, Prepared | 'not for fast walk'>();
  return (shaped: Shaping) => {
    const { operation, variables, input } = shaped;
    const known = prepared.get(operation) ?? prepare(operation);
    prepared.set(operation, known);
    const root = operation.schema().schemaDefinition.rootType(operation.rootKind);
    if (known === 'not for fast walk' || !input || !root) return own(shaped);
    try {
      return { data: known.walk.walk(known.shapes, root, input, { ...operation.collectDefaultedVariableValues(), ...variables }), errors: [] };
    } catch (error) {
      if (error instanceof NotClean) return own(shaped);
      throw error;
    }
  };
}

function prepare(operation: Operation): Prepared | 'not for fast walk' {
  try {
    return { walk: new FastWalk(operation.schema()), shapes: shapeOf(operation.selectionSet) };
  } catch (error) {
    if (error instanceof NotForFastWalk) return 'not for fast walk';
    throw error;
  }
}
