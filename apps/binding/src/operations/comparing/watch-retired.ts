import type { EntityManager } from 'typeorm';
import type { RetiredCredential } from '../../lifecycle';
import { compareNow } from '../ask-now';
import { saveWatched } from './provider-view.repository';

/**
 * A provider names a credential of a retired binding: it may have it again. It is looked at, under the name that was purged here, for as long as it is
 * there; see `saveObserved`.
 */
export async function watchRetired(
  tx: EntityManager,
  { binding, credentialReference }: RetiredCredential,
  now: Date,
): Promise<void> {
  await saveWatched(tx, binding, credentialReference, now);
  const { id: bindingId } = binding;
  await compareNow(tx, bindingId);
}
