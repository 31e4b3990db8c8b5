import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { Locale } from '@bindery/localisation';
import type { AlertFacts } from '../alerts';
import type { Collected } from './collecting/collect.rules';
import type { AfterSend } from './after-send.rules';
import type { OutboundChannel } from '../recipients';
import type { WordsKey } from '../alerts';

/** A delivery that this process may send now, with all that it says and to whom. */
export interface Claim {
  readonly id: Id<'delivery'>;
  readonly notificationId: Id<'notification'>;
  readonly accountId: Id<'account'>;
  readonly channel: OutboundChannel;
  readonly sealedAddress: string;
  /** How often it was claimed; only the newest claim may record what came of it. */
  readonly attempts: number;
  /** Fixed by the first claim: a repeated send must be the same to the byte, or the carrier refuses its key. */
  readonly locale: Locale;
  readonly timeZone: string;
  readonly critical: boolean;
  readonly words: WordsKey;
  readonly facts: AlertFacts;
  /** What its message says of others that it stands for. */
  readonly collected: Collected | null;
}

/** Claims a delivery until then, if it waits or its last claim has run out (its process is gone). */
export async function saveClaim(
  tx: EntityManager,
  id: Id<'delivery'>,
  now: Date,
  until: Date,
): Promise<Claim | undefined> {
  const [claim]: Claim[] = await tx.query(
    `WITH claimed AS (
       UPDATE delivery SET state = 'SENDING', attempts = attempts + 1, claimed_until = $3, changed_at = $2, cause = NULL,
         locale = coalesce(delivery.locale, recipient.locale), claimed_at = coalesce(claimed_at, $2)
       FROM notification JOIN recipient USING (account_id)
       WHERE delivery.id = $1 AND notification.id = notification_id AND carried_by IS NULL AND (state = 'QUEUED' OR (state = 'SENDING' AND claimed_until <= $2))
       RETURNING delivery.id, notification_id, account_id, delivery.channel, contact_point_id, attempts, delivery.locale, time_zone, critical, words, facts, collected
     )
     SELECT claimed.id, notification_id AS "notificationId", claimed.account_id AS "accountId", claimed.channel, sealed_address AS "sealedAddress",
       attempts, locale, time_zone AS "timeZone", critical, words, facts, collected
     FROM claimed JOIN contact_point ON contact_point.id = contact_point_id`,
    [id, now, until],
  );
  return claim;
}

/** When the claim of another process runs out; null when the delivery is in nobody's hands. */
export async function findClaimEnd(db: EntityManager, id: Id<'delivery'>): Promise<Date | null> {
  const [row]: { until: Date }[] = await db.query(
    `SELECT claimed_until AS until FROM delivery WHERE id = $1 AND state = 'SENDING'`,
    [id],
  );
  return row?.until ?? null;
}

/** Ends a claim with what came of it, for those too that its message stands for; false when it had run out and somebody else holds the delivery. */
export async function saveClaimEnded(
  tx: EntityManager,
  { id, attempts }: Pick<Claim, 'id' | 'attempts'>,
  after: AfterSend,
  now: Date,
): Promise<boolean> {
  const ended: unknown[] = await tx.query(
    `WITH ended AS (
       UPDATE delivery SET state = $3, claimed_until = NULL, message_id = $4, cause = $5, changed_at = $6,
         sent_at = CASE WHEN $3 = 'SENT' THEN $6::timestamptz END
       WHERE id = $1 AND attempts = $2 AND state = 'SENDING' RETURNING id, state, cause, changed_at, sent_at
     ), carried AS (
       UPDATE delivery SET state = ended.state, cause = ended.cause, changed_at = ended.changed_at, sent_at = ended.sent_at
       FROM ended WHERE carried_by = ended.id
     ) SELECT id FROM ended`,
    [
      id,
      attempts,
      after.state,
      'messageId' in after ? after.messageId : null,
      'cause' in after ? after.cause : null,
      now,
    ],
  );
  return ended.length === 1;
}
