import type { EffectType } from '../effects';
import { isSameHold, voicesOf, type Hold } from '../holds';
import type { BindingState } from '../state';
import type { Transition } from '../transition';
import type { Trigger } from '../triggers/trigger';

/** The design's invariants, written without looking at the table: what is wrong with a step that was taken. */
export function violations(
  from: BindingState | null,
  trigger: Trigger,
  { to, effects, ...step }: Transition,
): string[] {
  const has = (type: EffectType) => effects.some((effect) => effect.type === type);
  const entered = (phase: string) => to.phase === phase && from?.phase !== phase;
  const rules: Record<string, boolean> = {
    'says where it came from': step.from === (from?.phase ?? null),
    '1: terminal phases absorb': from === null || !terminal.includes(from.phase),
    '3: nothing reaches BINDING without a consent':
      !entered('BINDING') || ('consentRecorded' in trigger && trigger.consentRecorded),
    '4: UNBOUND only on the word of the provider': !entered('UNBOUND') || isWordOfProvider(from, trigger),
    '5: not usable when held, in doubt or not BOUND': !becomes(usable, null, to) || isPlainlyUsable(to),
    '6: a default leaves what stops being usable':
      becomes(usable, to, from) === (has('MoveDefaultAway') || has('HandOverToSuccessor')) || !usable(from),
    '6: a default may come to what becomes usable':
      becomes(usable, from, to) === (has('MakeDefaultIfFirst') || has('ReturnDefault')),
    '7: a proof that let it through is used up': !showsProof(trigger) || has('UseUpProofs'),
    '8: holds go by their owner only': (from?.holds ?? []).every(
      (hold) => isHeld(to, hold) || isLiftedByOwner(from, trigger, hold),
    ),
    '8: from held or doubtful to usable only by an owner, an answer or a query':
      !becomes(usable, from, to) || mayBecomeUsable(from, trigger),
    '10: an open dispute keeps from RETIRED': !entered('RETIRED') || (trigger.type === 'Lapse' && !trigger.disputeOpen),
    '11: a fee is for a confirmed unbinding':
      !has('ChargeFee') || (from?.phase === 'UNBINDING' && to.phase === 'UNBOUND'),
    '11: a fee is charged once, and never for a revoked one':
      count(effects, 'ChargeFee') <= 1 && !(has('ChargeFee') && from?.sync.operation?.revokes),
    '13: a wait has the operation it waits for':
      waits[to.phase] === undefined || to.sync.operation?.kind === waits[to.phase],
    '13: nobody waits for an operation elsewhere': waits[to.phase] !== undefined || isOpenAtRest(to),
    '13: what is unknown is asked about':
      !(to.sync.state === 'UNKNOWN' && trigger.type === 'SyncChanged') || has('QueryProvider'),
    'a new operation is sent, once, and nothing else is': isNewlyPending(from, to)
      ? count(effects, 'SendOperation') === 1
      : !has('SendOperation'),
    'what is unknown is never sent again without a query':
      !(has('SendOperation') && isSameOperation(from, to)) || (trigger.type === 'SyncChanged' && trigger.queried),
    'a change of sync changes nothing else':
      trigger.type !== 'SyncChanged' || (to.phase === from?.phase && to.holds === from.holds),
    'a revoked one is not restorable':
      !(entered('UNBOUND') && from?.sync.operation?.revokes) || !has('StartRestoreWindow'),
  };
  return Object.keys(rules).filter((rule) => !rules[rule]);
}

const terminal: readonly string[] = ['DECLINED', 'REPLACED', 'RETIRED'];
const waits: Record<string, string | undefined> = {
  BINDING: 'BIND',
  AWAITING_ACTIVATION: 'ACTIVATE',
  UNBINDING: 'UNBIND',
  RESTORING: 'RESTORE',
};

type Maybe = BindingState | null;

const usable = (state: Maybe) => state !== null && isPlainlyUsable(state);
const isPlainlyUsable = ({ phase, holds, sync }: BindingState) =>
  phase === 'BOUND' && holds.length === 0 && (sync.state === 'IN_SYNC' || sync.state === 'PENDING');
const becomes = (is: (state: Maybe) => boolean, before: Maybe, after: Maybe) => is(after) && !is(before);
const isHeld = ({ holds }: BindingState, hold: Hold) => holds.some((other) => isSameHold(other, hold));
const count = (effects: Transition['effects'], type: EffectType) =>
  effects.filter((effect) => effect.type === type).length;
const isSameOperation = (from: Maybe, to: BindingState) => from?.sync.operation?.id === to.sync.operation?.id;

function isWordOfProvider(from: Maybe, trigger: Trigger): boolean {
  const open = from?.sync.operation;
  switch (trigger.type) {
    case 'ProviderConfirmed':
      return open?.kind === 'UNBIND' && open.id === trigger.operationId && trigger.operationKind === 'UNBIND';
    case 'ProviderSaysAbsent':
      return open?.kind === 'UNBIND' && open.id === trigger.operationId;
    case 'RemovedElsewhere':
      return trigger.confirmedByQuery;
    case 'ProviderRefused':
      return from?.phase === 'RESTORING';
    default:
      return false;
  }
}

/** A LiftHold by a voice of the owner, or the provider's yes to a RESUME that such a LiftHold sent. */
function isLiftedByOwner(from: Maybe, trigger: Trigger, hold: Hold): boolean {
  if (trigger.type === 'LiftHold')
    return isSameHold(trigger, hold) && (voicesOf[hold.owner] as readonly string[]).includes(trigger.actor);
  const open = from?.sync.operation;
  return (
    trigger.type === 'ProviderConfirmed' &&
    open?.kind === 'RESUME' &&
    open.lifts !== undefined &&
    isSameHold(open.lifts, hold)
  );
}

function mayBecomeUsable(from: Maybe, trigger: Trigger): boolean {
  if (trigger.type === 'LiftHold' || trigger.type === 'ProviderConfirmed') return true;
  if (trigger.type === 'SyncChanged') return trigger.queried && from?.holds.length === 0;
  if (trigger.type !== 'ProviderRefused' || from === null || from.holds.length > 0) return false;
  const unsettled = from.sync.state === 'DIVERGED' || from.sync.operation?.doubt !== undefined;
  return !unsettled && (from.phase === 'UNBINDING' || from.sync.operation?.kind === 'SUSPEND');
}

function showsProof(trigger: Trigger): boolean {
  if (trigger.type === 'RequestUnbind') return trigger.actor !== 'RISK' && trigger.actor !== 'COMPLIANCE';
  return ['RequirementsMet', 'RequestRestore', 'Reinstate'].includes(trigger.type);
}

function isOpenAtRest({ phase, sync }: BindingState): boolean {
  const kind = sync.operation?.kind;
  return kind === undefined || (phase === 'BOUND' && (kind === 'SUSPEND' || kind === 'RESUME'));
}

/** A wait for an activation is the provider's own; there is nothing to send. */
function isNewlyPending(from: Maybe, to: BindingState): boolean {
  const { sync } = to;
  if (sync.state !== 'PENDING' || sync.operation.kind === 'ACTIVATE') return false;
  return from?.sync.state !== 'PENDING' || !isSameOperation(from, to);
}
