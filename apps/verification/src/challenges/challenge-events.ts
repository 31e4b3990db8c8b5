import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { DataOf } from '@bindery/event-contracts';
import type { Outbox } from '@bindery/messaging';
import type { Challenge } from './challenge.rules';

/** Each is appended to the outbox in the transaction that makes it so; its number is the challenge's version. */

export function announceStarted(tx: EntityManager, outbox: Outbox, challenge: Challenge): Promise<void> {
  const { id, version, factor, expiresAt, startedAt } = challenge;
  return outbox.append(tx, {
    type: 'bindery.challenge.started.v1',
    key: id,
    sequence: version,
    data: { ...toSubject(challenge), factor, expiresAt: expiresAt.toISOString(), at: startedAt.toISOString() },
  });
}

export function announceGranted(
  tx: EntityManager,
  outbox: Outbox,
  challenge: Challenge,
  proofId: Id<'proof'>,
  now: Date,
): Promise<void> {
  const { id, version, planDigest } = challenge;
  return outbox.append(tx, {
    type: 'bindery.proof.granted.v1',
    key: id,
    sequence: version,
    data: { proofId, ...toSubject(challenge), ...(planDigest ? { planDigest } : {}), at: now.toISOString() },
  });
}

/** It ended without a proof: answered wrongly too often, or in no time. */
export function announceEnded(tx: EntityManager, outbox: Outbox, challenge: Challenge, now: Date): Promise<void> {
  const { id, version, state } = challenge;
  const type = state === 'EXHAUSTED' ? 'bindery.challenge.exhausted.v1' : 'bindery.challenge.expired.v1';
  return outbox.append(tx, {
    type,
    key: id,
    sequence: version,
    data: { ...toSubject(challenge), at: now.toISOString() },
  });
}

/** What each event says of its challenge. The subject of an anonymous one is a phone number, so it is left out. */
function toSubject({
  id,
  accountId,
  action,
  subjectId,
}: Challenge): Omit<DataOf<'bindery.challenge.expired.v1'>, 'at'> {
  return { challengeId: id, action, ...(accountId && subjectId ? { accountId, subjectId } : {}) };
}
