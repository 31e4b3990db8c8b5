import type { FeatureClasses } from '@bindery/subgraph';
import type { EffectPart } from '../lifecycle';
import { BindingCaseRow } from './binding-case.entity';
import { insertCase } from './cases.repository';

export { saveOverdueCaseClosed, hasOpenCase } from './cases.repository';

export const casesClasses = { entities: [BindingCaseRow] } satisfies FeatureClasses;

export const caseEffects = {
  handlers: { OpenCase: (tx, { about }, { binding, at }) => insertCase(tx, binding.id, about, at) },
} satisfies EffectPart;
