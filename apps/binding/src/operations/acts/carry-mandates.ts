import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import { openCase, saveCasesClosed, toLeft } from '../../cases';
import type { ProviderProfile } from '../../catalogue';
import { findBinding, lockBinding, type Binding } from '../../lifecycle';
import type { Connectors, Mandate } from '../../providers';
import { operationJobs } from '../operations.jobs';
import { hasGoneOver, listCarried, listOpenActs } from './acts.repository';
import { beginAct } from './begin-act';

export type FindOpenMove = (
  tx: EntityManager,
  successorId: Id<'binding'>,
) => Promise<{ readonly deadline: Date } | null>;

interface CarryMandatesDeps {
  readonly unitOfWork: UnitOfWork;
  readonly connectors: Connectors;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  /** What a lender is asked to have go over as well, while it has not answered. */
  readonly findOpenMove: FindOpenMove;
  readonly clock: Clock;
}

interface Succession {
  readonly successorId: Id<'binding'>;
  readonly predecessorId: Id<'binding'>;
}

/**
 * Has the mandates of a replaced card go over to the one that took its place, each by an act of its own, and has the old one taken off at its provider
 * once all of them, and what its lender is asked to have go over, have ended or are past their deadline: never before, which would break them. What
 * cannot go over is a case. Comes again with each act that ends; throws while the provider does not say what there is.
 */
export function createCarryMandates({ unitOfWork, connectors, profiles, findOpenMove, clock }: CarryMandatesDeps) {
  async function mandatesOf({ provider, credentialReference }: Binding): Promise<readonly Mandate[]> {
    if (credentialReference === null || profiles.get(provider)?.unbindObligations.mandate === 'IGNORED') return [];
    const answer = await connectors(provider).obligations(credentialReference);
    if (!answer.ok) throw new Error(`the mandates of a card that is replaced are not known: ${answer.error.detail}`);
    return answer.value.mandates;
  }

  /** Answers until when the old card is waited with; null when it can go. */
  const carry = ({ successorId, predecessorId }: Succession, mandates: readonly Mandate[]) =>
    unitOfWork.run(async (tx): Promise<Date | null> => {
      const old = await lockBinding(tx, predecessorId);
      const next = await findBinding(tx, successorId);
      const profile = old && profiles.get(old.binding.provider);
      if (!profile || old.binding.state.phase !== 'REPLACED') return null;
      const now = clock.now();
      const begun = new Set((await listCarried(tx, successorId)).map(({ obligationId }) => obligationId));
      const open = await listOpenActs(tx, predecessorId);
      const left = mandates.filter(({ id }) => !begun.has(id) && !open.some(({ obligationId }) => obligationId === id));
      const canMove = profile.obligationActs.includes('MOVE_MANDATE') && next?.binding.state.phase === 'BOUND';
      const { accountId, provider } = old.binding;
      const atLender = await findOpenMove(tx, successorId);
      const deadlines = [...open, ...(atLender ? [atLender] : [])].map(({ deadline }) => deadline);
      if (canMove)
        for (const { id, merchant, amount = null } of left) {
          const moved = { accountId, bindingId: predecessorId, toBindingId: successorId, successorId, provider };
          const what = { kind: 'MOVE_MANDATE', obligationId: id, about: merchant, amount } as const;
          deadlines.push(
            (await beginAct(tx, { ...moved, ...what, agreed: null, proofId: null }, profile, now)).deadline,
          );
        }
      const waitUntil = deadlines
        .filter((deadline) => deadline > now)
        .sort((one, other) => Number(other) - Number(one))[0];
      if (waitUntil) return waitUntil;
      if (mandates.length > 0) await openCase(tx, successorId, 'MANDATE_LEFT', now, toLeft(mandates));
      // The provider has said late that they went over after all.
      else if (await hasGoneOver(tx, successorId)) await saveCasesClosed(tx, successorId, 'MANDATE_LEFT', now);
      return null;
    });

  return async (succession: Succession): Promise<void> => {
    const { predecessorId } = succession;
    const found = await unitOfWork.run((tx) => findBinding(tx, predecessorId));
    if (found?.binding.state.phase !== 'REPLACED') return;
    const waitUntil = await carry(succession, await mandatesOf(found.binding));
    await unitOfWork.run((tx) =>
      waitUntil
        ? operationJobs.enqueue(tx, 'carry-mandates', succession, {
            jobKey: `carry ${predecessorId}`,
            runAt: waitUntil,
            keepsMoment: true,
          })
        : operationJobs.enqueue(
            tx,
            'remove-at-provider',
            { bindingId: predecessorId },
            { jobKey: `remove ${predecessorId}` },
          ),
    );
  };
}
