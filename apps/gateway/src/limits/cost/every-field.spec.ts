import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import {
  getNamedType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
  OperationTypeNode,
  parse,
  print,
  visit,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { requestLimits } from '../request-limits';
import { compileCost } from './compile-cost';
import { readCostWeights } from './cost-weights';

const sdl = readFileSync(join(__dirname, '../../../supergraph.graphql'), 'utf8');
const schema = Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();
const weights = readCostWeights(sdl);

type Field = GraphQLField<unknown, unknown>;
type Way = readonly { readonly on: GraphQLCompositeType; readonly field: Field }[];

/** Root fields that a contract for people leaves out, by the mark that composition keeps. */
const forStaff = new Set<string>();
visit(parse(sdl), {
  FieldDefinition({ name, directives = [] }) {
    if (directives.some((directive) => directive.name.value === 'tag' && print(directive).includes('"staff"')))
      forStaff.add(name.value);
  },
});

/** The fields of what a field answers, of each type that it may be. */
function fieldsBelow({ type }: Field): Way[number][] {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return [];
  const types = isAbstractType(named) ? [named, ...schema.getPossibleTypes(named)] : [named];
  return types.flatMap((on) =>
    'getFields' in on ? Object.values(on.getFields()).map((field) => ({ on, field })) : [],
  );
}

/** The shortest way from a root to every field that there is a way to. */
function shortestWays(root: GraphQLObjectType, isShown: (field: Field) => boolean): Map<string, Way> {
  const ways = new Map<string, Way>();
  let front: Way[] = Object.values(root.getFields()).map((field) => [{ on: root, field }]);
  while (front.length > 0) {
    const reached = front.filter((way) => {
      const { on, field } = way.at(-1)!;
      const name = `${on.name}.${field.name}`;
      if (ways.has(name) || (way.length === 1 && !isShown(field))) return false;
      ways.set(name, way);
      return true;
    });
    front = reached.flatMap((way) => fieldsBelow(way.at(-1)!.field).map((step) => [...way, step]));
  }
  return ways;
}

/** A page of one, and nothing else that need not be given. */
function argumentsOf({ args }: Field): string {
  const given = args.flatMap((argument) => {
    if (argument.name === 'first') return ['first: 1'];
    return isRequiredArgument(argument) ? [`${argument.name}: $${argument.name}`] : [];
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

const documentOf = (operation: string, way: Way): string =>
  `${operation} ${way.reduceRight(
    (below, { on, field }) => `{ ... on ${on.name} { ${field.name}${argumentsOf(field)} ${below} } }`,
    isCompositeType(getNamedType(way.at(-1)!.field.type)) ? '{ __typename }' : '',
  )}`;

function costOf(text: string): number {
  const document = parse(text);
  return compileCost(schema, weights, document, getOperationAST(document)!)({});
}

describe.each([
  ['people', ({ name }: Field) => !forStaff.has(name)],
  ['our own people', () => true],
])('the graph of %s', (_whose, isShown) => {
  it.each([OperationTypeNode.QUERY, OperationTypeNode.MUTATION])(
    'can be asked for each of its fields in a %s, by the shortest way to it',
    (operation) => {
      const ways = shortestWays(schema.getRootType(operation)!, isShown);
      const refused = [...ways.values()].flatMap((way) => {
        const document = documentOf(operation, way);
        const cost = costOf(document);
        return cost > requestLimits.cost || way.length > requestLimits.depth ? [`${cost} points: ${document}`] : [];
      });
      expect(forStaff.size).toBeGreaterThan(0);
      expect(ways.size).toBeGreaterThan(500);
      expect(refused).toEqual([]);
    },
  );
});
