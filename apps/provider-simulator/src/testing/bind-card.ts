import { newId } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import type { ProviderCode } from './catalogue';
import type { World } from './start-world';

/** Luhn-valid numbers by what they are for. */
export const cardNumbers = {
  visa: '4111111111111111',
  unionPay: '6200000000002001',
  refused: '4000000000000002',
  activation: '4000000000090003',
};

/** A token for a card of this provider: a Visa of a bank, member RG-1001 of CloudGate. */
export async function takeToken(world: World, provider: ProviderCode, cardNumber = cardNumbers.visa): Promise<string> {
  const card = provider === 'cloudgate' ? { site: 'riverside', memberNumber: 'RG-1001' } : { cardNumber };
  return (await world.signed(provider, 'POST', '/tokens', card)).body.token;
}

/** Binds a card and answers its credential's reference once the provider has confirmed and told so. */
export async function bindCard(world: World, provider: ProviderCode): Promise<string> {
  const operationId = newId('operation');
  await world.operate(provider, 'BIND', { token: await takeToken(world, provider) }, operationId);
  return settled(world, operationId);
}

/** Waits until the platform has been told that an operation is confirmed; answers the credential's reference. */
export function settled(world: World, operationId: string): Promise<string> {
  return eventually(() => {
    const told = world.platform.webhooks.find(
      ({ body }) => body.type === 'operation.confirmed' && body.operationId === operationId,
    );
    if (told?.body.type !== 'operation.confirmed') throw new Error('not told yet');
    return told.body.credentialReference ?? '';
  });
}
