import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, parse } from 'graphql';
import { kindsOf } from './operation-kind';
import { codeFields, laneOf, passwordFields } from './operation-lane';

const schema = buildASTSchema(parse(readFileSync(join(__dirname, '../../../supergraph.graphql'), 'utf8')), {
  assumeValidSDL: true,
});
const lane = (text: string, signedIn: boolean) => laneOf(kindsOf(parse(text)).get(undefined), signedIn);
const both = (text: string) => [lane(text, false), lane(text, true)];

describe('the way of an operation', () => {
  it.each([...passwordFields, ...codeFields])('knows %s, which is a field of the graph', (field) =>
    expect(schema.getMutationType()?.getFields()).toHaveProperty(field),
  );

  it.each(passwordFields)('of %s is that of passwords, whoever asks and whatever else they ask for', (field) => {
    for (const text of [
      `mutation { ${field} { __typename } }`,
      `mutation { a: ${field} { __typename } b: ${field} { __typename } }`,
      `mutation { endSession { __typename } x: ${field} { __typename } }`,
      `mutation { ...A } fragment A on Mutation { ... { ${field} { __typename } } }`,
    ])
      expect(both(text)).toEqual(['passwords', 'passwords']);
  });

  it.each(codeFields)('of %s is that of codes for strangers, and reserved for people who are signed in', (field) => {
    expect(both(`mutation { ${field} { __typename } }`)).toEqual(['codes', 'reserved']);
    expect(lane(`mutation { touch ${field} { __typename } }`, false)).toBe('codes');
  });

  it('of anything else is the ordinary one', () => {
    for (const text of ['{ viewer { id } }', '{ logIn: viewer { id } }', '{ __typename }'])
      expect(both(text)).toEqual(['ordinary', 'ordinary']);
    expect([laneOf(undefined, false), laneOf(undefined, true)]).toEqual(['ordinary', 'ordinary']);
    expect(both('mutation { refreshSession { __typename } }')).toEqual(['reserved', 'reserved']);
  });

  it('counts how often a field is asked for', () => {
    const fields = (text: string) => kindsOf(parse(text)).get(undefined)?.fields;
    expect(fields('mutation { a: logIn { x } b: logIn { x } ... { c: logIn { x } } }')).toBe(3);
    expect(fields('mutation { ...A d: logIn } fragment A on Mutation { a: logIn b: logIn }')).toBe(3);
    expect(fields('{ viewer { id } }')).toBe(1);
  });
});
