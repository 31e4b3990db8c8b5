import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
  parse,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLTypeResolver,
} from 'graphql';
import type { Subgraph } from '../execution/subgraph';

type Made = Readonly<Record<string, unknown>>;

const numberOf = (seed: string) => createHash('sha256').update(seed).digest().readUInt32BE();

/** One time in `times`, always the same for a seed. */
const now = (seed: string, times: number) => numberOf(`${times}${seed}`) % times === 0;

/**
 * A subgraph in this process that answers anything its schema can be asked, with values made out of a seed: with nulls, failing
 * fields, missing entities and lists of every length, and now and then something that no subgraph may answer. The same request is
 * always answered the same.
 */
export function createSpoiledSubgraph(sdl: string): (seed: string) => Subgraph {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
  return (seed) => ({
    async process({ request: { query, variables } }) {
      const own = `${seed}${query}${JSON.stringify(variables)}`;
      for (let turns = numberOf(own) % 4; turns > 0; turns--) await turn();
      if (now(`rejects${own}`, 15))
        throw new GraphQLError('not reached', { extensions: { code: 'SUBGRAPH_UNAVAILABLE' } });
      const result = await execute({
        schema,
        document: parse(query),
        variableValues: variables,
        rootValue: { seed: own },
        fieldResolver,
        typeResolver,
      });
      return spoilt(JSON.parse(JSON.stringify(result)) as Record<string, unknown>, own) as never;
    },
  });
}

const fieldResolver: GraphQLFieldResolver<Made, unknown, Record<string, unknown>> = (source, args, _context, info) => {
  const seed = `${String(source.seed)}.${String(info.path.key)}`;
  if (info.fieldName === '_entities')
    return (args.representations as Made[]).map((each, index) =>
      now(`gone${seed}${index}`, 8) ? null : { ...each, seed: `${seed}${String(each.id)}` },
    );
  if (info.fieldName in source) return source[info.fieldName];
  return valueOf(info.returnType, seed);
};

function valueOf(outputType: GraphQLOutputType, seed: string): unknown {
  if (now(`fails${seed}`, 25))
    throw new GraphQLError(`failed ${seed.length}`, {
      extensions: now(`coded${seed}`, 2) ? { code: 'NOT_FOUND', remedies: [] } : {},
    });
  const type = getNullableType(outputType);
  if (type === outputType && now(`null${seed}`, 8)) return null;
  if (isListType(type))
    return Array.from({ length: numberOf(seed) % 4 }, (_, index) => valueOf(type.ofType, `${seed}${index}`));
  if (isEnumType(type)) return type.getValues()[numberOf(seed) % type.getValues().length]?.value;
  // Few of a kind, so that some come twice.
  if (isObjectType(type) || isAbstractType(type)) return { seed, id: `${type.name}_${numberOf(seed) % 5}` };
  const scalars: Made = {
    Int: numberOf(seed) % 100,
    Float: 1.5,
    Boolean: now(seed, 2),
    DateTime: '2026-05-01T08:00:00.000Z',
    Duration: 'PT24H',
  };
  return scalars[type.name] ?? `text ${numberOf(seed) % 1000}`;
}

const typeResolver: GraphQLTypeResolver<Made, unknown> = ({ __typename, seed }, _context, { schema }, type) => {
  const members = schema.getPossibleTypes(type);
  return typeof __typename === 'string' ? __typename : members[numberOf(String(seed)) % members.length]?.name;
};

/** One answer in four with a value that has no place there. */
function spoilt(answer: Record<string, unknown>, seed: string): unknown {
  if (!now(`spoilt${seed}`, 4)) return answer;
  const places: [Record<string, unknown>, string][] = [];
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      places.push([value as Record<string, unknown>, key]);
      walk((value as Record<string, unknown>)[key]);
    }
  };
  walk(answer.data);
  // By these, entities are asked for elsewhere.
  const keys = places.filter(([, key]) => key === 'id' || key === '__typename');
  const chosen = now(`key${seed}`, 2) && keys.length > 0 ? keys : places;
  const [object, key] = chosen[numberOf(seed) % Math.max(1, chosen.length)] ?? [];
  // What it is stays, or is told wrongly: of an object of which only an interface is known the library answers some part.
  const { __typename } = (object?.[key ?? ''] ?? {}) as { readonly __typename?: unknown };
  const gone = key === '__typename' ? null : undefined;
  const lists = __typename === undefined ? [[], [null]] : [null, 'Stranger'];
  const values = [gone, gone, null, 'Stranger', 7, ...lists, { __typename }, true, { __typename: 'Stranger' }];
  if (object && key !== undefined) object[key] = values[numberOf(`value${seed}`) % values.length];
  // What is undefined is not in what comes over the wire.
  return JSON.parse(JSON.stringify(answer));
}
