import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newKey } from '@bindery/wallet-client';
import { root } from './system/run-system';
import { graph } from './system/the-system';

/** The GraphQL blocks of the first page, in the order a newcomer pastes them. */
const [firstQuery = '', logIn = '', home = ''] = [
  ...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```graphql\n([\s\S]*?)```/g),
].map(([, block]) => block);

describe('the queries of the README', () => {
  it('answer a newcomer: providers, the log-in of a demo account, the home screen', async () => {
    expect(await graph().ask<{ provider: object }>(firstQuery)).toMatchObject({
      provider: { code: 'cloudgate', capabilities: { unbindFee: { amount: { value: 500 } } } },
    });
    const { logIn: session } = await graph().ask<{ logIn: { accessToken: string } }>(logIn, {
      newKey: newKey(),
    });
    const { viewer } = await graph().ask<{ viewer: object }>(home, {}, session.accessToken);
    expect(viewer).toMatchObject({
      displayName: 'Ada Chen',
      session: { device: { name: 'My browser' } },
      cards: {},
      waiting: [],
      inbox: {},
    });
  });
});
