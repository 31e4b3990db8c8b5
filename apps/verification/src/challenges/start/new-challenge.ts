import { newId } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { codeLifetimeMs, type Beginning, type Factor, type Recipient } from '../../factors';
import type { Challenge, Sending } from '../challenge.rules';
import type { Purpose } from '../purpose.rules';

export interface NewChallenge {
  readonly purpose: Purpose;
  readonly purposeKey: string;
  readonly factor: Factor;
  readonly beginning: Beginning;
  readonly clientDigest: string;
  readonly locale: Locale;
  readonly now: Date;
}

/** A fresh challenge; if anything is sent for it, the first send is about to happen. */
export function newChallenge(opening: NewChallenge): Challenge {
  const { purpose, purposeKey, factor, beginning, clientDigest, locale, now } = opening;
  const { factorState, contact } = beginning;
  const ofAccount = purpose.kind === 'ACCOUNT';
  return {
    id: newId('challenge', now.getTime()),
    version: 1,
    accountId: ofAccount ? purpose.accountId : null,
    action: purpose.action,
    subjectId: ofAccount ? purpose.subjectId : null,
    planDigest: ofAccount ? (purpose.planDigest ?? null) : null,
    factor,
    purposeKey,
    clientDigest,
    locale,
    factorState,
    state: 'PENDING',
    wrongAnswers: 0,
    startedAt: now,
    expiresAt: new Date(now.getTime() + codeLifetimeMs),
    answeredAt: null,
    proofId: null,
    sending: contact && firstSend(contact, now),
  };
}

const firstSend = ({ sealedContact, contactDigest }: Recipient, now: Date): Sending => ({
  sealedContact,
  contactDigest,
  sends: 1,
  lastSendAt: now,
  messageId: null,
  deliveryState: 'QUEUED',
  deliveryAt: now,
});
