import { isSameHold } from '@bindery/card-lifecycle';
import { err, faultOfWords, newId, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { Viewer } from '@bindery/trust';
import type { EntityManager } from 'typeorm';
import type { ProviderProfile } from '../catalogue';
import { lockDefaultChoice } from '../default-card';
import {
  findBinding,
  listLiveBindings,
  lockBindingsOfAccount,
  prepareOperation,
  type LockedBinding,
  type Transitions,
} from '../lifecycle';
import { againIfBegun, BegunMeanwhile } from '../lost';
import {
  barOf,
  holdKeys,
  ownerOf,
  wordsMax,
  type HoldOutcome,
  type HoldResult,
  type StaffHoldReason,
} from './staff-hold.rules';
import { insertStaffHold, listOpenStaffHolds } from './staff-hold.repository';
import type { LayCardHoldError } from './staff-holds.errors';

interface LayCardHoldCommand {
  /** One of our people who speaks for the owner of the reason: whoever calls has looked. */
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  /** One of those that the card has. */
  readonly bindingId: Id<'binding'>;
  readonly reason: StaffHoldReason;
  /** Why, for our own people. */
  readonly words: string;
}

export interface HoldOfCard {
  readonly holdId: Id<'hold'>;
  readonly results: readonly HoldResult[];
}

export type LayCardHold = (command: LayCardHoldCommand) => Promise<Result<HoldOfCard, LayCardHoldError>>;

export interface StaffHoldsDeps {
  readonly once: Once;
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly security: Pick<SecurityLog, 'record'>;
  readonly clock: Clock;
}

/**
 * Holds a card for a stated reason: every binding of it at once, and none is begun until it is lifted. Blocked here first; providers that suspend
 * are told after.
 */
export function createLayCardHold({ once, transitions, profiles, security, clock }: StaffHoldsDeps): LayCardHold {
  /** All bindings have the hold since one moment: it is one act. */
  async function hold(
    tx: EntityManager,
    locked: LockedBinding,
    reason: StaffHoldReason,
    laidAt: Date,
  ): Promise<HoldOutcome> {
    const { id, provider, state } = locked.binding;
    const owner = ownerOf[reason];
    const profile = profiles.get(provider);
    const operation =
      profile?.suspend.mode === 'NATIVE' ? { operation: prepareOperation('SUSPEND', profile, clock.now()) } : {};
    const key = holdKeys[owner];
    const held = await transitions.take(
      tx,
      locked,
      { type: 'AddHold', actor: owner, hold: { ...key, since: laidAt.toISOString() }, ...operation },
      { channel: 'STAFF', reason: key.reason },
    );
    if (!held.ok) throw new Error(`${id} cannot be held: ${held.error.kind}`);
    return state.holds.some((one) => isSameHold(one, key)) ? 'ALREADY_HELD' : 'HELD';
  }

  async function lay(
    tx: EntityManager,
    { viewer, bindingId, reason, words }: LayCardHoldCommand,
  ): Promise<Result<HoldOfCard, LayCardHoldError>> {
    const found = await findBinding(tx, bindingId);
    if (!found) return err({ kind: 'NOT_FOUND' });
    const { accountId, cardId } = found.binding;
    const bar = barOf({ accountId, reason }, viewer.accountId);
    if (bar) return err({ kind: 'HOLD_NOT_FOR_YOU', bar });
    const of = (await lockBindingsOfAccount(tx, accountId)).filter(({ binding }) => binding.cardId === cardId);
    // Who begins to bind has this lock, and then either has left a binding that is seen here, or sees this hold.
    await lockDefaultChoice(tx, accountId);
    const seen = new Set(of.map(({ binding }) => binding.id));
    const live = await listLiveBindings(tx, accountId);
    if (live.some((binding) => binding.cardId === cardId && !seen.has(binding.id))) throw new BegunMeanwhile();
    const same = (await listOpenStaffHolds(tx, [cardId])).find((other) => other.reason === reason);
    if (same) return err({ kind: 'HOLD_ALREADY_LAID', holdId: same.id });

    const laidAt = clock.now();
    const holdId = newId('hold', laidAt.getTime());
    const notLifted = { liftedWords: null, liftedBy: null, liftedAt: null };
    await insertStaffHold(tx, {
      id: holdId,
      cardId,
      accountId,
      reason,
      words,
      laidBy: viewer.accountId,
      laidAt,
      ...notLifted,
    });
    const results: HoldResult[] = [];
    for (const locked of of)
      results.push({ bindingId: locked.binding.id, outcome: await hold(tx, locked, reason, laidAt) });
    return ok({ holdId, results });
  }

  return async (command) => {
    const { viewer, idempotencyKey, bindingId, reason, words } = command;
    const fault = faultOfWords('words', words, wordsMax);
    if (fault) return err(fault);
    const request = { bindingId, reason, words };
    const asked = { owner: viewer.accountId, operation: 'layCardHold', idempotencyKey, request };
    const result = await againIfBegun(() => once(asked, (tx) => lay(tx, command)));
    if (result.ok) security.record('card-hold-laid', { userId: viewer.accountId, labels: { subject: reason } });
    return result;
  };
}
