import { writeFile } from 'node:fs/promises';
import { eventually } from '@bindery/testing';
import { generateSigningKey, readSigningKey } from '@bindery/trust';
import { startTestPlatform, type TestPlatform } from './testing/test-platform';
import { newViewer, tokenFor } from './testing/viewers';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform('production', { env: { LOG_LEVEL: 'error' } });
}, 60_000);
afterAll(() => platform.stop());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const told = () =>
  platform
    .logged()
    .split('\n')
    .filter((line) => line.includes('"log.logger":"security"'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const isTold = (event: Record<string, unknown>) =>
  eventually(async () => expect(told()).toContainEqual(expect.objectContaining(event)), { withinMs: 10_000 });

describe('the security log of the gateway', () => {
  it('tells of a forged token and of one that has expired, from which network, and not the token', async () => {
    const viewer = newViewer();
    const forged = await tokenFor(viewer, await readSigningKey(await generateSigningKey()));
    const expired = await tokenFor(viewer, platform.accessTokenKey, -1_000);
    for (const token of [forged, expired]) await platform.ask('{ __typename }', bearer(token));
    const refused = {
      'event.action': 'access-token-refused',
      'source.address': '127.0.0.0/24',
      'user_agent.name': 'test-app',
    };
    await isTold({ ...refused, 'error.code': 'TOKEN_INVALID' });
    await isTold({ ...refused, 'error.code': 'TOKEN_EXPIRED' });
    for (const token of [forged, expired]) expect(platform.logged()).not.toContain(token.split('.')[2]);
  });

  it('tells of a document that is not registered, with the account whose token is good', async () => {
    const viewer = newViewer();
    await platform.ask('{ viewer { id } }', bearer(await tokenFor(viewer, platform.accessTokenKey)));
    await isTold({
      'event.action': 'document-refused',
      'error.code': 'DOCUMENT_REQUIRED',
      'user.id': viewer.accountId,
    });
  });

  it('tells of a body that is too large, and of what is no request', async () => {
    const post = (body: string, type = 'application/json') =>
      fetch(`${platform.url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body });
    await post(JSON.stringify({ query: 'x'.repeat(300_000) }));
    await isTold({ 'event.action': 'request-limit-refused', 'error.code': 'BODY_TOO_LARGE' });
  });

  it('tells that the rules for client apps were changed', async () => {
    await writeFile(platform.clientAppsFile, JSON.stringify({ clients: {} }));
    await isTold({ 'event.action': 'client-rules-changed' });
  });
});
