import type { Actor } from './actors';
import { canTellProviderOfLifting, type LiftRequest } from './hold-changes';
import { isSameHold, speaksFor, type Hold } from './holds';
import { mayBeHeldByHolder } from './phases';
import { answersOpenOperation, type ProviderMessage } from './provider-message';
import type { BindingState } from './state';
import { isBackedByQuery, keepsOpenOperation } from './sync-changes';
import type { Trigger, TriggerOf } from './triggers/trigger';

/** A condition of the table by name: its text for the documents, and the facts it looks at. */
interface Guard<Facts> {
  readonly text: string;
  readonly holds: (facts: Facts, state: BindingState | null) => boolean;
  /** What a trigger is refused as, where that is not GUARD_FAILED. */
  readonly refusal?: 'STALE_PROVIDER_MESSAGE' | 'NOT_HOLD_OWNER';
}

function guard<Facts>(text: string, holds: Guard<Facts>['holds'], refusal?: Guard<Facts>['refusal']): Guard<Facts> {
  return { text, holds, refusal };
}

/** The risk engine and compliance act by their office: there is nobody whose proof they could show. */
const actsByOffice = (actor: Actor) => actor === 'RISK' || actor === 'COMPLIANCE';

/** A guard only sees the facts it names, so a row cannot ask for a guard whose facts its trigger does not carry. */
export const guards = {
  accountInGoodStanding: guard(
    'account in good standing',
    (t: { accountInGoodStanding: boolean }) => t.accountInGoodStanding,
  ),
  consentRecorded: guard('consent recorded', (t: { consentRecorded: boolean }) => t.consentRecorded),
  slotFree: guard('slot free', (t: { slotFree: boolean }) => t.slotFree),
  withinProviderLimit: guard(
    "within the provider's limit",
    (t: { withinProviderLimit: boolean }) => t.withinProviderLimit,
  ),
  invitedIfByAdmin: guard(
    'an access administrator only by an accepted invitation',
    (t: { actor: Actor; invited: boolean }) => t.actor !== 'ACCESS_ADMIN' || t.invited,
  ),

  reviewNeeded: guard(
    'provider or risk asks for review',
    (t: { reviewDeadline: string | null }) => t.reviewDeadline !== null,
  ),
  noReviewNeeded: guard('no review needed', (t: { reviewDeadline: string | null }) => t.reviewDeadline === null),
  proofsFresh: guard('every proof fresh', (t: { proofsFresh: boolean }) => t.proofsFresh),
  proofsUnused: guard('every proof unused', (t: { proofsUnused: boolean }) => t.proofsUnused),
  proofsForThisBinding: guard(
    'every proof for this binding',
    (t: { proofsForThisBinding: boolean }) => t.proofsForThisBinding,
  ),
  reviewerIsNotHolder: guard('reviewer is not the holder', (t: { reviewerIsHolder: boolean }) => !t.reviewerIsHolder),
  enoughReviewers: guard(
    'two reviewers when high risk',
    (t: { highRisk: boolean; reviewers: number }) => t.reviewers >= (t.highRisk ? 2 : 1),
  ),
  roundsLeft: guard('rounds left', (t: { roundsLeft: number }) => t.roundsLeft > 0),
  deadlinePassed: guard('the deadline of the phase has passed', (t: { deadlinePassed: boolean }) => t.deadlinePassed),
  noOpenDispute: guard('no open dispute', (t: { disputeOpen: boolean }) => !t.disputeOpen),
  noRetentionDuty: guard('no retention duty', (t: { retentionDuty: boolean }) => !t.retentionDuty),
  nothingUnsettled: guard('nothing unsettled at the provider', (_: object, state) => state?.sync.state === 'IN_SYNC'),

  answersOpenOperation: guard(
    'operation matches the open one',
    (t: ProviderMessage, state) => state !== null && answersOpenOperation(state, t),
    'STALE_PROVIDER_MESSAGE',
  ),
  definitive: guard('definitive answer', (t: { definitive: boolean }) => t.definitive),
  stillThere: guard('a query shows it still there', (t: { stillThere?: boolean }) => t.stillThere === true),
  confirmedByQuery: guard('confirmed by a query', (t: { confirmedByQuery: boolean }) => t.confirmedByQuery),

  ownsNewHold: guard(
    'speaks for the owner of the hold',
    (t: { actor: Actor; hold: Hold }) => speaksFor(t.actor, t.hold.owner),
    'NOT_HOLD_OWNER',
  ),
  ownsHold: guard(
    'speaks for the owner of the hold',
    (t: LiftRequest & { actor: Actor }) => speaksFor(t.actor, t.owner),
    'NOT_HOLD_OWNER',
  ),
  holdPresent: guard(
    'the hold is there',
    (t: LiftRequest, state) => state !== null && state.holds.some((hold) => isSameHold(hold, t)),
  ),
  holderHoldsWhatIsOn: guard(
    'a holder only a card that is on, or on its way there or off',
    (t: { actor: Actor }, state) => t.actor !== 'HOLDER' || (state !== null && mayBeHeldByHolder(state.phase)),
  ),
  providerCanBeTold: guard(
    'no unbinding or unclear operation in the way of telling the provider',
    (t: LiftRequest, state) => state !== null && canTellProviderOfLifting(state, t),
  ),

  doorsOnlyIfByAdmin: guard(
    'an access administrator only cards that open doors',
    (t: { actor: Actor; opensDoors: boolean }) => t.actor !== 'ACCESS_ADMIN' || t.opensDoors,
  ),
  planFresh: guard('plan fresh', (t: { planFresh: boolean }) => t.planFresh),
  planMatches: guard('plan quoted by digest', (t: { planMatches: boolean }) => t.planMatches),
  blockersCleared: guard('blockers of the plan gone', (t: { blockersCleared: boolean }) => t.blockersCleared),
  feeAccepted: guard('fee accepted', (t: { feeAccepted: boolean }) => t.feeAccepted),
  unbindProofFresh: guard(
    'proof fresh (risk and compliance act by office)',
    (t: { actor: Actor; proofFresh: boolean }) => t.proofFresh || actsByOffice(t.actor),
  ),
  unbindProofUnused: guard(
    'proof unused',
    (t: { actor: Actor; proofUnused: boolean }) => t.proofUnused || actsByOffice(t.actor),
  ),
  proofForThisPlan: guard(
    'proof for this plan',
    (t: { actor: Actor; proofForThisPlan: boolean }) => t.proofForThisPlan || actsByOffice(t.actor),
  ),
  holderProofIfByAgent: guard(
    "an agent only with the holder's proof",
    (t: { actor: Actor; holderProof: boolean }) => t.actor !== 'AGENT' || t.holderProof,
  ),

  withinWindow: guard('inside the restore window', (t: { withinWindow: boolean }) => t.withinWindow),
  policyAllows: guard("the provider's policy allows it", (t: { policyAllows: boolean }) => t.policyAllows),
  proofFresh: guard('proof fresh', (t: { proofFresh: boolean }) => t.proofFresh),
  proofUnused: guard('proof unused', (t: { proofUnused: boolean }) => t.proofUnused),
  proofForThisRestore: guard('proof for this restore', (t: { proofForThisRestore: boolean }) => t.proofForThisRestore),
  disputeUpheld: guard('dispute upheld', (t: { disputeUpheld: boolean }) => t.disputeUpheld),
  proofNotFromDisputedAct: guard(
    'proof not used in the disputed act',
    (t: { proofNotFromDisputedAct: boolean }) => t.proofNotFromDisputedAct,
  ),
  successorIsBound: guard('the successor is BOUND', (t: { successorIsBound: boolean }) => t.successorIsBound),
  lineageStaysAcyclic: guard(
    'lineage stays without a cycle',
    (t: { lineageStaysAcyclic: boolean }) => t.lineageStaysAcyclic,
  ),

  keepsOpenOperation: guard(
    'an awaited operation is never dropped',
    (t: TriggerOf<'SyncChanged'>, state) => state !== null && keepsOpenOperation(state, t.sync),
  ),
  backedByQuery: guard(
    'queried first, where it settles or sends again',
    (t: TriggerOf<'SyncChanged'>, state) => state !== null && isBackedByQuery(state, t),
  ),
} as const;

export type GuardName = keyof typeof guards;

type FactsOf<G> = G extends Guard<infer Facts> ? Facts : never;

/** The guards whose facts every such trigger carries. */
export type GuardFor<T extends Trigger> = {
  [Name in GuardName]: T extends FactsOf<(typeof guards)[Name]> ? Name : never;
}[GuardName];
