import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, parse } from 'graphql';
import { createFreeForm } from '../documents/free-form';
import { isReserved, reservedFields } from './reserved-fields';

const schema = buildASTSchema(parse(readFileSync(join(__dirname, '../../../supergraph.graphql'), 'utf8')), {
  assumeValidSDL: true,
});
const read = createFreeForm();
const reserved = (text: string, signedIn = true, name?: string) => isReserved(read(text).kindOf(name), signedIn);

describe('a reserved operation', () => {
  it.each(reservedFields)('%s is a field of the graph', (field) => {
    expect({ ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() }).toHaveProperty(field);
  });

  it('asks for nothing but what is reserved', () => {
    expect(reserved('mutation { requestUnbind { __typename } }')).toBe(true);
    expect(reserved('mutation { mine: requestUnbind { __typename } __typename }')).toBe(true);
    expect(reserved('mutation { requestUnbind { __typename } logIn { __typename } }')).toBe(false);
    expect(reserved('mutation { requestUnbind: logIn { __typename } }')).toBe(false);
    expect(
      reserved(
        'mutation { requestUnbind { __typename } ...A } fragment A on Mutation { ... { logIn { __typename } } }',
      ),
    ).toBe(false);
    expect(reserved('{ __typename }')).toBe(false);
    expect(reserved('{')).toBe(false);
  });

  it('is the one that is named, of several in a document', () => {
    const document = 'mutation A { requestUnbind { __typename } } mutation B { logIn { __typename } }';
    expect([
      reserved(document, true, 'A'),
      reserved(document, true, 'B'),
      reserved(document, true, 'C'),
      reserved(document),
    ]).toEqual([true, false, false, false]);
  });

  it('is not forgotten because of another document that looks like it together with its name', () => {
    const fresh = createFreeForm();
    expect(fresh('{ requestUnbind }').kindOf('mutation ')).toBeUndefined();
    expect(fresh('mutation { requestUnbind }').kindOf(undefined)?.rootFields).toEqual(new Set(['requestUnbind']));
  });

  it('is for people who are signed in, and for those who were until a moment ago', () => {
    expect(reserved('mutation { requestUnbind { __typename } }', false)).toBe(false);
    expect(reserved('mutation { refreshSession { __typename } }', false)).toBe(true);
  });
});
