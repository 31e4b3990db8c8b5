import 'reflect-metadata';
import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap, type ClassType, type NonEmptyArray } from 'type-graphql';
import { answerEachReference } from './answer-references';
import { sizeConnections } from './cost';
import { describeProblemCodes } from './problem-codes';
import type { RequestContext } from '../request/request-context';
import { DateTimeScalar } from './scalars';

/** Answers an entity of another subgraph's reference, or null when there is none or it is not the viewer's. */
export type ReferenceResolver = (reference: { id: string }, context: RequestContext) => unknown;

export interface SubgraphOptions {
  /** Resolver classes; type-graphql finds the types they use. */
  readonly resolvers: NonEmptyArray<ClassType>;
  /** Types that no field names, e.g. members behind an interface. */
  readonly orphanedTypes?: ClassType[];
  /** Resolver class → its one instance, made by the composition root. A class that is missing is an error. */
  readonly instances: ReadonlyMap<unknown, object>;
  /** Entity name → its reference resolver. */
  readonly references: Readonly<Record<string, ReferenceResolver>>;
}

export interface Subgraph {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

/** Composition stops at federation v2.14; every directive we use is in v2.9. */
const federationLink =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable", "@tag", "@inaccessible", "@provides", "@cost", "@listSize"])';

/** The executable federated schema of one subgraph and its SDL. One per process: type-graphql's metadata is global. */
export function buildSubgraph({ resolvers, orphanedTypes = [], instances, references }: SubgraphOptions): Subgraph {
  const schema = buildSchemaSync({
    resolvers,
    orphanedTypes,
    skipCheck: true,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    // Shape is GraphQL's; all else that can be wrong with input is refused by use cases.
    validate: false,
    container: {
      get(resolver) {
        const instance = instances.get(resolver);
        if (!instance) throw new Error(`the composition root made no ${resolver.name}`);
        return instance;
      },
    },
  });
  sizeConnections(schema);
  describeProblemCodes(schema);
  const sdl = `${federationLink}\n\n${printSubgraphSchema(schema)}\n`;
  const resolversMap = createResolversMap(schema);
  const withReferences = Object.fromEntries(
    Object.entries(references).map(([entity, resolve]) => [
      entity,
      { ...(resolversMap[entity] as object), __resolveReference: resolve },
    ]),
  );
  const federated = buildSubgraphSchema([
    { typeDefs: parse(sdl), resolvers: { ...resolversMap, ...withReferences } as never },
  ]);
  answerEachReference(federated);
  return { schema: federated, sdl };
}
