import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isObjectType } from 'graphql';
import { labelsEn } from '../../libs/subgraph/src/problems/invalid-input.words.en';
import { root } from '../start/start-options';
import { toApiSchema } from './api-schema';

const sources = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/spec\.ts$|node_modules|testing/.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8')),
);
const found = (pattern: RegExp): string[][] =>
  sources.flatMap((text) => [...text.matchAll(pattern)].map(([, ...groups]) => groups.map(String)));

describe('what the graph says of its problems', () => {
  const schema = toApiSchema(readFileSync(join(root, 'apps/gateway/supergraph.graphql'), 'utf8'));
  const codes = (type: string): string => {
    const named = schema.getType(type);
    return (isObjectType(named) && named.getFields()['code']?.description) || '';
  };

  it('names every code that a type is made with', () => {
    const made = found(/new (\w+Error)\(\),\s*toProblem\(\s*'([A-Z_]+)'/g);
    expect(made.length).toBeGreaterThan(10);
    for (const [type = '', code] of made)
      expect([type, codes(type).match(/[A-Z_]{4,}/g)]).toEqual([type, expect.arrayContaining([code])]);
  });

  it('has a name for people for every field that may be refused', () => {
    const fields = found(/(?:invalidField|faultOfText|faultOfCode|checkLine)\('([\w.]+)'/g).flat();
    expect(fields.length).toBeGreaterThan(15);
    for (const field of fields) expect(Object.keys(labelsEn)).toContain(field.split('.').at(-1));
  });
});
