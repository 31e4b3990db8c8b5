import { createServer } from 'node:net';
import { eventually, freePort } from '@bindery/testing';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());
afterEach(() => platform.identity.misbehave(undefined));

/** How often identity is asked when it drops the connection on what it was asked. */
async function sendings(document: string): Promise<number> {
  let asked = 0;
  platform.identity.misbehave((response) => {
    asked += 1;
    response.destroy();
  });
  const { errors } = await platform.ask(document);
  expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  return asked;
}

describe('a request whose connection is lost', () => {
  it('is sent once when it is a mutation, as it may have arrived', async () => {
    expect(await sendings('mutation { touch }')).toBe(1);
  });

  it('is sent once more when it only reads', async () => {
    expect(await sendings('{ viewer { id } }')).toBe(2);
  });
});

describe('a subgraph of several processes', () => {
  it('is asked where it can be reached, mutations too: what was refused a connection was never sent', async () => {
    const dead = `http://127.0.0.1:${await freePort()}`;
    const { identity, binding } = platform;
    const urls = {
      identity: [dead, identity.url],
      binding: [dead, binding.url],
      verification: identity.url,
      notification: identity.url,
    };
    const own = await startTestPlatform('development', {
      env: { SUBGRAPH_URLS: JSON.stringify(urls), ACCESS_TOKEN_JWKS_URL: `${identity.url}/.well-known/jwks.json` },
    });
    const before = identity.seen.length;
    for (let round = 0; round < 6; round++) expect((await own.ask('mutation { touch }')).data).toEqual({ touch: true });
    expect(identity.seen).toHaveLength(before + 6);
    await own.stop();
  });

  it('that accepts connections and answers none costs its time once for each try, until it is passed over', async () => {
    const silent = createServer(() => undefined).listen(await freePort(), '127.0.0.1');
    await eventually(() => expect(silent.listening).toBe(true));
    const { identity, binding } = platform;
    const address = silent.address();
    const hung = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    const urls = {
      identity: identity.url,
      binding: [hung, binding.url],
      verification: identity.url,
      notification: identity.url,
    };
    const own = await startTestPlatform('development', {
      env: { SUBGRAPH_URLS: JSON.stringify(urls), ACCESS_TOKEN_JWKS_URL: `${identity.url}/.well-known/jwks.json` },
    });
    const codes: unknown[] = [];
    for (let round = 0; round < 8; round++)
      codes.push((await own.ask('{ providers }')).errors?.[0]?.extensions.code ?? 'answered');
    expect(codes.filter((code) => code === 'SUBGRAPH_TIMEOUT')).toHaveLength(3);
    expect(codes.filter((code) => code === 'answered')).toHaveLength(5);
    silent.close();
    await own.stop();
  });
});
