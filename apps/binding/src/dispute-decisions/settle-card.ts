import type { EntityManager } from 'typeorm';
import { isSameHold, isTerminal, revokedHold } from '@bindery/card-lifecycle';
import type { Clock, Id } from '@bindery/kernel';
import type { ProviderProfile } from '../catalogue';
import { isHeldFor, isRevokedFor, listDisputesOfBindings, type Dispute } from '../disputes';
import { endWindow, lockBinding, prepareOperation, type LockedBinding, type Transitions } from '../lifecycle';
import { listFollowers, listForerunners } from '../succession';

/** Does for the card what a decision means for it, as far as it can be done now; LATER: its provider is busy with it. */
export type SettleCard = (tx: EntityManager, locked: LockedBinding, dispute: Dispute) => Promise<'DONE' | 'LATER'>;

interface SettleCardDeps {
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

const channel = 'TIMER';

/**
 * A bind or loan that was not the holder's is revoked, without a plan, a fee or a way back; any other hold of a dispute ends with it. So it is
 * with what was begun before the decision to take the binding's place: to replace or move a card changes nothing of what it came from.
 */
export function createSettleCard({ transitions, profiles, clock }: SettleCardDeps): SettleCard {
  const profileOf = ({ binding }: LockedBinding) => profiles.get(binding.provider);

  async function revoke(tx: EntityManager, locked: LockedBinding): Promise<'DONE' | 'LATER'> {
    const { phase } = locked.binding.state;
    const profile = profileOf(locked);
    if (!profile || isTerminal(phase)) return 'DONE';
    if (phase === 'UNBOUND') {
      await endWindow(tx, await liftDecided(tx, locked, transitions));
      return 'DONE';
    }
    const now = clock.now();
    const at = now.toISOString();
    if (phase === 'BOUND') {
      const operation = prepareOperation('UNBIND', profile, now);
      const trigger = { type: 'Revoke', actor: 'SYSTEM', at, disputeUpheld: true, operation } as const;
      const taken = await transitions.take(tx, locked, trigger, { channel, reason: 'DISPUTE_UPHELD' });
      if (taken.ok) await liftDecided(tx, taken.value, transitions);
      return taken.ok ? 'DONE' : 'LATER';
    }
    // On its way somewhere: nobody uses it when it is there.
    const hold = { ...revokedHold, since: at };
    const held = await transitions.take(
      tx,
      locked,
      { type: 'AddHold', actor: 'SYSTEM', hold },
      { channel, reason: 'DISPUTE_UPHELD' },
    );
    if (held.ok) await liftDecided(tx, held.value, transitions);
    return 'LATER';
  }

  async function lift(tx: EntityManager, locked: LockedBinding, { about }: Dispute): Promise<'DONE' | 'LATER'> {
    const profile = profileOf(locked);
    if (!profile) return 'DONE';
    const operation =
      profile.suspend.mode === 'NATIVE' ? { operation: prepareOperation('RESUME', profile, clock.now()) } : {};
    const trigger = { type: 'LiftHold', actor: 'SYSTEM', owner: 'DISPUTE', reason: about, ...operation } as const;
    const taken = await transitions.take(tx, locked, trigger, { channel, reason: 'DISPUTE_DECIDED' });
    return !taken.ok && taken.error.guard === 'providerCanBeTold' ? 'LATER' : 'DONE';
  }

  /** Another dispute of the same matter, of this binding or of what it follows, has the hold stay. */
  async function isHeldStill(tx: EntityManager, bindingId: Id<'binding'>, { about, id }: Dispute): Promise<boolean> {
    const disputes = await listDisputesOfBindings(tx, [bindingId, ...(await listForerunners(tx, bindingId))]);
    return disputes.some((one) => one.about === about && one.id !== id && one.closedAt === null);
  }

  /** The binding, and what was begun to follow it before the decision; locked the older first, as everybody does. */
  async function lineOf(tx: EntityManager, locked: LockedBinding, dispute: Dispute): Promise<LockedBinding[]> {
    const line = [locked];
    for (const { bindingId, begunAt } of await listFollowers(tx, locked.binding.id)) {
      const follower = begunAt <= (dispute.decidedAt ?? clock.now()) && (await lockBinding(tx, bindingId));
      if (follower) line.push(follower);
    }
    return line;
  }

  return async (tx, locked, dispute) => {
    if (!isHeldFor(dispute.about)) return 'DONE';
    const isRevoked = isRevokedFor(dispute.about) && dispute.state === 'UPHELD';
    const ends = new Set<'DONE' | 'LATER'>();
    for (const one of await lineOf(tx, locked, dispute)) {
      if (isRevoked) ends.add(await revoke(tx, one));
      else if (!(await isHeldStill(tx, one.binding.id, dispute))) ends.add(await lift(tx, one, dispute));
    }
    return ends.has('LATER') ? 'LATER' : 'DONE';
  };
}

/** What is revoked is held for that, or off: the holds of disputes that are decided end, and of this the provider need not be told. */
async function liftDecided(tx: EntityManager, locked: LockedBinding, transitions: Transitions): Promise<LockedBinding> {
  const { id, state } = locked.binding;
  const disputes = await listDisputesOfBindings(tx, [id, ...(await listForerunners(tx, id))]);
  const open = new Set<string>(disputes.filter(({ closedAt }) => closedAt === null).map(({ about }) => about));
  let current = locked;
  for (const hold of state.holds.filter(({ owner }) => owner === 'DISPUTE')) {
    if (isSameHold(hold, revokedHold) || open.has(hold.reason)) continue;
    const trigger = { type: 'LiftHold', actor: 'SYSTEM', owner: hold.owner, reason: hold.reason } as const;
    const taken = await transitions.take(tx, current, trigger, { channel, reason: 'DISPUTE_DECIDED' });
    if (taken.ok) current = taken.value;
  }
  return current;
}
