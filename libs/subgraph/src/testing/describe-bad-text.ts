import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { FeatureClasses } from '../compose/feature';
import { toSubgraph } from '../compose/to-subgraph';
import type { Answer } from './start-test-subgraph';

/** What no service can keep, or should: each is refused, or taken for a name that nothing has, and never a failure of ours. */
export const badTexts: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udc00y',
  '\uffff\ufffe',
  '\u202e',
  '\u0007\u001b[2J\r\n',
  '\u2028',
  `'"\`;--\\%_$1{}`,
  '__proto__',
  'constructor',
  'NaN',
  '-1',
  '\u{1f4a9}'.repeat(300),
  'x'.repeat(20_000),
];

/** What stands where no bad text does: by the path of the argument, e.g. `input.device.name`, or by its last name. */
export type Samples = Readonly<Record<string, unknown>>;

interface Call {
  /** The argument that is bad, e.g. `Mutation.logIn(input.device.name)`. */
  readonly at: string;
  readonly document: string;
  variables(bad: string, samples: Samples): Record<string, unknown>;
}

const isText = (type: GraphQLInputType) => ['String', 'ID'].includes(getNamedType(type).name);

/** Every argument of every root field that is text, however deep in its input. */
export const badTextCalls = (schema: GraphQLSchema): readonly Call[] =>
  [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {})
      .filter(({ name }) => !name.startsWith('_'))
      .flatMap(({ name, args, type }) => {
        const kind = root === schema.getQueryType() ? 'query' : 'mutation';
        const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
        const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
        const selection = isCompositeType(getNamedType(type)) ? ' { __typename }' : '';
        return args
          .flatMap((arg) => textsIn(arg.type, arg.name))
          .map((path) => ({
            at: `${root?.name}.${name}(${path})`,
            document: `${kind} Test(${declared}) { ${name}(${given})${selection} }`,
            variables: (bad: string, samples: Samples) =>
              Object.fromEntries(args.map((arg) => [arg.name, valueOf(arg.type, arg.name, path, bad, samples)])),
          }));
      }),
  );

function textsIn(type: GraphQLInputType, path: string): string[] {
  const named = getNamedType(type);
  if (isInputObjectType(named))
    return Object.values(named.getFields()).flatMap((field) => textsIn(field.type, `${path}.${field.name}`));
  return isText(type) ? [path] : [];
}

/** The bad text at its path, samples everywhere else; what may be left out is left out. */
function valueOf(type: GraphQLInputType, path: string, badPath: string, bad: string, samples: Samples): unknown {
  const holdsBad = badPath === path || badPath.startsWith(`${path}.`);
  const sample = holdsBad ? undefined : (samples[path] ?? samples[path.split('.').at(-1) ?? '']);
  if (!isNonNullType(type) && !holdsBad && sample === undefined) return undefined;
  const bare = getNullableType(type);
  if (isListType(bare)) return [valueOf(bare.ofType as GraphQLInputType, path, badPath, bad, samples)];
  if (badPath === path) return bad;
  if (sample !== undefined) return typeof sample === 'function' ? (sample as () => unknown)() : sample;
  if (isInputObjectType(bare))
    return Object.fromEntries(
      Object.values(bare.getFields()).map((field) => [
        field.name,
        valueOf(field.type, `${path}.${field.name}`, badPath, bad, samples),
      ]),
    );
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  return { Int: 1, SafeInt: 1, Float: 1, Boolean: true, String: 'x', ID: 'x' }[getNamedType(bare).name];
}

interface BadTextWorld {
  /** Asks as somebody who may, so that the text is looked at. */
  readonly ask: (document: string, variables: object) => Promise<Answer>;
  readonly samples: Samples;
}

/**
 * The test of every text that a client can send to a subgraph: whatever it is, no failure of ours is the answer. `below` are documents that give the
 * variable `$text` to fields below the root.
 */
export function describeBadText(
  classes: readonly FeatureClasses[],
  world: () => BadTextWorld,
  below: readonly string[] = [],
) {
  const calls = badTextCalls(toSubgraph(classes).schema);
  const expectAnswer = async (document: string, variables: object, bad: string) => {
    const { errors = [] } = await world().ask(document, variables);
    const failures = errors.filter(({ extensions }: Answer) => extensions?.code === 'INTERNAL_SERVER_ERROR');
    expect({ bad: bad.slice(0, 20), failures }).toEqual({ bad: bad.slice(0, 20), failures: [] });
  };

  describe('text that no service can keep', () => {
    it.each(calls.map(({ at, document, variables }) => [at, document, variables] as const))(
      'is no failure of ours as %s',
      async (_at, document, variables) => {
        for (const bad of badTexts) await expectAnswer(document, variables(bad, world().samples), bad);
      },
    );

    it.each([...below])('is no failure of ours below the root, in %s', async (document) => {
      for (const bad of badTexts) await expectAnswer(document, { ...world().samples, text: bad }, bad);
    });
  });
}
