import type { EntityManager } from 'typeorm';
import { givenId, type Clock } from '@bindery/kernel';
import { handleJobs } from '@bindery/jobs';
import type { Outbox } from '@bindery/messaging';
import type { Once, UnitOfWork } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import { DeviceType, type Views } from '../cards';
import type { Catalogue } from '../catalogue';
import type { Transitions } from '../lifecycle';
import type { UseProof } from '../proofs';
import { createLayLostHolds } from './lay-lost-holds';
import { createLiftFound } from './lift-found';
import { createLiftLostHold } from './lift-lost-hold';
import { LostReportRow } from './lost-report.entity';
import { createLoadLostSince } from './lost-since.loader';
import { lostJobs } from './lost.jobs';
import { LostResolver } from './lost.resolver';
import { createOnEmergencyReported } from './on-emergency-reported.consumer';
import { createReportFound } from './report-found';
import { createReportLost } from './report-lost';
import { CardReportedResolver, DeviceReportedResolver } from './reported.resolver';
import { createHoldIfLost } from './tighten';

export { againIfBegun, BegunMeanwhile, type LayLostHolds } from './lay-lost-holds';
export { listFoundHolds } from './list-found-holds';
export { listReported } from './lost.repository';
export type { LoadLostSince } from './lost-since.loader';
export type { HoldIfLost } from './tighten';

export const lostClasses = {
  resolvers: [LostResolver, CardReportedResolver, DeviceReportedResolver],
  entities: [LostReportRow],
} satisfies FeatureClasses;

interface LostFoundation {
  readonly db: EntityManager;
  readonly once: Once;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

interface LostDeps {
  readonly transitions: Transitions;
  readonly catalogue: Catalogue;
  readonly useProof: UseProof;
  readonly views: Views;
}

/** What a holder reports lost, and finds again. */
export function createLost(
  { db, once, unitOfWork, outbox, clock }: LostFoundation,
  { transitions, catalogue: { profiles, profileOf }, useProof, views }: LostDeps,
) {
  const layLostHolds = createLayLostHolds({ transitions, profiles, outbox, clock });
  const liftLostHold = createLiftLostHold({ transitions, profiles, clock });
  const reportLost = createReportLost({ once, layLostHolds });
  const reportFound = createReportFound({ once, useProof, liftLostHold, outbox, clock });
  const loadLostSince = createLoadLostSince(db);
  return {
    layLostHolds,
    loadLostSince,
    holdIfLost: createHoldIfLost({ transitions, profiles, clock }),
    feature: {
      resolvers: [
        new LostResolver({ reportLost, reportFound, views, profileOf }),
        new CardReportedResolver(loadLostSince),
        new DeviceReportedResolver(loadLostSince),
      ],
      // Whose device it is, identity has decided; what is told of one here is of the viewer's own reports.
      references: {
        Device: ({ id }, { viewer }) =>
          viewer ? Object.assign(new DeviceType(), { id: givenId('device', id) }) : null,
      },
      subscriptions: { 'bindery.account.emergency-reported.v1': createOnEmergencyReported(layLostHolds) },
      jobs: handleJobs(lostJobs, { 'lift-found': createLiftFound({ unitOfWork, liftLostHold }) }),
    } satisfies Feature,
  };
}
