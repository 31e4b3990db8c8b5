import { randomBytes } from 'node:crypto';
import { newId } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { codeLifetimeMs, type Challenge } from '../challenge.rules';
import type { Factor } from '../../factors/registry';
import type { Purpose } from './purpose.rules';
import type { Recipient } from '../../factors/sms-code/find-recipient';

export interface NewChallenge extends Recipient {
  readonly purpose: Purpose;
  readonly purposeKey: string;
  readonly factor: Factor;
  readonly clientDigest: string;
  readonly locale: Locale;
  readonly now: Date;
}

/** A fresh challenge, its first send about to happen. */
export function newChallenge({
  purpose,
  purposeKey,
  factor,
  sealedContact,
  contactDigest,
  clientDigest,
  locale,
  now,
}: NewChallenge): Challenge {
  const ofAccount = purpose.kind === 'ACCOUNT';
  return {
    id: newId('challenge', now.getTime()),
    version: 1,
    accountId: ofAccount ? purpose.accountId : null,
    action: purpose.action,
    subjectId: ofAccount ? purpose.bindingId : null,
    planDigest: ofAccount ? (purpose.planDigest ?? null) : null,
    factor,
    purposeKey,
    sealedContact,
    contactDigest,
    clientDigest,
    locale,
    codeSalt: randomBytes(16).toString('base64url'),
    state: 'PENDING',
    wrongAnswers: 0,
    startedAt: now,
    expiresAt: new Date(now.getTime() + codeLifetimeMs),
    answeredAt: null,
    proofId: null,
    sends: 1,
    lastSendAt: now,
    messageId: null,
    deliveryState: 'QUEUED',
    deliveryAt: now,
  };
}

/**
 * Names what is proved and by whom. Strangers are told apart by their network address too: somebody else who
 * asks for a code to the same number must not end the one its owner is about to enter.
 */
export function purposeKeyOf(purpose: Purpose, contactDigest: string, clientDigest: string): string {
  return purpose.kind === 'ACCOUNT'
    ? `${purpose.accountId} ${purpose.action} ${purpose.bindingId}`
    : `${contactDigest} ${purpose.action} ${clientDigest}`;
}
