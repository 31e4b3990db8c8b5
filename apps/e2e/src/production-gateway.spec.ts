import { createGraphClient, createWallet } from '@bindery/wallet-client';
import { newMembership } from './testing/cards';
import { startProductionGateway, type ProductionGateway } from './system/production-gateway';
import { newPerson, world } from './system/the-system';

let gateway: ProductionGateway;

beforeAll(async () => {
  gateway = await startProductionGateway();
});
afterAll(() => gateway.stop());

const clientOf = (clientApp?: { name: string; version: string }) =>
  createGraphClient({ endpoint: `${gateway.url}/graphql`, locale: 'en', ...(clientApp ? { clientApp } : {}) });

describe('the gateway as in production', () => {
  it('serves the wallet through the whole life of a card, by registered documents only', async () => {
    const wallet = createWallet(clientOf(), world, newPerson().person);
    await wallet.register();
    const { deviceId } = await wallet.logIn('Pixel 9');
    const card = await wallet.bind('cloudgate', deviceId, newMembership());
    await wallet.waitForStatus(card.cardId, 'ACTIVE');
    const plan = await wallet.preflight(card.bindingId);
    await wallet.requestUnbind(
      card.bindingId,
      plan,
      await wallet.prove({ action: 'UNBIND', subjectId: card.bindingId, planDigest: plan.digest }),
      'NO_LONGER_USED',
    );
    await wallet.waitForStatus(card.cardId, 'UNBOUND');
  });

  it('answers nothing that is not registered, and nothing of the graph', async () => {
    expect(await clientOf().send('{ providers { name } }')).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'DOCUMENT_REQUIRED', remedies: [{ code: 'UpdateClient' }] } }],
    });
    expect(await clientOf().send('{ __schema { types { name } } }')).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'DOCUMENT_REQUIRED' } }],
    });
    expect(await clientOf({ name: 'wallet-client', version: '99.0.0' }).send('{ providers { name } }')).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'CLIENT_UNKNOWN' } }],
    });
  });

  it('sends an app that is too old to its update', async () => {
    const { status, errors } = await clientOf({ name: 'wallet-client', version: '0.9.0' }).send(
      '{ providers { name } }',
    );
    expect({ status, errors }).toMatchObject({
      status: 400,
      errors: [
        {
          extensions: {
            code: 'CLIENT_TOO_OLD',
            minimumVersion: '1.0.0',
            remedies: [{ code: 'UpdateClient', url: expect.stringMatching(/^https:/) }],
          },
        },
      ],
    });
  });

  it('has no explorer', async () => {
    expect((await fetch(`${gateway.url}/explorer`)).status).toBe(404);
  });
});
