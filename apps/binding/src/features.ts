import type { FeatureClasses } from '@bindery/subgraph';
import { activationClasses } from './activation';
import { accountsClasses } from './accounts';
import { bindClasses } from './bind';
import { cardsClasses } from './cards';
import { casesClasses } from './cases';
import { catalogueClasses } from './catalogue';
import { consentsClasses } from './consents';
import { defaultCardClasses } from './default-card';
import { disputeDecisionsClasses } from './dispute-decisions';
import { disputeOpeningClasses } from './dispute-opening';
import { disputesClasses } from './disputes';
import { givenConsentsClasses } from './given-consents';
import { documentsClasses } from './documents';
import { exportClasses } from './export';
import { historyClasses } from './history';
import { holdsClasses } from './holds';
import { hygieneClasses } from './hygiene';
import { lenderRequestsClasses } from './lender-requests';
import { lifecycleClasses } from './lifecycle';
import { loansClasses } from './loans';
import { lostClasses } from './lost';
import { moveClasses } from './move';
import { nextStepsClasses } from './next-steps';
import { obligationsClasses } from './obligations';
import { operationsClasses } from './operations';
import { providerAnswersClasses } from './provider-answers';
import { providerProfilesClasses } from './provider-profiles';
import { addressClasses, passClasses, weChatPayClasses } from './providers';
import { readerCheckClasses } from './reader-check';
import { refusalsClasses } from './refusals';
import { restoreClasses } from './restore';
import { reviewsClasses } from './reviews';
import { staffHoldsClasses } from './staff-holds';
import { successionClasses } from './succession';
import { unbindClasses } from './unbind';
import { unbindPlanClasses } from './unbind-plan';
import { revocationClasses } from './revocation';
import { usageClasses } from './usage';
import { validityClasses } from './validity';
import { webhooksClasses } from './webhooks';

/** The classes of all features: the schema is printed from them, the tables are mapped from them. */
export const featureClasses: readonly FeatureClasses[] = [
  lifecycleClasses,
  catalogueClasses,
  passClasses,
  cardsClasses,
  nextStepsClasses,
  historyClasses,
  refusalsClasses,
  usageClasses,
  revocationClasses,
  validityClasses,
  documentsClasses,
  defaultCardClasses,
  accountsClasses,
  operationsClasses,
  weChatPayClasses,
  addressClasses,
  casesClasses,
  providerAnswersClasses,
  webhooksClasses,
  readerCheckClasses,
  consentsClasses,
  bindClasses,
  activationClasses,
  holdsClasses,
  lostClasses,
  staffHoldsClasses,
  successionClasses,
  moveClasses,
  unbindPlanClasses,
  obligationsClasses,
  unbindClasses,
  restoreClasses,
  providerProfilesClasses,
  givenConsentsClasses,
  reviewsClasses,
  lenderRequestsClasses,
  loansClasses,
  disputesClasses,
  disputeOpeningClasses,
  disputeDecisionsClasses,
  exportClasses,
  hygieneClasses,
];
