import { possibleTriggers } from '@bindery/card-lifecycle';
import { invalidField, type Id, type InvalidInput } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import type { EntityManager } from 'typeorm';
import { findPlatform, hasKnownDevice, hasRemovedDevice } from '../../accounts';
import { takesPlatform, type ProviderProfile } from '../../catalogue';
import { findBinding, findByFingerprint, listInSlots, type Binding, type FactBook } from '../../lifecycle';
import { listReported } from '../../lost';
import { findWantedCard } from '../../succession';
import { canFollow, type Follows } from './follows.rules';
import type { StartRefusal } from './start-binding.errors';

export const accountLocked: StartRefusal = { kind: 'BINDING_REFUSED', reason: 'ACCOUNT_LOCKED' };
export const loanRunning: StartRefusal = { kind: 'BINDING_REFUSED', reason: 'LOAN_RUNNING' };
export const cardHeld: StartRefusal = { kind: 'BINDING_REFUSED', reason: 'CARD_HELD' };

/** The device of the session, or another that identity told of, and not removed. */
export const isOwnDevice = async (
  tx: EntityManager,
  { accountId, deviceId: ofSession }: Viewer,
  deviceId: Id<'device'>,
): Promise<boolean> =>
  (deviceId === ofSession && !(await hasRemovedDevice(tx, deviceId))) ||
  (await hasKnownDevice(tx, accountId, deviceId));

/** Nothing is bound that is reported lost, nor on a device that is. */
export async function refuseLost(
  tx: EntityManager,
  accountId: Id<'account'>,
  { deviceId, cardId }: { readonly deviceId: Id<'device'>; readonly cardId?: Id<'card'> },
): Promise<StartRefusal | null> {
  const lost = await listReported(tx, accountId, cardId ? [deviceId, cardId] : [deviceId]);
  const isLost = (id: string) => lost.some(({ subjectId }) => subjectId === id);
  if (isLost(deviceId)) return { kind: 'BINDING_REFUSED', reason: 'DEVICE_REPORTED_LOST' };
  return lost.length > 0 ? { kind: 'BINDING_REFUSED', reason: 'CARD_REPORTED_LOST' } : null;
}

/** Cards of a provider may be for some devices only. */
export async function refuseDevice(
  tx: EntityManager,
  { platforms }: Pick<ProviderProfile, 'platforms'>,
  deviceId: Id<'device'>,
): Promise<StartRefusal | null> {
  if (platforms.length === 0 || takesPlatform(platforms, await findPlatform(tx, deviceId))) return null;
  return { kind: 'BINDING_REFUSED', reason: 'DEVICE_NOT_TAKEN', platforms };
}

/** Why nothing can be begun, whatever the card; null if it can. Looked at before the card goes anywhere. */
export async function refuseBeginning(
  tx: EntityManager,
  facts: FactBook,
  viewer: Viewer,
  deviceId: Id<'device'>,
): Promise<StartRefusal | null> {
  if (!(await isOwnDevice(tx, viewer, deviceId))) return { kind: 'NOT_FOUND', field: 'deviceId' };
  const subject = { accountId: viewer.accountId, binding: null, slot: null, consentId: null };
  if (!(await facts.read(tx, 'accountInGoodStanding', subject))) return accountLocked;
  return refuseLost(tx, viewer.accountId, { deviceId });
}

/** The card has its place on the device already, with this binding. */
export const alreadyBoundBy = ({ id, state }: Binding): StartRefusal => ({
  kind: 'ALREADY_BOUND',
  existingId: id,
  canUnbind: possibleTriggers(state, 'HOLDER').includes('RequestUnbind'),
});

interface Following {
  readonly accountId: Id<'account'>;
  readonly provider: string;
  readonly deviceId: Id<'device'>;
  /** Of the card that is begun, under each key that cards may be kept by. */
  readonly fingerprints: readonly string[];
  readonly now: Date;
}

/** Why a binding cannot come after the one it names; of a card that was put back meanwhile, that it is bound. Null if it can, as the same card can after one that moves to the device. */
export async function refuseFollowing(
  tx: EntityManager,
  { accountId, provider, deviceId, fingerprints, now }: Following,
  follows: Follows,
): Promise<StartRefusal | InvalidInput | null> {
  const previous = await findBinding(tx, follows.bindingId, accountId);
  if (previous && canFollow(previous.binding, provider, follows)) return null;
  const card = previous && (await findByFingerprint(tx, { accountId, provider }, fingerprints));
  const moving = previous && (await findWantedCard(tx, { cardId: previous.binding.cardId, deviceId }, now));
  if (moving && moving.predecessorId === follows.bindingId)
    return card?.id === moving.cardId ? null : invalidField('card', 'UNKNOWN');
  const [holding] =
    card && card.id === previous.binding.cardId
      ? await listInSlots(tx, [{ accountId, cardId: card.id, deviceId }])
      : [];
  return holding ? alreadyBoundBy(holding) : invalidField('previousBindingId', 'UNKNOWN');
}
