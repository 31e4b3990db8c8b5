import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { Catalogue } from '../catalogue';
import { createHandOverDefault } from '../default-card';
import { findBinding, hasLiveTwin, type EffectPart, type Step } from '../lifecycle';
import { operationJobs } from '../operations';
import { successionJobs } from './succession.jobs';
import { saveSuccessionEnded } from './succession.repository';
import { createWantedCards, type WantedCards } from './want-card';

/** What follows for a predecessor when its successor is bound, and for a successor on its way. */
export function createSuccessionEffects(
  { outbox, clock }: { readonly outbox: Outbox; readonly clock: Clock },
  catalogue: Pick<Catalogue, 'profileOf'>,
) {
  const handOverDefault = createHandOverDefault(outbox);
  const wantedCards = createWantedCards({ outbox, clock, catalogue });
  return {
    handlers: {
      /** Its holds are laid on the successor before this step, in the same transaction: there is no moment in between. */
      HandOverToSuccessor: async (tx, { successorId }, { binding, card, at }) => {
        const successor = await findBinding(tx, successorId);
        if (!successor) throw new Error(`${successorId} takes the place of ${binding.id} and is not there`);
        await handOverDefault(tx, card, successor.card, at);
        await saveSuccessionEnded(tx, successorId, 'DONE', at);
        // Its mandates go first, and then it is taken off. Where a provider calls both the same, that would take off the new one.
        if (!(await hasLiveTwin(tx, binding)))
          await operationJobs.enqueue(
            tx,
            'carry-mandates',
            { successorId, predecessorId: binding.id },
            { jobKey: `carry ${binding.id}` },
          );
      },
    },
    after: (tx, step) => followSuccessor(tx, step, wantedCards),
  } satisfies EffectPart;
}

/**
 * A successor that is bound takes its place in a transaction of its own, which locks both; one that is over gives it up, and a card that was entered for
 * a move is wanted again. What is not bound any more does not move.
 */
async function followSuccessor(tx: EntityManager, { binding, before, at }: Step, wanted: WantedCards): Promise<void> {
  const { id, previousBindingId, state } = binding;
  if (state.phase === before?.phase) return;
  if (before?.phase === 'BOUND') await wanted.end(tx, id);
  if (previousBindingId === null) return;
  if (state.phase === 'BOUND')
    await successionJobs.enqueue(tx, 'succeed', { successorId: id }, { jobKey: `succeed ${id}` });
  if (state.phase !== 'DECLINED' && state.phase !== 'UNBOUND') return;
  await saveSuccessionEnded(tx, id, 'GIVEN_UP', at);
  await wanted.again(tx, id);
}
