import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, visit, type FieldDefinitionNode } from 'graphql';
import { rootFields } from '../../apps/e2e/src/testing/root-fields';
import { root } from '../start/start-options';

const roots = ['Query', 'Mutation'];
const isStaff = ({ directives = [] }: FieldDefinitionNode) =>
  directives.some(
    ({ name, arguments: args = [] }) =>
      name.value === 'tag' && args.some(({ value }) => value.kind === Kind.STRING && value.value === 'staff'),
  );

/** As composition leaves it: what a contract for others is filtered by. */
const supergraph = parse(readFileSync(join(root, 'apps/gateway/supergraph.graphql'), 'utf8'));
const tagged = supergraph.definitions.flatMap((type) =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION && roots.includes(type.name.value)
    ? (type.fields ?? []).filter(isStaff).map(({ name }) => name.value)
    : [],
);

describe('root fields for our own people', () => {
  it('are marked in the supergraph, each of them', () => {
    const known = Object.entries(rootFields).flatMap(([name, { staff }]) => (staff ? [name] : []));
    expect(known.length).toBeGreaterThan(0);
    expect([...tagged].sort()).toEqual(known.sort());
  });

  it('stand in no document of an app of holders', () => {
    const folder = join(root, 'apps/gateway/documents');
    const asked = new Set<string>();
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.json')) continue;
      const { operations } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
        operations: readonly { readonly body: string }[];
      };
      for (const { body } of operations) visit(parse(body), { Field: ({ name }) => void asked.add(name.value) });
    }
    expect(asked).toContain('startBinding');
    expect(tagged.filter((field) => asked.has(field))).toEqual([]);
  });
});
