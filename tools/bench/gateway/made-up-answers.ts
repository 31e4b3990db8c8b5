import { createHash } from 'node:crypto';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
  parse,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLTypeResolver,
} from 'graphql';

/** A made-up object: who it is, and how many items its lists have. */
interface MadeUp {
  readonly __typename?: string;
  readonly id: string;
  readonly items?: number;
}

/** Answers any operation of one subgraph with values made out of type, id and field alone: the same at each call. */
export function createMadeUpSubgraph(
  sdl: string,
): (query: string, variableValues: Record<string, unknown>) => Promise<string> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
  return async (query, variableValues) => {
    const result = await execute({ schema, document: parse(query), variableValues, fieldResolver, typeResolver });
    if (result.errors) throw new Error(`the made-up subgraph cannot answer ${query}: ${result.errors.join()}`);
    return JSON.stringify(result);
  };
}

/** A list without an argument that says how long. */
const itemsInList = 2;

const fieldResolver: GraphQLFieldResolver<MadeUp | undefined, unknown, Record<string, unknown>> = (
  source,
  args,
  _context,
  info,
) => {
  if (info.fieldName === 'id') return source?.id;
  if (info.fieldName === 'nodes') return (args.ids as string[]).map((id) => ({ __typename: 'Card', id }));
  const seed = `${source?.id ?? ''}.${String(info.path.key)}`;
  return valueOf(info.returnType, seed, {
    info,
    items: (args.first as number | undefined) ?? source?.items ?? itemsInList,
  });
};

function valueOf(
  outputType: GraphQLOutputType,
  seed: string,
  place: { info: GraphQLResolveInfo; items: number },
): unknown {
  const type = getNullableType(outputType);
  if (isListType(type))
    return Array.from({ length: place.items }, (_, index) =>
      valueOf(type.ofType, `${seed}${index}`, { ...place, items: itemsInList }),
    );
  if (isEnumType(type)) return type.getValues()[numberOf(seed) % type.getValues().length]?.value;
  if (isObjectType(type) || isAbstractType(type))
    return { id: `${type.name.toLowerCase()}_${digest(seed)}`, items: place.items };
  const scalars: Readonly<Record<string, unknown>> = {
    Int: numberOf(seed),
    Boolean: numberOf(seed) % 2 === 0,
    DateTime: '2026-05-01T08:00:00.000Z',
    Duration: 'PT24H',
    ID: digest(seed),
  };
  return scalars[type.name] ?? `${place.info.fieldName} ${digest(seed)}`;
}

/** Members of an interface take turns by id. */
const typeResolver: GraphQLTypeResolver<MadeUp, unknown> = (
  { __typename, id },
  _context,
  { schema }: { schema: GraphQLSchema },
  type,
) => {
  const members = schema.getPossibleTypes(type);
  return __typename ?? members[numberOf(id) % members.length]?.name;
};

const digest = (seed: string) => createHash('sha256').update(seed).digest('hex').slice(0, 20);
const numberOf = (seed: string) => Number.parseInt(digest(seed).slice(0, 6), 16) % 1000;
