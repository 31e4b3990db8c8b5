import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isObjectType } from 'graphql';
import ts from 'typescript';
import { root } from '../start/start-options';
import { toApiSchema } from './api-schema';

const { labelsEn } = jest.requireActual<{ labelsEn: Readonly<Record<string, string>> }>(
  join(root, 'libs/subgraph/src/problems/invalid-input.words.en'),
);

const sources = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/spec\.ts$|node_modules|testing/.test(file))
    .map((file) => ({ path: join(root, folder, file), text: readFileSync(join(root, folder, file), 'utf8') })),
);
const found = (pattern: RegExp): string[][] =>
  sources.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, ...groups]) => groups.map(String)));

interface Made {
  readonly type: string;
  /** All that the code can be, be it a variable; null where the compiler knows only that it is a text. */
  readonly codes: readonly string[] | null;
}

/** Every making of a problem: the codes that the compiler knows, and the type of problem that is made nearest to it. */
function madeProblems(): Made[] {
  const making = sources.filter(({ text }) => /toProblem\(/.test(text) && !/toProblem = createToProblem/.test(text));
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(
    making.map(({ path }) => path),
    { ...options, noEmit: true },
  );
  const checker = program.getTypeChecker();
  const made: Made[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'toProblem') made.push(madeBy(node, checker));
    ts.forEachChild(node, visit);
  };
  for (const { path } of making) {
    const file = program.getSourceFile(path);
    if (file) visit(file);
  }
  return made;
}

function madeBy(call: ts.CallExpression, checker: ts.TypeChecker): Made {
  let around: ts.Node = call.parent;
  while (!ts.isSourceFile(around) && !/new \w+Error\(\)/.test(around.getText())) around = around.parent;
  const [, type = call.getSourceFile().fileName] = /new (\w+Error)\(\)/.exec(around.getText()) ?? [];
  const [code] = call.arguments;
  const of = code && checker.getTypeAtLocation(code);
  const members = of?.isUnion() ? of.types : of ? [of] : [];
  const codes = members.map((member) => (member.isStringLiteral() ? member.value : null));
  return { type, codes: codes.every((one) => one !== null) ? codes : null };
}

describe('what the graph says of its problems', () => {
  const schema = toApiSchema(readFileSync(join(root, 'apps/gateway/supergraph.graphql'), 'utf8'));
  const codes = (type: string): string => {
    const named = schema.getType(type);
    return (isObjectType(named) && named.getFields()['code']?.description) || '';
  };

  it('names every code that a type is made with', () => {
    const made = madeProblems();
    expect(made.length).toBeGreaterThan(25);
    for (const { type, codes: ofType } of made) {
      const named = codes(type).match(/[A-Z_]{4,}/g) ?? [];
      if (ofType) expect([type, named]).toEqual([type, expect.arrayContaining([...ofType])]);
      else expect([type, named.length > 1]).toEqual([type, true]);
    }
  });

  it('has a name for people for every field that may be refused', () => {
    const fields = found(/(?:invalidField|faultOfText|faultOfCode|checkLine)\('([\w.]+)'/g).flat();
    expect(fields.length).toBeGreaterThan(15);
    for (const field of fields) expect(Object.keys(labelsEn)).toContain(field.split('.').at(-1));
  });
});
