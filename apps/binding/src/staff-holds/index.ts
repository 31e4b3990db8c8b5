import { handleJobs } from '@bindery/jobs';
import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import type { Catalogue } from '../catalogue';
import type { Transitions } from '../lifecycle';
import { createLayCardHold } from './lay-card-hold';
import { createLiftCardHold } from './lift-card-hold';
import { createLiftFromBinding } from './lift-from-binding';
import { createLiftLater } from './lift-later';
import { listCardHolds } from './list-card-holds';
import { StaffHoldRow } from './staff-hold.entity';
import { findStaffHold } from './staff-hold.repository';
import { staffHoldsJobs } from './staff-holds.jobs';
import { StaffHoldsResolver } from './staff-holds.resolver';

export { isHeldByStaff, listHeldCards } from './held-cards';
export { listCardsOfLine } from './lift-from-binding';

export const staffHoldsClasses = {
  resolvers: [StaffHoldsResolver],
  entities: [StaffHoldRow],
} satisfies FeatureClasses;

interface StaffHoldsDeps {
  readonly transitions: Transitions;
  readonly catalogue: Catalogue;
}

/** The holds that our own people lay on a card and lift: a security check, a legal duty. */
export function createStaffHolds(
  { db, once, unitOfWork, clock, security }: Foundation,
  { transitions, catalogue: { profiles } }: StaffHoldsDeps,
) {
  const deps = { once, transitions, profiles, security, clock };
  const liftFromBinding = createLiftFromBinding({ transitions, profiles, clock });
  return {
    feature: {
      resolvers: [
        new StaffHoldsResolver({
          findStaffHold: (id) => findStaffHold(db, id),
          listCardHolds: (...of) => listCardHolds(db, ...of),
          layCardHold: createLayCardHold(deps),
          liftCardHold: createLiftCardHold(deps),
        }),
      ],
      jobs: handleJobs(staffHoldsJobs, { 'lift-staff-hold': createLiftLater({ unitOfWork, liftFromBinding }) }),
    } satisfies Feature,
  };
}
