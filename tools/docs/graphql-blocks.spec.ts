import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LoneAnonymousOperationRule, parse, specifiedRules, validate } from 'graphql';
import { root } from '../start/start-options';
import { toApiSchema } from '../schema/api-schema';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Its graph has a service that the reader has just made. */
const ofAnotherGraph = 'docs/add-a-subgraph.md';

describe('the queries of the documents', () => {
  const schema = toApiSchema(read('apps/gateway/supergraph.graphql'));
  const documents = execFileSync('git', ['ls-files', '*.md'], { cwd: root })
    .toString()
    .trim()
    .split('\n')
    .map(
      (file) => [file, [...read(file).matchAll(/^```graphql\n(.*?)^```/gms)].map(([, block = '']) => block)] as const,
    )
    .filter(([, blocks]) => blocks.length > 0);

  it('are found', () => {
    expect(documents.map(([file]) => file)).toEqual(expect.arrayContaining(['README.md', ofAnotherGraph]));
  });

  it.each(documents)('of %s can be pasted as they stand', (file, blocks) => {
    const rules = file === ofAnotherGraph ? [LoneAnonymousOperationRule] : specifiedRules;
    const problems = blocks.flatMap((block) => validate(schema, parse(block), rules).map(({ message }) => message));
    expect(problems).toEqual([]);
  });
});
