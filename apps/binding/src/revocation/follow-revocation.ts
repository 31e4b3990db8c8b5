import type { EntityManager } from 'typeorm';
import type { Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { findBinding } from '../lifecycle';
import type { Connectors } from '../providers';
import { revocationJobs as jobs } from './revocation.jobs';
import { listDueRevocations } from './revocation.repository';
import type { TakeReport } from './take-report';

interface FollowRevocationDeps {
  readonly unitOfWork: UnitOfWork;
  readonly connectors: Connectors;
  readonly takeReport: TakeReport;
}

/** Asks how far the readers are. A provider that does not answer is asked again; one that tells no readers is believed by its worst case. */
export function createFollowRevocation({ unitOfWork, connectors, takeReport }: FollowRevocationDeps) {
  return async ({ bindingId }: { bindingId: Id<'binding'> }): Promise<void> => {
    const found = await unitOfWork.run((tx) => findBinding(tx, bindingId));
    const { provider, credentialReference, state } = found?.binding ?? {};
    // Restored meanwhile: there is nothing to forget.
    if (!provider || (state?.phase !== 'UNBOUND' && state?.phase !== 'RETIRED')) return;
    const { propagation } = connectors(provider);
    const answer = credentialReference && propagation ? await propagation(credentialReference) : null;
    await unitOfWork.run((tx) => takeReport(tx, bindingId, answer?.ok ? answer.value : null));
  };
}

/** A job is a little late at times; only one this late is taken for lost. */
const graceMs = 60_000;

/** Has those asked about whose job is lost, at most so many. */
export async function followRevocations(tx: EntityManager, now: Date, limit: number): Promise<void> {
  for (const bindingId of await listDueRevocations(tx, new Date(now.getTime() - graceMs), limit))
    await jobs.enqueue(tx, 'follow-revocation', { bindingId }, { jobKey: `revocation ${bindingId}` });
}
