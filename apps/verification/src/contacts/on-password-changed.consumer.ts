import type { EntityManager } from 'typeorm';
import type { EventOf } from '@bindery/event-contracts';
import { saveDeviceTrust } from './device-trust.repository';
import { deleteAddressesOf } from './known-address.repository';

/** With a new password trust begins anew: whoever had the old one may have had a device, and an address, that was known. */
export async function onPasswordChanged(
  { data: { accountId, at } }: EventOf<'bindery.account.password-changed.v1'>,
  tx: EntityManager,
): Promise<void> {
  const since = new Date(at);
  await saveDeviceTrust(tx, { accountId, since });
  await deleteAddressesOf(tx, accountId, since);
}
