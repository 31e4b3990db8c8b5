import { buildSchema, parse } from 'graphql';
import type { SchemaRule } from '../finding';
import { bareLists, connections } from './connections';
import { deprecations } from './deprecations';
import { descriptions } from './descriptions';
import { formats } from './formats';
import { members, mutations, problems } from './mutations';
import { names } from './names';
import { ownership } from './ownership';

const scalars = 'scalar DateTime scalar Duration interface Node { id: ID! } interface Problem { code: String! }';
const breaches = (rule: SchemaRule, sdl: string) =>
  rule(buildSchema(`${scalars} type Query { a: Int } ${sdl}`)).map(({ at }) => at);

describe('the rules of the graph', () => {
  it('want a description of each type, field, argument and value, but not of the roots', () => {
    expect(
      descriptions(
        buildSchema('"T" type T { a("x" x: Int y: Int): Int } "E" enum E { ONE "Two." TWO } type Query { "q" q: T }'),
      ).map(({ at }) => at),
    ).toEqual(['T.a', 'T.a(y:)', 'E.ONE']);
  });

  it('want names in their own way, and Input for inputs only', () => {
    const sdl =
      'type bad { Field(Arg: Int): Int } enum Colour { red DARK_BLUE } enum RemedyCode { TryAgain } input Login { a: Int } type PhoneInput { a: Int }';
    expect(breaches(names, sdl)).toEqual(['bad', 'bad.Field', 'bad.Field(Arg:)', 'Colour.red', 'Login', 'PhoneInput']);
  });

  it('want the format of moments, durations, numbers and of what clients send', () => {
    const sdl = `type T implements Node {
      "Global id, e.g. card_01." id: ID!
      "When." at: DateTime "When, UTC." since: DateTime "A while." wait: Duration "How long." size: Int "How many there are." count: Int
      "By name." byName("The name." name: String "Its id." id: ID "Its id, e.g. t_01." other: ID "Code, e.g. abc." code: String): Int }`;
    expect(breaches(formats, sdl).filter((at) => at.startsWith('T.'))).toEqual([
      'T.id',
      'T.at',
      'T.wait',
      'T.size',
      'T.byName',
      'T.byName(name:)',
      'T.byName(id:)',
    ]);
  });

  it('want each argument called id to be an ID', () => {
    const sdl = `type T { a("The thing, e.g. thing_1." id: ID!): Int b("The thing, e.g. thing_1." id: String!): Int }`;
    expect(breaches(formats, sdl).filter((at) => at.endsWith('(id:)'))).toEqual(['T.b(id:)']);
  });

  it('want connections of one shape', () => {
    const sdl = `type PageInfo { endCursor: String } type ThingEdge { cursor: String! node: Int } type ThingConnection { edges: [ThingEdge!]! pageInfo: PageInfo! }
      type LooseEdge { node: Int } type LooseConnection { edges: [LooseEdge] pageInfo: PageInfo }
      type T { good("100 at most" first: Int! = 20, after: String): ThingConnection! bad(first: Int): ThingConnection }`;
    expect(breaches(connections, sdl)).toEqual(['LooseEdge', 'LooseConnection', 'LooseConnection', 'T.bad', 'T.bad']);
  });

  it('want lists of nodes to be connections unless they are listed as short', () => {
    const sdl = 'type Card implements Node { id: ID! } type T { cards: [Card!]! few: [Card!]! names: [String!]! }';
    expect(breaches(bareLists({ 'T.few': 'two at most' }), sdl)).toEqual(['T.cards']);
  });

  it('want only ids that node takes to be called global', () => {
    const sdl = `type Cup implements Node { "Global id, e.g. cup_01." id: ID! } type Lid { "Global id, e.g. lid_01." id: ID! }
      type Rim { "Its id, e.g. rim_01." id: ID! }`;
    expect(breaches(formats, sdl).filter((at) => /Cup|Lid|Rim/.test(at))).toEqual(['Lid.id']);
  });

  it('want mutations with one input, a key, and a union of success and problems', () => {
    const sdl = `input GoodInput { idempotencyKey: String! } input KeylessInput { a: Int } input TriedInput { a: Int }
      type GoodSuccess { a: Int } type KeylessSuccess { a: Int } type TriedSuccess { a: Int } type Odd { a: Int } type LostError implements Problem { code: String! }
      union GoodResult = GoodSuccess | LostError union KeylessResult = KeylessSuccess | Odd union TriedResult = TriedSuccess
      type Mutation { good(input: GoodInput!): GoodResult! keyless(input: KeylessInput!): KeylessResult! tried(input: TriedInput!): TriedResult! bare(id: ID): Boolean }`;
    expect(breaches(mutations({ tried: 'each try counts' }), sdl)).toEqual([
      'Mutation.keyless',
      'Mutation.keyless',
      'Mutation.bare',
      'Mutation.bare',
    ]);
  });

  it('want one type for fields of one name in the members of a union', () => {
    const sdl = `type A { same: Int! limit: Int! cause: String } type B { same: Int! limit: Int cause: [String] } type C { limit: Int! }
      union U = A | B | C union V = B union W = A | C`;
    expect(breaches(members, sdl)).toEqual(['B.limit', 'B.cause']);
  });

  it('want errors to be problems and problems to be called errors', () => {
    expect(
      breaches(
        problems,
        'type LostError { a: Int } type Trouble implements Problem { code: String! } type FoundError implements Problem { code: String! }',
      ),
    ).toEqual(['LostError', 'Trouble']);
  });

  it('want a deprecation to say why, what to use and until when', () => {
    const sdl = `type T { a: Int @deprecated b: Int @deprecated(reason: "Old.") c: Int @deprecated(reason: "Rounds. Use cents. Stays until 2027-13-30.")
      d: Int @deprecated(reason: "It rounds. Use cents. Stays until 2027-06-30.") }`;
    expect(breaches(deprecations, sdl)).toEqual(['T.a', 'T.b', 'T.c']);
  });

  it('want one owner for a root field, and @requires of one hop', () => {
    const sdl = `type Query @join__type(graph: A) @join__type(graph: B) { mine: Int @join__field(graph: A) shared: Int }
      type T @join__type(graph: A) @join__type(graph: B) { near: Int @join__field(graph: A, requires: "base") far: Int @join__field(graph: B, requires: "near") base: Int @join__field(graph: B) }`;
    expect(ownership(parse(sdl)).map(({ at }) => at)).toEqual(['Query.shared', 'T.far']);
  });
});
