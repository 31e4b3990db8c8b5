import { isSameHold } from '@bindery/card-lifecycle';
import type { Clock } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { ProviderProfile } from '../catalogue';
import { prepareOperation, type Channel, type LockedBinding, type Transitions } from '../lifecycle';
import { listReported } from './lost.repository';
import { holdOf, tightening, type LostOutcome, type LostSubject } from './lost.rules';

interface TightenDeps {
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** Does with one binding what a report that its card or device is lost comes to. Throws where that is refused. */
export type Tighten = (
  tx: EntityManager,
  locked: LockedBinding,
  subject: LostSubject,
  channel: Channel,
) => Promise<LostOutcome>;

export function createTighten({ transitions, profiles, clock }: TightenDeps): Tighten {
  return async (tx, locked, subject, channel) => {
    const { id, provider, state } = locked.binding;
    const how = tightening(subject, state.phase);
    if (how === 'NOTHING') return 'NOT_ON';
    const hold = holdOf(subject);
    const context = { channel, reason: hold.reason };
    if (how === 'CANCEL') {
      const cancelled = await transitions.take(tx, locked, { type: 'Cancel', actor: 'HOLDER' }, context);
      if (!cancelled.ok) throw new Error(`${id} cannot be given up: ${cancelled.error.kind}`);
      return 'CANCELLED';
    }
    const now = clock.now();
    const profile = profiles.get(provider);
    const operation =
      profile?.suspend.mode === 'NATIVE' ? { operation: prepareOperation('SUSPEND', profile, now) } : {};
    const held = await transitions.take(
      tx,
      locked,
      { type: 'AddHold', actor: how, hold: { ...hold, since: now.toISOString() }, ...operation },
      context,
    );
    if (!held.ok) throw new Error(`${id} cannot be held: ${held.error.kind}`);
    return state.holds.some((one) => isSameHold(one, hold)) ? 'ALREADY_HELD' : 'HELD';
  };
}

/** Holds a binding that is on its way back though its card is reported lost: the proof of coming back is none of having found it. */
export type HoldIfLost = (tx: EntityManager, locked: LockedBinding, channel: Channel) => Promise<void>;

export function createHoldIfLost(deps: TightenDeps): HoldIfLost {
  const tighten = createTighten(deps);
  return async (tx, locked, channel) => {
    const { accountId, cardId } = locked.binding;
    const [report] = await listReported(tx, accountId, [cardId]);
    if (report) await tighten(tx, locked, { kind: 'CARD', id: cardId }, channel);
  };
}
