import type { Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { lockBinding } from '../lifecycle';
import type { LiftLostHold } from './lift-lost-hold';
import { cardLostHold, deviceLostHold } from './lost-hold.rules';
import { listReported } from './lost.repository';

interface LiftFoundDeps {
  readonly unitOfWork: UnitOfWork;
  readonly liftLostHold: LiftLostHold;
}

/**
 * Lifts from a binding what its holder has proved to have found, once its provider can be told: it throws until then, and so comes again. What was
 * reported lost once more meanwhile stays held.
 */
export function createLiftFound({ unitOfWork, liftLostHold }: LiftFoundDeps) {
  return ({ bindingId }: { readonly bindingId: Id<'binding'> }): Promise<void> =>
    unitOfWork.run(async (tx) => {
      const locked = await lockBinding(tx, bindingId);
      if (!locked) return;
      const { accountId, cardId, deviceId } = locked.binding;
      const lost = new Set((await listReported(tx, accountId, [cardId, deviceId])).map(({ subjectId }) => subjectId));
      let unable = false;
      if (!lost.has(cardId)) unable = (await liftLostHold(tx, locked, cardLostHold, 'TIMER')) === 'UNABLE';
      // One after the other: the second lifting would go by what was before the first.
      const again = await lockBinding(tx, bindingId);
      if (again && !lost.has(deviceId) && !unable)
        unable = (await liftLostHold(tx, again, deviceLostHold, 'TIMER')) === 'UNABLE';
      if (unable) throw new Error(`the provider of ${bindingId} cannot be told yet that it was found`);
    });
}
