import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import type { Obligations } from '../providers/connector.rules';
import { blockingOf } from '../unbind-plan/blocking.rules';

/** Whether a replaced card owes what keeps it at its provider. Mandates go over to the new card, or are a case by then. */
export const isOwing = (obligations: Obligations, policy: ProviderProfile['unbindObligations']): boolean =>
  blockingOf(obligations, policy).some((what) => what !== 'MANDATE');
