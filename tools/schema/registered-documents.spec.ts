import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, validate } from 'graphql';
import { root } from '../start/start-options';
import { toApiSchema } from './api-schema';

const folder = join(root, 'apps/gateway/documents');
const manifests = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));

/** What installed clients ask, of every version: a graph that refuses one of these breaks them, whatever a comparison of schemas says. */
describe.each(manifests)('the registered documents of %s', (file) => {
  const schema = toApiSchema(readFileSync(join(root, 'apps/gateway/supergraph.graphql'), 'utf8'));
  const { operations } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
    operations: readonly { readonly name: string; readonly body: string }[];
  };

  it('are some, and valid in the graph', () => {
    expect(operations.length).toBeGreaterThan(0);
    for (const { name, body } of operations) expect([name, validate(schema, parse(body))]).toEqual([name, []]);
  });
});
