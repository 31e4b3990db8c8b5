import type { Actor } from './actors';
import type { BindingState } from './state';
import { bound, deadline, diverged, hold, operation, pending, stateIn, unknown } from './testing/sample-states';
import { fittingTrigger, successorId } from './testing/sample-triggers';
import { transition } from './transition';
import type { Trigger, TriggerType } from './triggers/trigger';

const risk = hold('RISK');
const revoking: BindingState = {
  phase: 'UNBINDING',
  holds: [],
  sync: pending({ ...operation('UNBIND'), revokes: true }),
};
const reinstating: BindingState = {
  phase: 'RESTORING',
  holds: [],
  sync: pending({ ...operation('RESTORE'), reinstates: true }),
};
const doubtful = { ...operation('UNBIND'), doubt: { desired: 'ACTIVE', observed: 'SUSPENDED' } };
const suspend = operation('SUSPEND');

/** From, trigger, who, special facts, and everything that has to follow, in order. */
type Case = readonly [BindingState | null, TriggerType, Actor, object, readonly string[]];

const cases: readonly Case[] = [
  [null, 'StartBinding', 'HOLDER', {}, ['ListRequirements']],
  [stateIn('VERIFYING'), 'RequirementsMet', 'HOLDER', {}, ['UseUpProofs', 'SendOperation']],
  [stateIn('VERIFYING'), 'RequirementsMet', 'HOLDER', { reviewDeadline: deadline }, ['UseUpProofs', 'ShowDeadline']],
  [stateIn('IN_REVIEW'), 'Approve', 'REVIEWER', {}, ['SendOperation']],
  [stateIn('IN_REVIEW'), 'AskForMore', 'REVIEWER', {}, ['ListRemedies']],
  [stateIn('IN_REVIEW'), 'Refuse', 'REVIEWER', {}, []],
  [stateIn('BINDING'), 'ProviderConfirmed', 'PROVIDER', {}, ['MakeDefaultIfFirst']],
  [stateIn('BINDING', [risk]), 'ProviderConfirmed', 'PROVIDER', {}, ['ReapplyHolds']],
  [stateIn('BINDING', [hold('PROVIDER')]), 'ProviderConfirmed', 'PROVIDER', {}, []],
  [stateIn('BINDING'), 'ProviderWantsActivation', 'PROVIDER', {}, ['ListActivationMethods', 'ShowDeadline']],
  [stateIn('BINDING'), 'ProviderRefused', 'PROVIDER', {}, ['ListRemedies']],
  [stateIn('AWAITING_ACTIVATION'), 'ProviderConfirmed', 'DEVICE', {}, ['MakeDefaultIfFirst']],
  [stateIn('AWAITING_ACTIVATION'), 'Lapse', 'SYSTEM', {}, ['RemoveAtProvider']],
  [stateIn('AWAITING_ACTIVATION'), 'Cancel', 'HOLDER', {}, ['RemoveAtProvider']],
  [bound(), 'AddHold', 'HOLDER', {}, ['MoveDefaultAway']],
  [bound(), 'AddHold', 'HOLDER', { operation: suspend }, ['MoveDefaultAway', 'SendOperation']],
  [bound([risk]), 'AddHold', 'HOLDER', { operation: suspend }, []],
  [bound([risk]), 'LiftHold', 'RISK', { owner: 'RISK', reason: risk.reason }, ['ReturnDefault']],
  [
    bound([risk]),
    'LiftHold',
    'RISK',
    { owner: 'RISK', reason: risk.reason, operation: operation('RESUME') },
    ['SendOperation'],
  ],
  [bound([risk], pending(suspend)), 'ProviderConfirmed', 'PROVIDER', {}, []],
  [bound([risk], pending(suspend)), 'ProviderRefused', 'PROVIDER', {}, ['OpenCase', 'QueryProvider', 'ListRemedies']],
  [bound([risk], pending(operation('RESUME'))), 'ProviderRefused', 'PROVIDER', {}, ['ListRemedies']],
  [bound(), 'RequestUnbind', 'HOLDER', {}, ['UseUpProofs', 'MoveDefaultAway', 'TakeSnapshot', 'SendOperation']],
  [bound([risk]), 'RequestUnbind', 'RISK', {}, ['TakeSnapshot', 'SendOperation']],
  [stateIn('UNBINDING'), 'ProviderConfirmed', 'PROVIDER', {}, ['StartRestoreWindow', 'ChargeFee', 'IssueReceipt']],
  [stateIn('UNBINDING'), 'ProviderSaysAbsent', 'SYSTEM', {}, ['StartRestoreWindow', 'ChargeFee', 'IssueReceipt']],
  [revoking, 'ProviderConfirmed', 'PROVIDER', {}, ['IssueReceipt']],
  [stateIn('UNBINDING'), 'ProviderRefused', 'PROVIDER', {}, ['ReturnDefault', 'ListRemedies']],
  [stateIn('UNBINDING', [risk]), 'ProviderRefused', 'PROVIDER', {}, ['ReapplyHolds', 'ListRemedies']],
  [
    { ...stateIn('UNBINDING'), sync: pending(doubtful) },
    'ProviderRefused',
    'PROVIDER',
    {},
    ['QueryProvider', 'ListRemedies'],
  ],
  [
    { ...revoking, holds: [hold('DISPUTE', 'REVOKED')] },
    'ProviderRefused',
    'PROVIDER',
    {},
    ['ReapplyHolds', 'OpenCase', 'ListRemedies'],
  ],
  [
    bound(),
    'RemovedElsewhere',
    'DEVICE',
    {},
    ['AskWasThisYou', 'MoveDefaultAway', 'TakeSnapshot', 'StartRestoreWindow'],
  ],
  [stateIn('UNBOUND'), 'RequestRestore', 'HOLDER', {}, ['UseUpProofs', 'SendOperation']],
  [stateIn('UNBOUND'), 'Reinstate', 'SYSTEM', {}, ['UseUpProofs', 'SendOperation']],
  [stateIn('RESTORING'), 'ProviderConfirmed', 'PROVIDER', {}, ['MakeDefaultIfFirst']],
  [reinstating, 'ProviderConfirmed', 'PROVIDER', {}, ['RefundFee', 'MakeDefaultIfFirst']],
  [stateIn('RESTORING'), 'ProviderRefused', 'PROVIDER', {}, ['ListRemedies', 'OfferRebind']],
  [stateIn('UNBOUND'), 'Lapse', 'SYSTEM', {}, ['PurgeSecrets']],
  [bound(), 'SuccessorBound', 'SYSTEM', {}, ['HandOverToSuccessor']],
  [bound(), 'Revoke', 'SYSTEM', {}, ['MoveDefaultAway', 'SendOperation']],
  [stateIn('UNBINDING'), 'SyncChanged', 'SYSTEM', { sync: unknown(operation('UNBIND')) }, ['QueryProvider']],
  [
    stateIn('UNBINDING'),
    'SyncChanged',
    'SYSTEM',
    { sync: unknown(operation('UNBIND')), overdue: true },
    ['QueryProvider', 'OpenCase'],
  ],
  [bound(), 'SyncChanged', 'SYSTEM', { sync: diverged('ACTIVE', 'ABSENT') }, ['HealDivergence', 'MoveDefaultAway']],
  [bound(), 'SyncChanged', 'SYSTEM', { sync: diverged('ACTIVE', 'SUSPENDED') }, ['OpenCase', 'MoveDefaultAway']],
  [
    bound([], diverged('ACTIVE', 'SUSPENDED')),
    'SyncChanged',
    'SYSTEM',
    { sync: { state: 'IN_SYNC' } },
    ['ReturnDefault'],
  ],
];

const effectsOf = (state: BindingState | null, type: TriggerType, actor: Actor, facts: object) => {
  const result = transition(state, { ...fittingTrigger(state, type, actor), ...facts } as Trigger);
  if (!result.ok) throw new Error(`refused: ${result.error.kind} ${result.error.guard}`);
  return result.value.effects;
};

describe('effects', () => {
  it.each(cases)('%#: from %j, %s by %s', (state, type, actor, facts, expected) => {
    expect(effectsOf(state, type, actor, facts).map((effect) => effect.type)).toEqual(expected);
  });

  it('carry the operation to send, as the state keeps it', () => {
    const result = transition(stateIn('UNBOUND'), fittingTrigger(null, 'Reinstate', 'SYSTEM'));
    const sent = { ...operation('RESTORE'), reinstates: true } as const;
    expect(result).toMatchObject({ ok: true, value: { to: { phase: 'RESTORING', sync: pending(sent) } } });
    expect(result.ok && result.value.effects).toContainEqual({ type: 'SendOperation', operation: sent });
  });

  it('carry the deadlines, methods, causes and the operation to ask about', () => {
    const binding = stateIn('BINDING');
    expect(effectsOf(binding, 'ProviderWantsActivation', 'PROVIDER', {})).toEqual([
      { type: 'ListActivationMethods', methods: ['ISSUER_CODE'] },
      { type: 'ShowDeadline', deadline },
    ]);
    expect(effectsOf(binding, 'ProviderRefused', 'PROVIDER', { cause: 'TOKEN_UNKNOWN' })).toEqual([
      { type: 'ListRemedies', causes: ['TOKEN_UNKNOWN'] },
    ]);
    expect(effectsOf(binding, 'SyncChanged', 'SYSTEM', { sync: unknown(operation('BIND')) })).toEqual([
      { type: 'QueryProvider', operation: operation('BIND') },
    ]);
  });

  it('hand over to the successor every hold but those of the old plastic and the old device', () => {
    const held = bound([risk, hold('VALIDITY'), hold('DEVICE_LOST'), hold('COMPLIANCE')]);
    expect(effectsOf(held, 'SuccessorBound', 'SYSTEM', {})).toEqual([
      { type: 'HandOverToSuccessor', successorId, holds: [risk, hold('COMPLIANCE')] },
    ]);
  });
});
