import { newId } from '@bindery/kernel';
import type { Challenge } from '../challenge.rules';

/** A pending BIND challenge, started at the first second of 2026. */
export function aChallenge(overrides: Partial<Challenge> = {}): Challenge {
  const startedAt = new Date('2026-01-01T00:00:00Z');
  return {
    id: newId('challenge'),
    version: 1,
    accountId: newId('account'),
    action: 'BIND',
    subjectId: newId('binding'),
    planDigest: null,
    factor: 'SMS_CODE',
    purposeKey: 'key',
    sealedContact: 'sealed',
    contactDigest: 'contact',
    clientDigest: 'client',
    locale: 'en',
    codeSalt: 'salt',
    state: 'PENDING',
    wrongAnswers: 0,
    startedAt,
    expiresAt: new Date('2026-01-01T00:05:00Z'),
    answeredAt: null,
    proofId: null,
    sends: 1,
    lastSendAt: startedAt,
    messageId: null,
    deliveryState: 'QUEUED',
    deliveryAt: startedAt,
    ...overrides,
  };
}
