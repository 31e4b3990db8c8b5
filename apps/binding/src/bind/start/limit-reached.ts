import type { EntityManager } from 'typeorm';
import type { ProviderProfile } from '../../catalogue';
import { countInSlots, type Binding, type Card } from '../../lifecycle';

/** The limit that another binding would break; null if none. */
export async function limitReached(
  tx: EntityManager,
  accountId: Card['accountId'],
  deviceId: Binding['deviceId'],
  { code: provider, limits }: ProviderProfile,
): Promise<number | null> {
  const { perAccount, perDevice } = limits;
  if (perAccount !== null && (await countInSlots(tx, { accountId, provider })) >= perAccount) return perAccount;
  if (perDevice !== null && (await countInSlots(tx, { accountId, provider, deviceId })) >= perDevice) return perDevice;
  return null;
}
