import { errorCodeDef, ERRORS } from '@apollo/federation-internals';
import type { FetchNode } from '@apollo/query-planner';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Cursor, Problem, ErrorAt, ErrorPlace, Values } from './plan-run';
import { renamedBy } from './rewrites';

/** Errors of a subgraph’s answer: below the place of the entity they are about, with the name of the subgraph. */
export function problemsOf(
  errors: readonly GraphQLFormattedError[],
  { serviceName, requires, outputRewrites }: FetchNode,
  { path }: Cursor,
  represented: readonly Values[],
): Problem[] {
  const renamed = renamedBy(outputRewrites);
  const placeOf = (given: GraphQLFormattedError['path']): ErrorPlace | undefined => {
    if (!given) return undefined;
    const own = given.map((part) => renamed.get(part) ?? part);
    return requires && typeof own[1] === 'number'
      ? { path, object: represented[own[1]], below: own.slice(2) }
      : { path, object: undefined, below: own };
  };
  return errors.map((error) => ({ errorAt: createErrorAt(error, serviceName), place: placeOf(error.path) }));
}

function createErrorAt(error: GraphQLFormattedError, serviceName: string): ErrorAt {
  const message = error.message || `Error while fetching subquery from service "${serviceName}"`;
  const extensions = { ...error.extensions, serviceName };
  const definition = errorCodeDef(error as Error as GraphQLError);
  return (path) => {
    const options = { originalError: error as Error, path, extensions };
    if (!definition && error.extensions?.code) return new GraphQLError(message, options);
    return (definition ?? ERRORS.DOWNSTREAM_SERVICE_ERROR).err(message, options);
  };
}
