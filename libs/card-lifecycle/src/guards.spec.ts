import type { Actor } from './actors';
import type { GuardName } from './guards';
import type { Row } from './row';
import type { BindingState } from './state';
import {
  bound,
  diverged,
  hold,
  operation,
  operationNamed,
  pending,
  stateIn,
  synced,
  unknown,
} from './testing/sample-states';
import { fittingTrigger } from './testing/sample-triggers';
import { transition } from './transition';
import { transitions } from './transitions';
import type { Trigger, TriggerType } from './triggers/trigger';

/** One fact turned bad, by hand: row, state, trigger, who, what is wrong, and the guard that has to say so. */
type Case = readonly [number, BindingState | null, TriggerType, Actor, Partial<Record<string, unknown>>, GuardName];

const frozen = hold('HOLDER', 'FROZEN');
const review = { reviewDeadline: '2026-01-03T00:00:00Z' };
const verifying = stateIn('VERIFYING');
const inReview = stateIn('IN_REVIEW');
const unbinding = stateIn('UNBINDING', [frozen]);
const unbound = stateIn('UNBOUND');
const suspending = bound([frozen], pending(operation('SUSPEND')));
const late = { operationId: operationNamed('another') };

const proofCases = (row: number, facts: object): Case[] => [
  [row, verifying, 'RequirementsMet', 'HOLDER', { ...facts, proofsFresh: false }, 'proofsFresh'],
  [row, verifying, 'RequirementsMet', 'HOLDER', { ...facts, proofsUnused: false }, 'proofsUnused'],
  [row, verifying, 'RequirementsMet', 'HOLDER', { ...facts, proofsForThisBinding: false }, 'proofsForThisBinding'],
  [row, verifying, 'RequirementsMet', 'HOLDER', { ...facts, consentRecorded: false }, 'consentRecorded'],
];

const returnCases = (type: 'RequestRestore' | 'Reinstate', actor: Actor): Case[] =>
  (['withinWindow', 'policyAllows', 'slotFree', 'proofFresh', 'proofUnused', 'proofForThisRestore'] as const).map(
    (fact) => [17, unbound, type, actor, { [fact]: false }, fact],
  );

const cases: readonly Case[] = [
  [1, null, 'StartBinding', 'ACCESS_ADMIN', { invited: false }, 'invitedIfByAdmin'],
  [1, null, 'StartBinding', 'HOLDER', { accountInGoodStanding: false }, 'accountInGoodStanding'],
  [1, null, 'StartBinding', 'HOLDER', { consentRecorded: false }, 'consentRecorded'],
  [1, null, 'StartBinding', 'HOLDER', { slotFree: false }, 'slotFree'],
  [1, null, 'StartBinding', 'HOLDER', { withinProviderLimit: false }, 'withinProviderLimit'],
  ...proofCases(2, {}),
  ...proofCases(3, review),
  [4, inReview, 'Approve', 'REVIEWER', { reviewerIsHolder: true }, 'reviewerIsNotHolder'],
  [4, inReview, 'Approve', 'REVIEWER', { highRisk: true, reviewers: 1 }, 'enoughReviewers'],
  [4, inReview, 'Approve', 'REVIEWER', { consentRecorded: false }, 'consentRecorded'],
  [5, inReview, 'AskForMore', 'REVIEWER', { roundsLeft: 0 }, 'roundsLeft'],
  [6, inReview, 'Lapse', 'SYSTEM', { deadlinePassed: false }, 'deadlinePassed'],
  [7, stateIn('BINDING'), 'ProviderConfirmed', 'PROVIDER', late, 'answersOpenOperation'],
  [8, stateIn('BINDING'), 'ProviderWantsActivation', 'PROVIDER', late, 'answersOpenOperation'],
  [9, stateIn('BINDING'), 'ProviderRefused', 'PROVIDER', late, 'answersOpenOperation'],
  [9, stateIn('BINDING'), 'ProviderRefused', 'PROVIDER', { definitive: false }, 'definitive'],
  [10, stateIn('AWAITING_ACTIVATION'), 'ProviderConfirmed', 'DEVICE', late, 'answersOpenOperation'],
  [11, stateIn('AWAITING_ACTIVATION'), 'Lapse', 'SYSTEM', { deadlinePassed: false }, 'deadlinePassed'],
  [11, stateIn('AWAITING_ACTIVATION'), 'ProviderRefused', 'PROVIDER', late, 'answersOpenOperation'],
  [11, stateIn('AWAITING_ACTIVATION'), 'ProviderRefused', 'PROVIDER', { definitive: false }, 'definitive'],
  [12, bound(), 'AddHold', 'HOLDER', { hold: hold('RISK') }, 'ownsNewHold'],
  [12, bound([hold('RISK')]), 'LiftHold', 'HOLDER', { owner: 'RISK', reason: 'BECAUSE' }, 'ownsHold'],
  [12, bound(), 'LiftHold', 'HOLDER', {}, 'holdPresent'],
  [12, unbound, 'AddHold', 'HOLDER', {}, 'holderHoldsWhatIsOn'],
  [12, stateIn('UNBOUND', [frozen]), 'LiftHold', 'HOLDER', {}, 'holderHoldsWhatIsOn'],
  [12, unbinding, 'LiftHold', 'HOLDER', { operation: operation('RESUME') }, 'providerCanBeTold'],
  [12, suspending, 'ProviderConfirmed', 'PROVIDER', late, 'answersOpenOperation'],
  [12, suspending, 'ProviderRefused', 'PROVIDER', late, 'answersOpenOperation'],
  [12, suspending, 'ProviderRefused', 'PROVIDER', { definitive: false }, 'definitive'],
  [13, bound(), 'RequestUnbind', 'ACCESS_ADMIN', { opensDoors: false }, 'doorsOnlyIfByAdmin'],
  [13, bound(), 'RequestUnbind', 'HOLDER', { planFresh: false }, 'planFresh'],
  [13, bound(), 'RequestUnbind', 'RISK', { planMatches: false }, 'planMatches'],
  [13, bound(), 'RequestUnbind', 'HOLDER', { blockersCleared: false }, 'blockersCleared'],
  [13, bound(), 'RequestUnbind', 'COMPLIANCE', { feeAccepted: false }, 'feeAccepted'],
  [13, bound(), 'RequestUnbind', 'HOLDER', { proofFresh: false }, 'unbindProofFresh'],
  [13, bound(), 'RequestUnbind', 'AGENT', { proofUnused: false }, 'unbindProofUnused'],
  [13, bound(), 'RequestUnbind', 'ACCESS_ADMIN', { proofForThisPlan: false }, 'proofForThisPlan'],
  [13, bound(), 'RequestUnbind', 'AGENT', { holderProof: false }, 'holderProofIfByAgent'],
  [14, unbinding, 'ProviderConfirmed', 'SYSTEM', late, 'answersOpenOperation'],
  [14, unbinding, 'ProviderSaysAbsent', 'SYSTEM', late, 'answersOpenOperation'],
  [15, unbinding, 'ProviderRefused', 'PROVIDER', late, 'answersOpenOperation'],
  [15, unbinding, 'ProviderRefused', 'PROVIDER', { definitive: false }, 'definitive'],
  [15, unbinding, 'ProviderRefused', 'PROVIDER', { stillThere: false }, 'stillThere'],
  [15, unbinding, 'ProviderRefused', 'PROVIDER', { stillThere: undefined }, 'stillThere'],
  [16, bound(), 'RemovedElsewhere', 'DEVICE', { confirmedByQuery: false }, 'confirmedByQuery'],
  ...returnCases('RequestRestore', 'HOLDER'),
  ...returnCases('Reinstate', 'SYSTEM'),
  [17, unbound, 'Reinstate', 'SYSTEM', { disputeUpheld: false }, 'disputeUpheld'],
  [17, unbound, 'Reinstate', 'SYSTEM', { proofNotFromDisputedAct: false }, 'proofNotFromDisputedAct'],
  [18, stateIn('RESTORING'), 'ProviderConfirmed', 'PROVIDER', late, 'answersOpenOperation'],
  [19, stateIn('RESTORING'), 'ProviderRefused', 'PROVIDER', late, 'answersOpenOperation'],
  [19, stateIn('RESTORING'), 'ProviderRefused', 'PROVIDER', { definitive: false }, 'definitive'],
  [20, unbound, 'Lapse', 'SYSTEM', { deadlinePassed: false }, 'deadlinePassed'],
  [20, unbound, 'Lapse', 'SYSTEM', { disputeOpen: true }, 'noOpenDispute'],
  [20, unbound, 'Lapse', 'SYSTEM', { retentionDuty: true }, 'noRetentionDuty'],
  [20, { ...unbound, sync: diverged('ABSENT', 'ACTIVE') }, 'Lapse', 'SYSTEM', {}, 'nothingUnsettled'],
  [21, bound(), 'SuccessorBound', 'SYSTEM', { successorIsBound: false }, 'successorIsBound'],
  [21, bound(), 'SuccessorBound', 'SYSTEM', { lineageStaysAcyclic: false }, 'lineageStaysAcyclic'],
  [22, bound(), 'Revoke', 'SYSTEM', { disputeUpheld: false }, 'disputeUpheld'],
  [23, unbinding, 'SyncChanged', 'SYSTEM', { sync: synced }, 'keepsOpenOperation'],
  [
    23,
    bound([frozen], unknown(operation('SUSPEND'))),
    'SyncChanged',
    'SYSTEM',
    { sync: synced, queried: false },
    'backedByQuery',
  ],
];

const kinds: Partial<Record<GuardName, string>> = {
  answersOpenOperation: 'STALE_PROVIDER_MESSAGE',
  ownsNewHold: 'NOT_HOLD_OWNER',
  ownsHold: 'NOT_HOLD_OWNER',
};

describe('guards', () => {
  it.each(cases)('row %i: with one fact wrong, %#', (_, state, type, actor, facts, guard) => {
    const wrong = { ...fittingTrigger(state, type, actor), ...facts } as Trigger;
    const kind = kinds[guard] ?? 'GUARD_FAILED';
    const error = kind === 'GUARD_FAILED' ? { kind, guard } : { kind };
    expect(transition(state, wrong)).toMatchObject({
      ok: false,
      error: { ...error, phase: state?.phase ?? null, trigger: type },
    });
  });

  it('each have a case for every row and trigger that names them', () => {
    const rows: readonly Row[] = transitions;
    const named = rows.flatMap(({ row, steps }) =>
      steps.flatMap(({ on, onlyIf }) => onlyIf.map((guard) => `${row} ${on} ${guard}`)),
    );
    const tried = new Set(cases.map(([row, , type, , , guard]) => `${row} ${type} ${guard}`));
    expect(named.filter((name) => !tried.has(name))).toEqual([]);
    expect([...tried].filter((name) => !named.includes(name))).toEqual([]);
  });

  it('let risk and compliance unbind by office, without a proof', () => {
    for (const actor of ['RISK', 'COMPLIANCE'] as const) {
      const facts = { proofFresh: false, proofUnused: false, proofForThisPlan: false };
      const result = transition(bound(), fittingTrigger(bound(), 'RequestUnbind', actor, facts));
      expect(result.ok && result.value.effects.map(({ type }) => type)).not.toContain('UseUpProofs');
      expect(result).toMatchObject({ ok: true, value: { row: 13 } });
    }
  });

  it('let one reviewer approve what is not of high risk', () => {
    const approve = fittingTrigger(inReview, 'Approve', 'REVIEWER', { highRisk: false, reviewers: 1 });
    expect(transition(inReview, approve)).toMatchObject({ ok: true, value: { row: 4 } });
  });

  it('want an invitation of an access administrator only', () => {
    const start = fittingTrigger(null, 'StartBinding', 'HOLDER', { invited: false });
    expect(transition(null, start)).toMatchObject({ ok: true, value: { row: 1 } });
  });
});
