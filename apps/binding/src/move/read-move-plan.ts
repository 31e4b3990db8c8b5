import type { EntityManager } from 'typeorm';
import { err, invalidField, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import { findPlatform, hasEverHadDevice, hasKnownDevice, hasRemovedDevice } from '../accounts';
import type { Catalogue } from '../catalogue';
import { findConsent } from '../consents';
import { addDays, listCardsById, listLiveBindings, takesSlotOf, type Binding, type FactBook } from '../lifecycle';
import { listBorrowing } from '../loans';
import { listReported } from '../lost';
import { wouldBeReviewed } from '../reviews';
import { countMoves, listSuccessorsOf } from '../succession';
import type { PlanMoveError } from './move.errors';
import { digestOf, isPartOf, moveOf, type CardMove, type MovePlan } from './move.rules';

/** The plan as of now; read again under the locks of all bindings of the account it is what happens. */
export type ReadMovePlan = (
  tx: EntityManager,
  viewer: Viewer,
  fromDeviceId: Id<'device'>,
) => Promise<Result<MovePlan, PlanMoveError>>;

interface ReadMovePlanDeps {
  readonly facts: FactBook;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
  readonly clock: Clock;
}

export function createReadMovePlan({ facts, catalogue, clock }: ReadMovePlanDeps): ReadMovePlan {
  return async (tx, viewer, fromDeviceId) => {
    const { accountId, deviceId: toDeviceId } = viewer;
    if (fromDeviceId === toDeviceId) return err(invalidField('fromDeviceId', 'NOT_WANTED'));
    if (!(await hasEverHadDevice(tx, accountId, fromDeviceId))) return err({ kind: 'NOT_FOUND' });
    const gone = (await hasRemovedDevice(tx, toDeviceId)) && !(await hasKnownDevice(tx, accountId, toDeviceId));
    const [lost] = await listReported(tx, accountId, [toDeviceId]);
    if (gone || lost) return err({ kind: 'NOT_FOUND' });

    const all = await listLiveBindings(tx, accountId);
    const old = all
      .filter(({ deviceId, state }) => deviceId === fromDeviceId && state.phase !== 'UNBOUND')
      .sort((one, other) => (one.id < other.id ? -1 : 1));
    const known = await readKnown(tx, viewer, old);
    const onDevice = (provider: string) =>
      all.filter((one) => one.deviceId === toDeviceId && one.provider === provider && one.state.phase !== 'UNBOUND');
    const platform = await findPlatform(tx, toDeviceId);
    const planned = new Map<string, number>();
    const moves: CardMove[] = [];
    for (const binding of old) {
      const { provider, cardId } = binding;
      const card = known.cards.get(cardId);
      if (!card) throw new Error(`${binding.id} has no card`);
      const profile = catalogue.profileOf(provider);
      const already = planned.get(provider) ?? 0;
      const consent = await findConsent(tx, binding.consentId, accountId);
      const slot = { accountId, cardId, deviceId: toDeviceId };
      const move = moveOf(binding, card, profile, {
        hasSuccessor: known.successors.has(binding.id),
        accountInGoodStanding: known.accountInGoodStanding,
        slotTaken: all.some((one) => one.state.phase !== 'UNBOUND' && takesSlotOf(one, slot)),
        isBorrowing: known.borrowing.has(binding.id),
        movesThisYear: (await countMoves(tx, accountId, provider, addDays(clock.now(), -365))) + already,
        onNewDevice: onDevice(provider).length + already,
        platform,
        isReviewed: await wouldBeReviewed(tx, cardId, profile),
        consentHolds: consent?.version === profile.terms.version && consent.withdrawnAt === null,
      });
      if (isPartOf(move)) planned.set(provider, already + 1);
      moves.push(move);
    }
    const digest = digestOf({ accountId, fromDeviceId, toDeviceId, moves });
    return ok({ fromDeviceId, toDeviceId, moves, digest });
  };

  async function readKnown(tx: EntityManager, { accountId }: Viewer, old: readonly Binding[]) {
    const cards = await listCardsById(
      tx,
      old.map(({ cardId }) => cardId),
    );
    const successors = await listSuccessorsOf(
      tx,
      old.map(({ id }) => id),
    );
    const borrowing = await listBorrowing(
      tx,
      old.map(({ id }) => id),
    );
    const subject = { accountId, binding: null, slot: null, consentId: null };
    return {
      cards: new Map(cards.map((card) => [card.id, card])),
      borrowing,
      successors: new Set(successors.map(({ predecessorId }) => predecessorId)),
      accountInGoodStanding: await facts.read(tx, 'accountInGoodStanding', subject),
    };
  }
}
