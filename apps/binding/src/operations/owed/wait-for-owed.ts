import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import { openCase, saveCasesClosed } from '../../cases';
import type { ProviderProfile } from '../../catalogue';
import { addDays, listChangesOfBinding, type Binding, type BindingWithCard } from '../../lifecycle';
import type { Connectors } from '../../providers';
import { listOpenActs } from '../acts/acts.repository';
import { findOpenOf, saveOperationClosed } from '../operation.repository';
import { operationJobs } from '../operations.jobs';
import { owedOf, type OwedCode } from './blocking.rules';
import { deleteOwedWait, saveOwedWait } from './owed-wait.repository';
import { createSuspendMeanwhile } from './suspend-meanwhile';

/**
 * What is in the way of an unbind is in the way of taking a replaced card off at its provider, too: else who has a new card has shaken off what hangs
 * on the old one. True while it has to wait, suspended
 * where its provider does that, and is looked at again; past a week it is a case, and waits on.
 */
export type WaitForOwed = (found: BindingWithCard, credentialReference: string) => Promise<boolean>;

/** Whether two of our people have said that a card owes nothing to its provider any more. */
export type IsReleased = (tx: EntityManager, bindingId: Id<'binding'>) => Promise<boolean>;

interface WaitForOwedDeps {
  readonly unitOfWork: UnitOfWork;
  readonly connectors: Connectors;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly isReleased: IsReleased;
  readonly clock: Clock;
}

/** By then a payment that is on its way has come, or was given up. */
const waitsDays = 7;
const hourMs = 60 * 60_000;
const soonMs = 5_000;
const dayMs = 24 * hourMs;

export function createWaitForOwed({
  unitOfWork,
  connectors,
  profiles,
  isReleased,
  clock,
}: WaitForOwedDeps): WaitForOwed {
  const suspendMeanwhile = createSuspendMeanwhile({ unitOfWork, connectors, profiles, clock });

  async function listOwed({ id, provider }: Binding, reference: string): Promise<OwedCode[]> {
    const policy = profiles.get(provider)?.unbindObligations;
    if (!policy || !Object.values(policy).includes('BLOCKS')) return [];
    if (await unitOfWork.run((tx) => isReleased(tx, id))) return [];
    const connector = connectors(provider);
    const status = await connector.credentialStatus(reference);
    if (status.ok && status.value === 'ABSENT') return [];
    const answer = await connector.obligations(reference);
    if (!answer.ok) throw new Error(`what hangs on a card that is replaced is not known: ${answer.error.detail}`);
    return owedOf(answer.value, policy);
  }

  const lookAgain = (bindingId: Id<'binding'>, soon: boolean) =>
    unitOfWork.run(async (tx) => {
      const now = clock.now();
      const replaced = (await listChangesOfBinding(tx, bindingId)).find(({ fact }) => fact === 'replaced');
      const isLate = !replaced || now >= addDays(replaced.at, waitsDays);
      if (isLate) await openCase(tx, bindingId, 'OBLIGATION_OVERDUE', now);
      const runAt = new Date(now.getTime() + (soon ? soonMs : isLate ? dayMs : hourMs));
      const moment = { jobKey: `remove ${bindingId}`, runAt, keepsMoment: true };
      await operationJobs.enqueue(tx, 'remove-at-provider', { bindingId }, moment);
    });

  return async (found, reference) => {
    const { id, state } = found.binding;
    if (state.phase !== 'REPLACED') return false;
    const owes = await listOwed(found.binding, reference);
    if (owes.length > 0) {
      const since = await unitOfWork.run((tx) => saveOwedWait(tx, id, owes, clock.now()));
      await lookAgain(id, await suspendMeanwhile(found, reference, since));
      return true;
    }
    await unitOfWork.run(async (tx) => {
      const now = clock.now();
      await deleteOwedWait(tx, id);
      // Whatever came of it, it is taken off now.
      const open = await findOpenOf(tx, id);
      if (open?.kind === 'SUSPEND') await saveOperationClosed(tx, open.id, 'SUPERSEDED', now, null);
      // One case tells of all of a card that is late.
      const late = (await listOpenActs(tx, id)).some(({ deadline }) => deadline <= now);
      if (!late) await saveCasesClosed(tx, id, 'OBLIGATION_OVERDUE', now);
    });
    return false;
  };
}
