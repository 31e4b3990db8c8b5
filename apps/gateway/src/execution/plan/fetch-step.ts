import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isOfType } from '../answer/is-of-type';
import { mergeInto } from '../answer/merge';
import { problemsOf } from './fetch-errors';
import { namesOf } from '../operation/graph-names';
import { clientVariable } from '../operation/variable-names';
import type { Cursor, PlanRun, Step, Values } from './plan-run';
import { compileRepresentation, type Represent } from './representation';
import { compileRewrites } from './rewrites';

/** Sends the fetch and answers its data; errors in the answer go to the run. */
type Send = (
  run: PlanRun,
  cursor: Cursor,
  variables: Values,
  represented: readonly Values[],
) => Promise<Values | null | undefined>;

/** Asks for the fields of these objects. */
type Ask = (run: PlanRun, cursor: Cursor, objects: readonly Values[], variables: Values) => Promise<void>;

/** One request to one subgraph. What goes wrong with it is an error of the answer; the rest of the plan goes on. */
export function compileFetch(fetch: FetchNode, schema: GraphQLSchema): Step {
  const send = compileSend(fetch, schema);
  const pick = compilePick(fetch.variableUsages ?? []);
  const represent = fetch.requires && compileRepresentation(schema, fetch.requires);
  const ask = represent ? askForEntities(fetch, schema, send, represent) : askForFields(fetch, schema, send);
  return async (run, cursor) => {
    const objects = (
      Array.isArray(cursor.data) ? cursor.data.filter((each) => each !== null && each !== undefined) : [cursor.data]
    ) as Values[];
    if (objects.length === 0) return;
    try {
      await ask(run, cursor, objects, pick(run.variables));
    } catch (error) {
      run.problems.push({ error, lost: { fetch, path: cursor.path, objects } });
    }
  };
}

function askForFields({ outputRewrites }: FetchNode, schema: GraphQLSchema, send: Send): Ask {
  const rewrite = compileRewrites(schema, outputRewrites);
  const { interfaceObjects } = namesOf(schema);
  return async (run, cursor, objects, variables) => {
    const received = await send(run, cursor, variables, []);
    if (!received) return;
    rewrite?.(received);
    for (const object of objects) mergeInto(object, received, interfaceObjects);
  };
}

function askForEntities(fetch: FetchNode, schema: GraphQLSchema, send: Send, represent: Represent): Ask {
  const rewriteInput = compileRewrites(schema, fetch.inputRewrites);
  const rewriteOutput = compileRewrites(schema, fetch.outputRewrites);
  const interfaceObjects: ReadonlySet<unknown> = namesOf(schema).interfaceObjects;
  return async (run, cursor, objects, variables) => {
    const representations: Values[] = [];
    const represented: Values[] = [];
    for (const object of objects) {
      const representation = represent(object);
      if (!representation?.__typename) continue;
      rewriteInput?.(representation);
      representations.push(representation);
      represented.push(object);
    }
    if (represented.length < objects.length) run.leftOut.push({ fetch, path: cursor.path, objects, represented });
    if (representations.length === 0) return;
    const data = await send(run, cursor, { ...variables, representations }, represented);
    if (!data) return;
    const received = receivedFor(representations, data);
    represented.forEach((object, index) => {
      const found = received[index];
      if (!found) return;
      // To a subgraph with an object for an interface it is of no one type.
      if (!found.__typename || interfaceObjects.has(found.__typename)) found.__typename = object.__typename;
      rewriteOutput?.(found);
      mergeInto(object, found, interfaceObjects);
    });
  };
}

function receivedFor(representations: readonly Values[], { _entities: received }: Values): (Values | null)[] {
  if (!Array.isArray(received)) throw new Error('Expected "data._entities" in response to be an array');
  if (received.length !== representations.length)
    throw new Error(`Expected "data._entities" to contain ${representations.length} elements`);
  return received as (Values | null)[];
}

function compileSend(fetch: FetchNode, schema: GraphQLSchema): Send {
  const { serviceName, operation: query, operationName } = fetch;
  const mayBe = fetch.requires && ((found: string, asked: string) => isRelated(schema, found, asked));
  return async (run, cursor, variables, represented) => {
    const service = run.services[serviceName];
    if (!service) throw new Error(`Couldn't find service with name "${serviceName}"`);
    const { data, errors } = await service.process({
      request: { query, variables, operationName, mayBe },
      context: run.context,
    });
    if (errors) run.problems.push(...problemsOf(errors, fetch, cursor, represented));
    return data;
  };
}

/** A subgraph may know an entity by its type or by an interface, and be asked for it by the other. */
const isRelated = (schema: GraphQLSchema, one: string, other: string) =>
  isOfType(schema, { __typename: one }, other) || isOfType(schema, { __typename: other }, one);

/** Those of the client's variables that the fetch uses, under the names that it has for them. */
function compilePick(names: readonly string[]): (given: Readonly<Values> | undefined) => Values {
  const used = names.map((name) => ({ name, own: clientVariable(name) }));
  return (given) => {
    const picked = Object.create(null) as Values;
    if (given)
      for (const { name, own } of used)
        if (Object.hasOwn(given, own) && given[own] !== undefined) picked[name] = given[own];
    return picked;
  };
}
