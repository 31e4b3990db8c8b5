import { createAbuseLedger, spendRules, type AbuseLedger, type OnSpent, type SpendLimits } from '@bindery/abuse-ledger';
import type { Clock } from '@bindery/kernel';
import type { Log, Metrics } from '@bindery/service';
import { countryOf } from '@bindery/values';
import { Counter } from 'prom-client';
import type { EntityManager } from 'typeorm';
import type { ChannelSender } from '../channels';

export interface LimitSpendDeps {
  readonly db: EntityManager;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Who has to hear of a spent budget besides those who read the log and the count. */
  readonly tellSpent: OnSpent;
  /** 32 secret bytes; the ledger makes a key of its own of them. */
  readonly key: Uint8Array;
  readonly limits: SpendLimits;
}

export interface SpendLimit {
  /** The same sender, through which no more leaves in an hour than may be spent; what is above is sent later. */
  limit(sender: ChannelSender): ChannelSender;
  readonly ledger: Pick<AbuseLedger, 'prune'>;
}

/** The breaker over all text messages of this service: an error that sends without end costs an hour's worth, and is heard of. */
export function createSpendLimit({ db, clock, log, metrics, tellSpent, key, limits }: LimitSpendDeps): SpendLimit {
  const held = new Counter({
    name: 'notification_spend_limited_total',
    help: 'Text messages held back because an hour’s worth was sent, by what was spent: COUNTRY or PLATFORM',
    labelNames: ['dimension'],
    registers: [metrics],
  });
  const ledger = createAbuseLedger({
    rules: spendRules(limits),
    key,
    clock,
    onSpent(spent) {
      const { dimension, retryAt } = spent;
      tellSpent(spent);
      held.inc({ dimension });
      log.error({ dimension, retryAt }, 'text messages are held back: an hour’s worth was sent');
    },
  });

  const limit = (sender: ChannelSender): ChannelSender => ({
    ...sender,
    async send(message) {
      const keys = { COUNTRY: countryOf(message.to), PLATFORM: 'all' };
      // A send that is repeated is one message: what it was counted as before is given back.
      await ledger.refund(db, message.idempotencyKey);
      const reserved = await ledger.reserve(db, [{ act: 'message.spend', keys }], { id: message.idempotencyKey });
      if (!reserved.ok) {
        const retryAfterMs = reserved.error.retryAt.getTime() - clock.now().getTime();
        return { kind: 'NOT_NOW', cause: 'SPEND_LIMIT', retryAfterMs };
      }
      const outcome = await sender.send(message);
      if (outcome.kind === 'NEVER') await ledger.refund(db, reserved.value.id);
      return outcome;
    },
  });
  return { limit, ledger };
}
