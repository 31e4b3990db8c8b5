import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, type DefinitionNode } from 'graphql';
import { root } from '../start/start-options';

const cells = readFileSync(join(root, 'docs/seed-questions.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| question'))
  .map((line) => line.split('|').slice(1, -1));
const questions = cells.map(([question = '', operations = '', tests = '', screen = '']) => ({
  question: question.trim(),
  operations: operations.trim(),
  named: [...operations.matchAll(/`([\w.]+)`/g)].map(([, name = '']) => name),
  tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  screen: screen.trim(),
}));

const fieldsOf = (definition: DefinitionNode): string[] => {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
  const type = definition.name.value;
  const isRoot = type === 'Query' || type === 'Mutation';
  return (definition.fields ?? []).map(({ name }) => (isRoot ? name.value : `${type}.${name.value}`));
};
const supergraph = parse(readFileSync(join(root, 'apps/gateway/supergraph.graphql'), 'utf8'));
const inGraph = new Set(supergraph.definitions.flatMap(fieldsOf));
const requirements = readFileSync(join(root, 'docs/requirements.md'), 'utf8');

/** `Type.field` by its field. */
const lastOf = (name: string) => name.slice(name.lastIndexOf('.') + 1);

describe('the questions of the seeds on cards', () => {
  it('are many, each once in its table of four columns', () => {
    expect(cells.filter((row) => row.length !== 4)).toEqual([]);
    expect(questions.length).toBeGreaterThan(50);
    expect(new Set(questions.map(({ question }) => question)).size).toBe(questions.length);
  });

  it.each(questions)('$question', ({ operations, named, tests }) => {
    expect(named.filter((name) => !inGraph.has(name))).toEqual([]);
    // What nothing answers, or not all of it, names what it waits for.
    const waitsFor = /– \(requirement (\d+)\)/.exec(operations)?.[1];
    if (waitsFor) expect(requirements).toContain(`\n| ${waitsFor} |`);
    else expect(named).not.toEqual([]);
    expect(tests.length > 0).toBe(named.length > 0);
    expect(tests.filter((path) => !path.endsWith('.spec.ts') || !existsSync(join(root, path)))).toEqual([]);
    // An answer that none of its tests names is held by none.
    const told = tests.map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
    expect(named.filter((name) => !new RegExp(`\\b${lastOf(name)}\\b`).test(told))).toEqual([]);
  });
});
