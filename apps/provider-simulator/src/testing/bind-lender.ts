import { newId } from '@bindery/kernel';
import { settled } from './bind-card';
import type { ProviderCode } from './catalogue';
import type { World } from './start-world';

/** An account at Xiaomi Finance, bound; answers its credential's reference. */
export async function bindLender(world: World): Promise<string> {
  const provider = 'xiaomi-finance' as ProviderCode;
  const person = { name: '李雷', idNumber: '11010519491231102X' };
  const { token } = (await world.signed(provider, 'POST', '/tokens', person)).body;
  const operationId = newId('operation');
  await world.operate(provider, 'BIND', { token }, operationId);
  return settled(world, operationId);
}
