import type { Clock, Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { SendOutcome, Senders } from '../channels';
import { collectDeliveries } from './collecting/collect-deliveries';
import { decideAfterSend, type AfterSend } from './after-send.rules';
import { enqueueCheck, enqueueSend } from './deliveries.jobs';
import { saveClaim, saveClaimEnded, findClaimEnd, type Claim } from './claim.repository';
import { renderMessage } from './render-message';

/** Longer than a send may take with all its timeouts; after it a claim counts as left behind by a process that died. */
const claimMs = 30_000;

export interface SendDeliveryDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly senders: Senders;
  /** Opens a sealed address; rejects when its key is gone. */
  readonly openContact: (sealed: string) => Promise<string>;
  readonly outbox: Outbox;
}

/**
 * Sends one delivery: claim and commit, send, record and commit. Whatever dies in between leaves a claim that runs
 * out; the next send carries the same key and the same text, so the carrier has the message once.
 */
export type SendDelivery = (deliveryId: Id<'delivery'>) => Promise<void>;

export function createSendDelivery({
  unitOfWork,
  clock,
  senders,
  openContact,
  outbox,
}: SendDeliveryDeps): SendDelivery {
  const claim = (id: Id<'delivery'>) =>
    unitOfWork.run(async (tx) => {
      const now = clock.now();
      if (!(await collectDeliveries(tx, id, now))) return undefined;
      const claimed = await saveClaim(tx, id, now, new Date(now.getTime() + claimMs));
      const heldUntil = claimed ? null : await findClaimEnd(tx, id);
      if (heldUntil) await enqueueSend(tx, id, heldUntil);
      return claimed;
    });

  async function send({ id, channel, sealedAddress, locale, timeZone, ...notification }: Claim): Promise<SendOutcome> {
    const to = await openContact(sealedAddress).catch(() => undefined);
    // Erasure destroys the key of a contact; nobody is to be reached there any more.
    if (to === undefined) return { kind: 'NEVER', cause: 'CONTACT_ERASED' };
    return senders[channel].send({ to, ...renderMessage(notification, channel, locale, timeZone), idempotencyKey: id });
  }

  async function record(tx: EntityManager, claimed: Claim, after: AfterSend): Promise<void> {
    const now = clock.now();
    if (!(await saveClaimEnded(tx, claimed, after, now))) return;
    const { id: deliveryId, notificationId, accountId, channel } = claimed;
    if (after.state === 'QUEUED') await enqueueSend(tx, deliveryId, after.retryAt);
    if (after.state === 'SENT' && after.checkAt) await enqueueCheck(tx, deliveryId, after.checkAt);
    if (after.state === 'FAILED') {
      const data = { notificationId, accountId, channel, cause: after.cause, at: now.toISOString() };
      await outbox.append(tx, { type: 'bindery.notification.failed.v1', key: notificationId, data });
    }
  }

  return async (deliveryId) => {
    const claimed = await claim(deliveryId);
    if (!claimed) return;
    const after = decideAfterSend(await send(claimed), claimed.attempts, clock.now());
    await unitOfWork.run((tx) => record(tx, claimed, after));
  };
}
