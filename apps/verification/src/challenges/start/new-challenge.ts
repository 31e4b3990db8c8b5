import { newId } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { codeLifetimeMs, type Factor, type Recipient } from '../../factors';
import type { Challenge } from '../challenge.rules';
import { purposeKeyOf, type Purpose } from '../purpose.rules';

export interface NewChallenge {
  readonly purpose: Purpose;
  readonly factor: Factor;
  readonly recipient: Recipient;
  readonly codeSalt: string;
  readonly clientDigest: string;
  readonly locale: Locale;
  readonly now: Date;
}

/** A fresh challenge, its first send about to happen. */
export function newChallenge(opening: NewChallenge): Challenge {
  const { purpose, factor, recipient, codeSalt, clientDigest, locale, now } = opening;
  const { sealedContact, contactDigest } = recipient;
  const ofAccount = purpose.kind === 'ACCOUNT';
  return {
    id: newId('challenge', now.getTime()),
    version: 1,
    accountId: ofAccount ? purpose.accountId : null,
    action: purpose.action,
    subjectId: ofAccount ? purpose.bindingId : null,
    planDigest: ofAccount ? (purpose.planDigest ?? null) : null,
    factor,
    purposeKey: purposeKeyOf(purpose, contactDigest, clientDigest),
    sealedContact,
    contactDigest,
    clientDigest,
    locale,
    codeSalt,
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
