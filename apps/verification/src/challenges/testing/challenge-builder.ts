import { newId } from '@bindery/kernel';
import type { Challenge, Sending } from '../challenge.rules';

const startedAt = new Date('2026-01-01T00:00:00Z');

/** The first send of it, about to happen. */
export const aSending = (overrides: Partial<Sending> = {}): Sending => ({
  sealedContact: 'sealed',
  contactDigest: 'contact',
  sends: 1,
  lastSendAt: startedAt,
  messageId: null,
  deliveryState: 'QUEUED',
  deliveryAt: startedAt,
  ...overrides,
});

/** A pending BIND challenge, started at the first second of 2026. */
export function aChallenge(overrides: Partial<Challenge> = {}): Challenge {
  return {
    id: newId('challenge'),
    version: 1,
    accountId: newId('account'),
    action: 'BIND',
    subjectId: newId('binding'),
    planDigest: null,
    factor: 'SMS_CODE',
    purposeKey: 'key',
    clientDigest: 'client',
    locale: 'en',
    factorState: 'salt',
    state: 'PENDING',
    wrongAnswers: 0,
    startedAt,
    expiresAt: new Date('2026-01-01T00:05:00Z'),
    answeredAt: null,
    proofId: null,
    sending: aSending(),
    ...overrides,
  };
}
