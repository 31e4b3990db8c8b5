import type { NewEvent } from '@bindery/event-contracts';
import { newId, systemClock } from '@bindery/kernel';
import { createOutbox } from '@bindery/messaging';
import { createLog } from '@bindery/service';

export const silentLog = createLog({ service: 'bench', level: 'silent', format: 'json' });

export const outbox = createOutbox({ service: 'binding', clock: systemClock });

/** An event of some 800 bytes with its headers, each of another aggregate. */
export function consentRecorded(consentId: string = newId('consent')): NewEvent<'bindery.consent.recorded.v1'> {
  const data = {
    consentId,
    accountId: newId('account'),
    bindingId: newId('binding'),
    provider: 'seaside-bank',
    version: '2026-01',
    at: new Date().toISOString(),
  };
  return { type: 'bindery.consent.recorded.v1', key: consentId, data };
}

/** Milliseconds on a clock that all processes of the machine share. */
export const sharedNow = (): number => Number(process.hrtime.bigint()) / 1e6;
