import { applyRewrites } from '@apollo/gateway/dist/dataRewrites';
import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { mergeInto } from '../answer/merge';
import { errorsOfFetch } from './fetch-errors';
import type { Cursor, PlanRun, Step, Values } from './plan-run';
import { compileRepresentation, type Represent } from './representation';

/** Sends the fetch and answers its data; errors in the answer go to the run. */
type Send = (run: PlanRun, cursor: Cursor, variables: Values) => Promise<Values | null | undefined>;

/** One request to one subgraph. What goes wrong with it is an error of the answer; the rest of the plan goes on. */
export function compileFetch(fetch: FetchNode, schema: GraphQLSchema): Step {
  const send = compileSend(fetch);
  const pick = compilePick(fetch.variableUsages ?? []);
  const represent = fetch.requires && compileRepresentation(schema, fetch.requires);
  const ask = represent ? askForEntities(fetch, schema, send, represent) : askForFields(fetch, schema, send);
  return async (run, cursor) => {
    const entities = (
      Array.isArray(cursor.data) ? cursor.data.filter((each) => each !== null && each !== undefined) : [cursor.data]
    ) as Values[];
    if (entities.length === 0) return;
    try {
      await ask(run, cursor, entities, pick(run.variables));
    } catch (error) {
      run.errors.push(error);
    }
  };
}

type Ask = (run: PlanRun, cursor: Cursor, entities: readonly Values[], variables: Values) => Promise<void>;

function askForFields({ outputRewrites }: FetchNode, schema: GraphQLSchema, send: Send): Ask {
  return async (run, cursor, entities, variables) => {
    const received = await send(run, cursor, variables);
    if (!received) return;
    applyRewrites(schema, outputRewrites, received);
    for (const entity of entities) mergeInto(entity, received);
  };
}

function askForEntities(
  { inputRewrites, outputRewrites }: FetchNode,
  schema: GraphQLSchema,
  send: Send,
  represent: Represent,
): Ask {
  return async (run, cursor, entities, variables) => {
    const representations: Values[] = [];
    const represented: Values[] = [];
    for (const entity of entities) {
      const representation = represent(entity);
      if (!representation?.__typename) continue;
      applyRewrites(schema, inputRewrites, representation);
      representations.push(representation);
      represented.push(entity);
    }
    if (representations.length === 0) return;
    if ('representations' in variables) throw new Error('Variables cannot contain key "representations"');
    const data = await send(run, cursor, { ...variables, representations });
    if (!data) return;
    const received = receivedFor(representations, data);
    represented.forEach((entity, index) => {
      const found = received[index];
      if (!found) return;
      if (!found.__typename) found.__typename = entity.__typename;
      applyRewrites(schema, outputRewrites, found);
      mergeInto(entity, found);
    });
  };
}

function receivedFor(representations: readonly Values[], { _entities: received }: Values): (Values | null)[] {
  if (!Array.isArray(received)) throw new Error('Expected "data._entities" in response to be an array');
  if (received.length !== representations.length)
    throw new Error(`Expected "data._entities" to contain ${representations.length} elements`);
  return received as (Values | null)[];
}

function compileSend({ serviceName, operation, operationName, requires }: FetchNode): Send {
  return async (run, cursor, variables) => {
    const service = run.services[serviceName];
    if (!service) throw new Error(`Couldn't find service with name "${serviceName}"`);
    const { data, errors } = await service.process({
      request: { query: operation, variables, operationName },
      context: run.context,
    });
    if (errors)
      run.errors.push(
        ...errorsOfFetch(errors, { serviceName, ofEntities: requires !== undefined, cursor, whole: run.data }),
      );
    return data;
  };
}

/** Those of the client's variables that the fetch uses. */
function compilePick(names: readonly string[]): (given: Readonly<Values> | undefined) => Values {
  return (given) => {
    const picked = Object.create(null) as Values;
    if (given)
      for (const name of names) if (Object.hasOwn(given, name) && given[name] !== undefined) picked[name] = given[name];
    return picked;
  };
}
