import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { ownTypes, type Finding, type SchemaRule } from '../finding';

const cursorConnections = 'Relay Cursor Connections';

/** Lists of what can grow are connections of one shape: edges with cursors, a PageInfo, `first` of 100 at most and `after`. */
export const connections: SchemaRule = (schema) =>
  ownTypes(schema).flatMap((type) => {
    if (!isObjectType(type)) return [];
    const own = type.name.endsWith('Connection')
      ? connectionType(type)
      : type.name.endsWith('Edge')
        ? edgeType(type)
        : [];
    return [...own, ...Object.values(type.getFields()).flatMap((field) => connectionField(type, field))];
  });

function connectionType(type: GraphQLObjectType): Finding[] {
  const { edges, pageInfo } = type.getFields();
  const problems = [
    ...(/^\[\w+Edge!\]!$/.test(String(edges?.type)) ? [] : [`${cursorConnections}: edges is [SomeEdge!]!`]),
    ...(String(pageInfo?.type) === 'PageInfo!' ? [] : [`${cursorConnections}: pageInfo is PageInfo!`]),
  ];
  return problems.map((problem) => ({ at: type.name, problem }));
}

function edgeType(type: GraphQLObjectType): Finding[] {
  const { cursor, node } = type.getFields();
  return String(cursor?.type) === 'String!' && node && !isListType(getNullableType(node.type))
    ? []
    : [{ at: type.name, problem: `${cursorConnections}: an edge has cursor: String! and one node` }];
}

function connectionField(owner: GraphQLObjectType, { name, type, args }: GraphQLField<unknown, unknown>): Finding[] {
  const at = `${owner.name}.${name}`;
  const named = getNamedType(type).name;
  if (!named.endsWith('Connection')) return [];
  const [first, after] = [args.find((arg) => arg.name === 'first'), args.find((arg) => arg.name === 'after')];
  return [
    ...(String(getNullableType(first?.type)) === 'Int' && first?.description?.includes('100')
      ? []
      : [{ at, problem: 'a connection takes first: Int, 100 at most, and says so' }]),
    ...(String(after?.type) === 'String' ? [] : [{ at, problem: 'a connection takes after: String' }]),
  ];
}

/** A bare list of things with ids of their own cannot be paged: it must be short by its nature. */
export const bareLists =
  (short: Readonly<Record<string, string>>): SchemaRule =>
  (schema) =>
    ownTypes(schema).flatMap((type) => {
      if (!isObjectType(type) && !isInterfaceType(type)) return [];
      const lists = Object.values(type.getFields()).filter(
        (field) => isListType(getNullableType(field.type)) && isNode(getNamedType(field.type)),
      );
      return lists
        .filter(({ name }) => !short[`${type.name}.${name}`])
        .map(({ name }) => ({
          at: `${type.name}.${name}`,
          problem: 'a list of nodes is a connection, unless it is short by its nature and listed as such',
        }));
    });

const isNode = (type: unknown): boolean =>
  isInterfaceType(type)
    ? type.name === 'Node'
    : isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
