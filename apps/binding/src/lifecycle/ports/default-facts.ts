import { always, type FactPart } from './facts';

/**
 * What is answered while no feature knows better, each with its reason. A feature that comes to know a fact registers it,
 * and its line here goes with it.
 */
const noInvitationsYet = { invited: always(false) } satisfies FactPart;
/** No law or contract is known that would have secrets kept for longer. */
const noRetentionDutiesYet = { retentionDuty: always(false) } satisfies FactPart;

export const defaultFacts = {
  ...noInvitationsYet,
  ...noRetentionDutiesYet,
} satisfies FactPart;
