import type { Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { lockBinding } from '../lifecycle';
import type { LiftFromBinding } from './lift-from-binding';
import type { StaffHoldOwner } from './staff-hold.rules';

interface LiftLaterDeps {
  readonly unitOfWork: UnitOfWork;
  readonly liftFromBinding: LiftFromBinding;
}

/** Lifts from a binding what was lifted, once its provider can be told: it throws until then, and so comes again. */
export const createLiftLater =
  ({ unitOfWork, liftFromBinding }: LiftLaterDeps) =>
  ({ bindingId, owner }: { readonly bindingId: Id<'binding'>; readonly owner: StaffHoldOwner }): Promise<void> =>
    unitOfWork.run(async (tx) => {
      const locked = await lockBinding(tx, bindingId);
      if (locked && (await liftFromBinding(tx, locked, owner, 'TIMER')) === 'UNABLE')
        throw new Error(`the provider of ${bindingId} cannot be told yet that ${owner} holds it no more`);
    });
