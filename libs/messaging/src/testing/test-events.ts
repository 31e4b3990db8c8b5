import type { NewEvent } from '@bindery/event-contracts';
import { newId } from '@bindery/kernel';

/** A consent given: the smallest event of the binding service whose aggregate needs no version. */
export function consentRecorded(consentId: string = newId('consent')): NewEvent<'bindery.consent.recorded.v1'> {
  const data = {
    consentId,
    accountId: newId('account'),
    bindingId: newId('binding'),
    provider: 'seaside-bank',
    version: '2026-01',
    at: '2026-01-01T00:00:00.000Z',
  };
  return { type: 'bindery.consent.recorded.v1', key: consentId, data };
}

/** The n-th consent event of one key, for tests that watch the order. */
export const numbered = (consentId: string, sequence: number): NewEvent<'bindery.consent.recorded.v1'> => ({
  ...consentRecorded(consentId),
  sequence,
});
