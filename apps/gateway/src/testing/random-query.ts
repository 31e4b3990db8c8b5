import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Answers a number below `limit`. */
export type Pick = (limit: number) => number;

const depthMax = 6;

/** Any query over a graph: aliases, fragments on members and interfaces, `__typename`, conditions by constants and by `$yes` and `$no`. */
export function randomQuery(schema: GraphQLSchema, pick: Pick): string {
  const root = schema.getQueryType();
  if (!root) throw new Error('a graph has queries');
  return `query Random($yes: Boolean! = true, $no: Boolean!) { used: __typename @include(if: $yes) @skip(if: $no) ${selectionsOf(schema, root, pick, depthMax)} }`;
}

function selectionsOf(schema: GraphQLSchema, type: GraphQLNamedType, pick: Pick, depth: number): string {
  const fields =
    'getFields' in type && !isInputObjectType(type)
      ? Object.values(type.getFields() as Record<string, GraphQLField<unknown, unknown>>)
      : [];
  const asked = fields.filter((field) => canAsk(field) && (depth > 1 || !isCompositeType(getNamedType(field.type))));
  const chosen = Array.from({ length: Math.min(asked.length, 1 + pick(4)) }, () => asked[pick(asked.length)]).flatMap(
    (field) => (field ? [fieldText(schema, field, pick, depth)] : []),
  );
  const members = isAbstractType(type)
    ? schema.getPossibleTypes(type)
    : isObjectType(type)
      ? [type, ...type.getInterfaces()]
      : [];
  const member = members[pick(members.length * 2)];
  const fragment =
    member && depth > 1
      ? [`... on ${member.name} ${condition(pick)} { ${selectionsOf(schema, member, pick, depth - 1)} }`]
      : [];
  return [
    ...chosen,
    ...fragment,
    ...(pick(4) === 0 || chosen.length + fragment.length === 0 ? ['__typename'] : []),
  ].join(' ');
}

function fieldText(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, pick: Pick, depth: number): string {
  const type = getNamedType(field.type);
  const given = field.args.filter(
    (argument) => isRequiredArgument(argument) || (canGive(argument.type) && pick(2) === 0),
  );
  const args = given.map((argument) => `${argument.name}: ${literalOf(argument.type)}`).join(', ');
  // What is asked twice under one name must be the same, so each way of asking has a name of its own.
  const alias =
    given.length > 0 || pick(6) === 0
      ? `${field.name}_${given.map(({ name }) => name).join('_')}_${typeKey(field)}: `
      : '';
  const inner = isCompositeType(type) ? ` { ${selectionsOf(schema, type, pick, depth - 1)} }` : '';
  return `${alias}${field.name}${args ? `(${args})` : ''} ${condition(pick)}${inner}`;
}

const typeKey = ({ type }: GraphQLField<unknown, unknown>) => String(type).replace(/\W/g, '');

const conditions = [
  '@include(if: $yes)',
  '@skip(if: $no)',
  '@include(if: $no)',
  '@skip(if: false)',
  '@include(if: true)',
];
const condition = (pick: Pick) => (pick(8) === 0 ? (conditions[pick(conditions.length)] ?? '') : '');

const canAsk = ({ args }: GraphQLField<unknown, unknown>) =>
  args.every((argument: GraphQLArgument) => !isRequiredArgument(argument) || canGive(argument.type));
const canGive = (type: GraphQLInputType): boolean => !isInputObjectType(getNamedType(type));

function literalOf(given: GraphQLInputType): string {
  const type = getNullableType(given);
  if (isListType(type)) return `[${literalOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  const literals: Readonly<Record<string, string>> = {
    Int: '2',
    Float: '1.5',
    Boolean: 'true',
    DateTime: '"2026-05-01T08:00:00.000Z"',
    Duration: '"PT1H"',
  };
  return literals[(type as GraphQLObjectType | (GraphQLInputType & { name: string })).name] ?? '"x"';
}
