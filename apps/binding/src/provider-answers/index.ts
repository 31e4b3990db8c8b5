import type { Clock } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { EntityManager } from 'typeorm';
import { findCase } from '../cases';
import { listViews } from '../operations';
import { createAskAgain } from './ask-again';
import { createConfirmAnswer } from './confirm-answer';
import { createListSubjects } from './list-subjects';
import { OpenCaseStepsResolver } from './open-case-steps.resolver';
import { ProviderAnswerRow } from './provider-answer.entity';
import { findAnswer, listAnswers } from './provider-answer.repository';
import { ProviderAnswersResolver } from './provider-answers.resolver';
import { createRecordAnswer } from './record-answer';
import { createTakeStatedAnswer, type TakeStatedAnswerDeps } from './take-stated-answer';

export { hasRelease } from './provider-answer.repository';

export const providerAnswersClasses = {
  resolvers: [ProviderAnswersResolver, OpenCaseStepsResolver],
  entities: [ProviderAnswerRow],
} satisfies FeatureClasses;

interface ProviderAnswersFoundation {
  readonly db: EntityManager;
  readonly once: Once;
  readonly security: Pick<SecurityLog, 'record'>;
  readonly clock: Clock;
}

/** What our people do about a provider that does not answer: they have it asked again, and take down what it says otherwise, the looser by two of them. */
export function createProviderAnswers(
  { db, once, security, clock }: ProviderAnswersFoundation,
  settlers: Omit<TakeStatedAnswerDeps, 'clock'>,
) {
  const listSubjects = createListSubjects({ clock });
  const takeStatedAnswer = createTakeStatedAnswer({ ...settlers, clock });
  const deps = { once, listSubjects, takeStatedAnswer, security, clock };
  return {
    feature: {
      resolvers: [
        new ProviderAnswersResolver({
          askAgain: createAskAgain(deps),
          recordAnswer: createRecordAnswer(deps),
          confirmAnswer: createConfirmAnswer(deps),
          findCase: (id) => findCase(db, id),
          findAnswer: (id) => findAnswer(db, id),
        }),
        new OpenCaseStepsResolver({
          listSubjects: (cases) => listSubjects(db, cases),
          listAnswers: (ids) => listAnswers(db, ids),
          listViews: (ids) => listViews(db, ids),
          clock,
        }),
      ],
    } satisfies Feature,
  };
}
