import type { EntityManager } from 'typeorm';
import { newId, type Clock, type Id } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { Catalogue } from '../catalogue';
import { addDays, findBinding, type Binding } from '../lifecycle';
import { nameKind } from '../providers';
import { successionJobs } from './succession.jobs';
import {
  insertWantedCard,
  listOverdue,
  lockWantedCard,
  saveWantedCard,
  type WantedCard,
  type WantedCardChange,
} from './wanted-cards.repository';

/** Days in which a card that moves is entered on its new device; afterwards it stays where it is until it is moved again. */
const daysToEnter = 30;

export interface WantCardDeps {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
}

/** Has the holder of a card enter it on the device that it moves to: asked for again it goes to the last device. All bindings of the account are locked. */
export type WantCard = (
  tx: EntityManager,
  old: Binding,
  to: { readonly deviceId: Id<'device'>; readonly proofId: Id<'proof'> },
) => Promise<void>;

/** What becomes of a card that has to be entered for a move; each change of it is told. */
export function createWantedCards({ outbox, clock, catalogue }: WantCardDeps) {
  const tell = createTell({ outbox, clock, catalogue });

  async function change(
    tx: EntityManager,
    wanted: WantedCard | null,
    to: WantedCardChange,
    isTooLate = false,
  ): Promise<void> {
    if (!wanted) return;
    const old = await findBinding(tx, wanted.predecessorId);
    if (!old) throw new Error(`${wanted.predecessorId} is to move and is not there`);
    const saved = await saveWantedCard(tx, wanted, to);
    if (to.enterBy) await setTimer(tx, saved);
    await tell(tx, saved, old.binding, isTooLate);
  }

  /** It was not entered in time, whatever was begun with it meanwhile. */
  const lapse = (tx: EntityManager, wanted: WantedCard): Promise<void> =>
    change(tx, wanted, { successorId: null, endedAt: clock.now() }, true);

  const want: WantCard = async (tx, old, { deviceId, proofId }) => {
    const askedAt = clock.now();
    const asked = { deviceId, proofId, askedAt, enterBy: addDays(askedAt, daysToEnter) };
    const open = await lockWantedCard(tx, { predecessorId: old.id });
    if (open) return change(tx, open, asked);
    const { id: predecessorId, cardId, accountId } = old;
    const wanted: WantedCard = {
      id: newId('move', askedAt.getTime()),
      ...{ predecessorId, cardId, accountId, ...asked },
      ...{ successorId: null, version: 1, endedAt: null },
    };
    await insertWantedCard(tx, wanted);
    await setTimer(tx, wanted);
    await tell(tx, wanted, old);
  };

  return {
    want,
    /** It was entered, and what was begun with it is on its way. */
    entered: async (tx: EntityManager, predecessorId: Id<'binding'>, successorId: Id<'binding'>): Promise<void> =>
      change(tx, await lockWantedCard(tx, { predecessorId }), { successorId }),
    /** What was begun is over: it can be entered again, until the same day. */
    again: async (tx: EntityManager, successorId: Id<'binding'>): Promise<void> => {
      const wanted = await lockWantedCard(tx, { successorId });
      if (wanted && wanted.enterBy <= clock.now()) return lapse(tx, wanted);
      return change(tx, wanted, { successorId: null });
    },
    /** Its day has come. Does nothing where it was entered, is over, or was asked for once more meanwhile. The old binding is locked. */
    meetDeadline: async (tx: EntityManager, predecessorId: Id<'binding'>): Promise<void> => {
      const wanted = await lockWantedCard(tx, { predecessorId });
      if (!wanted || wanted.successorId !== null) return;
      if (wanted.enterBy <= clock.now()) await lapse(tx, wanted);
      // This clock is behind the one that set the timer.
      else await setTimer(tx, wanted);
    },
    /** The old binding is not bound any more, whatever took it off. */
    end: async (tx: EntityManager, predecessorId: Id<'binding'>): Promise<void> =>
      change(tx, await lockWantedCard(tx, { predecessorId }), { endedAt: clock.now() }),
  };
}

export type WantedCards = ReturnType<typeof createWantedCards>;

/** Tells what became of one; `isTooLate`: its day has passed. */
function createTell({ outbox, clock, catalogue }: WantCardDeps) {
  return async (
    tx: EntityManager,
    wanted: WantedCard,
    { provider, kind }: Binding,
    isTooLate = false,
  ): Promise<void> => {
    const { id, predecessorId, cardId, accountId, deviceId, enterBy, version, successorId, endedAt } = wanted;
    const names = { providerName: catalogue.profileOf(provider).name, kindName: nameKind(kind) };
    const about = { moveId: id, bindingId: predecessorId, cardId, accountId, deviceId, provider, ...names };
    const event = { key: id, sequence: version };
    const at = clock.now().toISOString();
    if (isTooLate) await outbox.append(tx, { ...event, type: 'bindery.move.card-lapsed.v1', data: { ...about, at } });
    else if (successorId === null && endedAt === null)
      await outbox.append(tx, {
        ...event,
        type: 'bindery.move.card-wanted.v1',
        data: { ...about, deadline: enterBy.toISOString(), at },
      });
    else
      await outbox.append(tx, {
        ...event,
        type: 'bindery.move.card-settled.v1',
        data: { ...about, ...(successorId === null ? {} : { successorBindingId: successorId }), at },
      });
  };
}

const setTimer = (tx: EntityManager, { predecessorId, enterBy }: WantedCard): Promise<void> =>
  successionJobs.enqueue(
    tx,
    'lapse-wanted-card',
    { predecessorId },
    { jobKey: `enter ${predecessorId}`, runAt: enterBy },
  );

/** Has those end whose timer is lost, at most so many. */
export async function followWantedCards(tx: EntityManager, now: Date, limit: number): Promise<void> {
  for (const predecessorId of await listOverdue(tx, now, limit))
    await successionJobs.enqueue(tx, 'lapse-wanted-card', { predecessorId }, { jobKey: `enter ${predecessorId}` });
}
