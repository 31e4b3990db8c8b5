import { composeService, layFoundation, type Surroundings } from '@bindery/subgraph';
import { createBudgets } from './budgets';
import { createChallenges } from './challenges';
import { createContacts } from './contacts';
import { createDelivery, enqueueSend } from './delivery';
import { createReadyFactors } from './factors';
import { featureClasses } from './features';
import { createProofs } from './proofs';
import { createReviews } from './reviews';
import type { VerificationConfig } from './verification.config';
import { createWaiting, hasWaitingDispute } from './waiting';

/** Sends wait for the carrier most of the time; four are as many as one core carries on beside the rest. */
const jobsAtOnce = 4;

/** The whole service, put together and not started. */
export async function composeVerification(config: VerificationConfig, surroundings: Surroundings) {
  const foundation = layFoundation('verification', config, featureClasses, surroundings);
  const contacts = createContacts(foundation, config);
  const { contactSeal, digestClient, findAcquaintance } = contacts;
  const factors = createReadyFactors({ config, contactSeal });
  const budgets = createBudgets(foundation, { config, factors });
  const proofs = await createProofs(foundation, {
    config,
    contactSeal,
    isDisputed: hasWaitingDispute,
    countCodesLeft: budgets.countCodesLeft,
    listUsableFactors: (accountId) => factors.listUsable(foundation.db, { accountId }),
  });
  const challenges = createChallenges(foundation, {
    contactSeal,
    digestClient,
    findAcquaintance,
    factors,
    drawCode: budgets.drawCode,
    enqueueSend,
    ...proofs,
    countries: config.PHONE_COUNTRIES,
  });
  const delivery = createDelivery(foundation, { factors });
  const reviews = createReviews(foundation, config);
  const waiting = createWaiting(foundation);
  const features = [contacts, budgets, proofs, challenges, delivery, reviews, waiting].map(({ feature }) => feature);
  return composeService(foundation, features, { jobsAtOnce });
}
