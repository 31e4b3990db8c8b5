import type { EntityManager } from 'typeorm';
import type { EventOf } from '@bindery/event-contracts';
import { saveDeviceTrust } from './device-trust.repository';

/** With a new password trust in devices begins anew: whoever had the old one may have had some that were known. */
export async function onPasswordChanged(
  { data: { accountId, at } }: EventOf<'bindery.account.password-changed.v1'>,
  tx: EntityManager,
): Promise<void> {
  await saveDeviceTrust(tx, { accountId, since: new Date(at) });
}
