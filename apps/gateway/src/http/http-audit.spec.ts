import { auditServer } from 'graphql-http';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

/** The audit's GET requests are made as a client makes them that this door lets in: with the header against forged requests. */
const asClient: typeof fetch = (input, init) =>
  fetch(input, {
    ...init,
    headers: { ...(init?.headers as Record<string, string>), 'apollo-require-preflight': 'yes' },
  });

describe('GraphQL over HTTP', () => {
  it('is spoken as the whole audit of graphql-http asks for', async () => {
    const results = await auditServer({ url: `${platform.url}/graphql`, fetchFn: asClient });
    expect(results.length).toBeGreaterThanOrEqual(60);
    expect(
      results.flatMap(({ status, id, name, ...result }) =>
        status === 'ok' ? [] : [{ id, name, reason: 'reason' in result ? result.reason : '' }],
      ),
    ).toEqual([]);
  });
});
