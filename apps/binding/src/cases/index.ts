import type { Clock } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { EntityManager } from 'typeorm';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { EffectPart } from '../lifecycle';
import { BindingCaseRow } from './binding-case.entity';
import { BindingCasesResolver } from './binding-cases.resolver';
import { findCase, insertCase, listCases } from './cases.repository';
import { createCloseCase } from './close-case';
import { CloseCaseResolver } from './close-case.resolver';

export { answerBy } from './cases.rules';
export { hasOpenCase, insertCase, saveCasesClosed } from './cases.repository';

export const casesClasses = {
  resolvers: [BindingCasesResolver, CloseCaseResolver],
  entities: [BindingCaseRow],
} satisfies FeatureClasses;

export const caseEffects = {
  handlers: { OpenCase: (tx, { about }, { binding, at }) => insertCase(tx, binding.id, about, at) },
} satisfies EffectPart;

interface CasesFoundation {
  readonly db: EntityManager;
  readonly once: Once;
  readonly security: Pick<SecurityLog, 'record'>;
  readonly clock: Clock;
}

/** What people look into, shown to its holder, and closed by people where nothing else ends it. */
export const createCases = ({ db, once, security, clock }: CasesFoundation) => ({
  feature: {
    resolvers: [
      new BindingCasesResolver({ listCases: (ids) => listCases(db, ids) }),
      new CloseCaseResolver({
        closeCase: createCloseCase({ once, security, clock }),
        findCase: (id) => findCase(db, id),
      }),
    ],
  } satisfies Feature,
});
