import type { EntityManager } from 'typeorm';
import type { Id } from '@bindery/kernel';
import type { ProviderProfile } from '../../../catalogue';
import { countForLimits, type Binding } from '../../../lifecycle';
import { listYielding } from './giving-way';
import { yieldedTo } from './limits.rules';

/** One that is begun, or is to be. */
type Start = Pick<Binding, 'accountId' | 'deviceId'> & Partial<Pick<Binding, 'id'>>;

/**
 * The limit of a provider that another binding would break; null if none. Asked at the start, so that nobody proves themselves for nothing, and again where
 * it is confirmed: only what is confirmed counts, without what gives way to another. `givingWay`: the device of what would give way to one that is to be begun.
 */
export async function limitReached(
  tx: EntityManager,
  { id, accountId, deviceId }: Start,
  { code: provider, limits: { perAccount, perDevice } }: Pick<ProviderProfile, 'code' | 'limits'>,
  givingWay: Id<'device'> | null = null,
): Promise<number | null> {
  if (perAccount === null && perDevice === null) return null;
  const yielded = yieldedTo(id, await listYielding(tx, accountId)).filter((place) => place.provider === provider);
  const all = (await countForLimits(tx, { accountId, provider })) - yielded.length - Number(givingWay !== null);
  if (perAccount !== null && all >= perAccount) return perAccount;
  if (perDevice === null) return null;
  const onDevice = yielded.filter((place) => place.deviceId === deviceId).length + Number(givingWay === deviceId);
  if ((await countForLimits(tx, { accountId, provider, deviceId })) - onDevice >= perDevice) return perDevice;
  return null;
}
