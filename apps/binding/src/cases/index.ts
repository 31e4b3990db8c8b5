import { handleJobs } from '@bindery/jobs';
import type { Clock, Id } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { Once, UnitOfWork } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { EntityManager } from 'typeorm';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Catalogue } from '../catalogue';
import type { EffectPart } from '../lifecycle';
import { BindingCaseRow } from './binding-case.entity';
import { BindingCasesResolver } from './binding-cases.resolver';
import { listQueuedCases } from './case-queue.repository';
import { caseJobs } from './cases.jobs';
import { findCase, listCases } from './cases.repository';
import type { CaseOperation } from './cases.rules';
import { createCloseCase } from './close-case';
import { CloseCaseResolver } from './close-case.resolver';
import { createMeetPromise } from './meet-promise';
import { openCase } from './open-case';
import { OpenCasesResolver } from './open-cases.resolver';
import { createTellCase } from './tell-case';

export { answerBy } from './promises.rules';
export { BindingCaseType } from './binding-case.type';
export { toCaseType } from './binding-case.mapper';
export { CaseOperationKindEnum } from './cases.enums';
export { findCase, hasOpenCase, lockCase, saveCaseAskedAgain } from './cases.repository';
export { toLeft, type BindingCase, type BindingCaseAbout, type CaseOperation } from './cases.rules';
export { reasonMax } from './close-case';
export { followDueCases, openCase, saveCaseEndedBy, saveCasesClosed } from './open-case';
export { OpenCaseType } from './open-case.type';

export const casesClasses = {
  resolvers: [BindingCasesResolver, CloseCaseResolver, OpenCasesResolver],
  entities: [BindingCaseRow],
} satisfies FeatureClasses;

export const caseEffects = {
  handlers: { OpenCase: (tx, { about }, { binding, at }) => openCase(tx, binding.id, about, at) },
} satisfies EffectPart;

interface CasesFoundation {
  readonly db: EntityManager;
  readonly once: Once;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly security: Pick<SecurityLog, 'record'>;
  readonly clock: Clock;
}

type ListAsked = (db: EntityManager, bindingIds: readonly Id<'binding'>[]) => Promise<CaseOperation[]>;

interface CasesDeps {
  readonly catalogue: Catalogue;
  /** What providers, and lenders, were asked for and has not ended. */
  readonly listOpenOperations: ListAsked;
  readonly listOpenRequests: ListAsked;
}

/** What people look into, shown to its holder and listed for them, closed by people where nothing else ends it; its holder is told when it is opened, late, and closed. */
export function createCases(
  { db, once, unitOfWork, outbox, security, clock }: CasesFoundation,
  { catalogue, listOpenOperations, listOpenRequests }: CasesDeps,
) {
  const nameOf = (provider: string) => catalogue.profileOf(provider).name;
  const meetPromise = createMeetPromise({ unitOfWork, outbox, nameOf, clock });
  const listOperations = async (ids: readonly Id<'binding'>[]) =>
    [...(await listOpenOperations(db, ids)), ...(await listOpenRequests(db, ids))].sort(
      (one, other) => Number(one.createdAt) - Number(other.createdAt),
    );
  const tellCase = createTellCase({ unitOfWork, outbox, nameOf });
  return {
    feature: {
      resolvers: [
        new BindingCasesResolver({ listCases: (ids) => listCases(db, ids) }),
        new CloseCaseResolver({
          closeCase: createCloseCase({ once, security, clock }),
          findCase: (id) => findCase(db, id),
        }),
        new OpenCasesResolver({ listQueuedCases: (...of) => listQueuedCases(db, ...of), listOperations, nameOf }),
      ],
      jobs: handleJobs(caseJobs, {
        'case-deadline': ({ caseId }) => meetPromise(caseId),
        'tell-case': ({ caseId }) => tellCase(caseId),
      }),
    } satisfies Feature,
  };
}
