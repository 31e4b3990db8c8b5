import { errorCodeDef, ERRORS } from '@apollo/federation-internals';
import { generateHydratedPaths } from '@apollo/gateway/dist/executeQueryPlan';
import type { ResponsePath } from '@apollo/query-planner';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Cursor, Values } from './plan-run';

interface Fetched {
  readonly serviceName: string;
  readonly ofEntities: boolean;
  readonly cursor: Cursor;
  /** The merged answer so far, in which the entities have their places. */
  readonly whole: Values;
}

/** Errors of a subgraph's answer as errors of the whole: at the place of the entity, with the name of the subgraph. */
export function errorsOfFetch(
  errors: readonly GraphQLFormattedError[],
  { serviceName, ofEntities, cursor, whole }: Fetched,
): GraphQLError[] {
  let places: ResponsePath[] | undefined;
  const placesOfEntities = () => {
    if (places) return places;
    places = [];
    generateHydratedPaths([], cursor.path, whole, places);
    return places;
  };
  const placeOf = (path: GraphQLFormattedError['path']) => {
    if (ofEntities && typeof path?.[1] === 'number') return [...(placesOfEntities()[path[1]] ?? []), ...path.slice(2)];
    return path ? [...cursor.path, ...path] : undefined;
  };
  return errors.map((error) => {
    const { extensions } = error;
    const message = error.message || `Error while fetching subquery from service "${serviceName}"`;
    const options = {
      originalError: error as Error,
      path: placeOf(error.path),
      extensions: { ...extensions, serviceName },
    };
    const definition = errorCodeDef(error as Error as GraphQLError);
    if (!definition && extensions?.code) return new GraphQLError(message, options);
    return (definition ?? ERRORS.DOWNSTREAM_SERVICE_ERROR).err(message, options);
  });
}
