import type { FeatureClasses } from '@bindery/subgraph';
import { accountsClasses } from './accounts';
import { bindClasses } from './bind';
import { cardsClasses } from './cards';
import { casesClasses } from './cases';
import { catalogueClasses } from './catalogue';
import { consentsClasses } from './consents';
import { defaultCardClasses } from './default-card';
import { historyClasses } from './history';
import { holdsClasses } from './holds';
import { lifecycleClasses } from './lifecycle';
import { nextStepsClasses } from './next-steps';
import { operationsClasses } from './operations';
import { refusalsClasses } from './refusals';
import { restoreClasses } from './restore';
import { unbindClasses } from './unbind';
import { unbindPlanClasses } from './unbind-plan';
import { usageClasses } from './usage';
import { webhooksClasses } from './webhooks';

/** The classes of all features: the schema is printed from them, the tables are mapped from them. */
export const featureClasses: readonly FeatureClasses[] = [
  lifecycleClasses,
  catalogueClasses,
  cardsClasses,
  nextStepsClasses,
  historyClasses,
  refusalsClasses,
  usageClasses,
  defaultCardClasses,
  accountsClasses,
  operationsClasses,
  casesClasses,
  webhooksClasses,
  consentsClasses,
  bindClasses,
  holdsClasses,
  unbindPlanClasses,
  unbindClasses,
  restoreClasses,
];
