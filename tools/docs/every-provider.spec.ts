import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, validate } from 'graphql';
import { toApiSchema } from '../schema/api-schema';
import { root } from '../start/start-options';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const schema = toApiSchema(read('apps/gateway/supergraph.graphql'));
const problemsOf = (document: string) => validate(schema, parse(document)).map(({ message }) => message);

const rows = [...read('docs/bind-by-hand.md').matchAll(/^\| `([\w-]+)` \| `(.+?)` \| (.+) \|$/gm)].map(
  ([, provider = '', card = '', then = '']) => ({ provider, card, then }),
);

describe('the providers that are bound by hand', () => {
  // A generated provider is in neither, until whoever adds it has played its faults and says what it takes.
  it('are those of the catalogue whose faults were played, each once', () => {
    const played = read('docs/generated/provider-faults.md');
    const catalogue = readdirSync(join(root, 'apps/binding/src/catalogue/providers'))
      .map((file) => basename(file, '.json'))
      .filter((provider) => new RegExp(`\\b${provider}\\b`).test(played));
    expect(rows.map(({ provider }) => provider).sort()).toEqual(catalogue.sort());
  });

  it.each(rows)('$provider takes the card that stands there', ({ provider, card }) => {
    const consent = '{ version: "1", text: "…" }';
    expect(
      problemsOf(
        `mutation { startBinding(input: { idempotencyKey: "1", provider: "${provider}", deviceId: "1", consent: ${consent}, card: ${card} }) { __typename } }`,
      ),
    ).toEqual([]);
  });
});

describe('a purpose that a proof is for', () => {
  const purposes = ['bind-by-hand', 'live-with-a-card'].flatMap((file) => [
    ...new Set(read(`docs/${file}.md`).match(/\{ action: [^}]+\}/g)),
  ]);

  it('is found', () => expect(purposes.length).toBeGreaterThan(3));

  it.each(purposes)('is one of the graph: %s', (purpose) =>
    expect(
      problemsOf(`mutation { startChallenge(input: { idempotencyKey: "1", purpose: ${purpose} }) { __typename } }`),
    ).toEqual([]),
  );
});
