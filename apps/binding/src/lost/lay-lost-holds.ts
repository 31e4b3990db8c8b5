import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import { collectsWhileHeld, type ProviderProfile } from '../catalogue';
import { lockDefaultChoice } from '../default-card';
import { listLiveBindings, lockBindingsOfAccount, type Channel, type Transitions } from '../lifecycle';
import { saveReported } from './lost.repository';
import { isOf, type LostOutcome, type LostSubject } from './lost.rules';
import { createTighten } from './tighten';

/** A card was begun to be bound between the look at all of them and the report: all is done again. */
export class BegunMeanwhile extends Error {}

export interface LostResult {
  readonly bindingId: Id<'binding'>;
  readonly outcome: LostOutcome;
}

export interface LaidHolds {
  readonly since: Date;
  readonly results: readonly LostResult[];
}

/**
 * Reports something lost and holds all bindings of it, in one transaction: blocked here first, each provider is told after the commit. Whatever
 * is there already changes nothing, so that a report can be repeated. Throws `BegunMeanwhile`.
 */
export type LayLostHolds = (
  tx: EntityManager,
  report: { readonly accountId: Id<'account'>; readonly subject: LostSubject; readonly channel: Channel },
) => Promise<LaidHolds>;

export interface LayLostHoldsDeps {
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

const heldOutcomes: ReadonlySet<LostOutcome> = new Set(['HELD', 'ALREADY_HELD']);

export function createLayLostHolds({ transitions, profiles, outbox, clock }: LayLostHoldsDeps): LayLostHolds {
  const tighten = createTighten({ transitions, profiles, clock });

  return async (tx, { accountId, subject, channel }) => {
    const at = clock.now();
    const locked = await lockBindingsOfAccount(tx, accountId);
    const { since, isNew } = await saveReported(tx, accountId, subject.id, at);
    const results: LostResult[] = [];
    for (const one of locked.filter(({ binding }) => isOf(subject, binding)))
      results.push({ bindingId: one.binding.id, outcome: await tighten(tx, one, subject, channel) });
    // Who begins to bind waits for this lock and then sees the report; who had it before has left a binding to be held too.
    await lockDefaultChoice(tx, accountId);
    const seen = new Set(locked.map(({ binding }) => binding.id));
    const now = await listLiveBindings(tx, accountId);
    if (now.some((binding) => isOf(subject, binding) && !seen.has(binding.id))) throw new BegunMeanwhile();
    const isHeld = (id: Id<'binding'>) =>
      results.some(({ bindingId, outcome }) => bindingId === id && heldOutcomes.has(outcome));
    const held = locked.flatMap(({ binding: { id, provider } }) => (isHeld(id) ? [provider] : []));
    if (isNew) await publish(tx, accountId, subject, held, at);
    return { since, results };
  };

  async function publish(
    tx: EntityManager,
    accountId: Id<'account'>,
    subject: LostSubject,
    /** The provider of each card that is held. */
    held: readonly string[],
    at: Date,
  ): Promise<void> {
    const collecting = held
      .map((provider) => profiles.get(provider))
      .filter((profile) => profile && collectsWhileHeld(profile));
    const about = subject.kind === 'CARD' ? { cardId: subject.id } : { deviceId: subject.id };
    await outbox.append(tx, {
      type: 'bindery.wallet.reported-lost.v1',
      key: accountId,
      data: {
        accountId,
        subject: subject.kind,
        ...about,
        held: held.length,
        collecting: collecting.length,
        at: at.toISOString(),
      },
    });
  }
}

/** Does all again when something was begun meanwhile; who begins now sees the report, so it is not again and again. */
export async function againIfBegun<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let left = 5; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !(error instanceof BegunMeanwhile)) throw error;
    }
  }
}
