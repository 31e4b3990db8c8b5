import 'reflect-metadata';
import { buildSchema, graphql } from 'graphql';
import { toRemedyType } from './problem';
import { offerWhatIsThere } from './offer-what-is-there';

const schema = buildSchema(`
  type Remedy { code: String!, kind: String!, url: String }
  type Refusal { remedies: [Remedy!]!, first: Remedy }
  type Query { refusal: Refusal }
`);
offerWhatIsThere(schema);

const remedies = [{ code: 'TryAgain' } as const, { code: 'ContactSupport' } as const].map((remedy) =>
  toRemedyType(remedy, 'en'),
);
const ask = async (supportUrl: string | null, found: unknown = remedies) =>
  (
    await graphql({
      schema,
      source: '{ refusal { remedies { kind url } first { kind } } }',
      rootValue: { refusal: { remedies: found, first: remedies[1] } },
      contextValue: { supportUrl },
    })
  ).data?.refusal;

describe('remedies', () => {
  it('have support among them, with the way to it, where there is one', async () =>
    expect(await ask('https://help.example')).toEqual({
      remedies: [
        { kind: 'TRY_AGAIN', url: null },
        { kind: 'CONTACT_SUPPORT', url: 'https://help.example' },
      ],
      first: { kind: 'CONTACT_SUPPORT' },
    }));

  it('have no support among them where there is none', async () =>
    expect(await ask(null)).toMatchObject({ remedies: [{ kind: 'TRY_AGAIN' }] }));

  it('may come later', async () =>
    expect(await ask(null, Promise.resolve(remedies))).toMatchObject({ remedies: [{ kind: 'TRY_AGAIN' }] }));
});
