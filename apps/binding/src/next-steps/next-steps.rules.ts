import { isUsable, possibleTriggers, type BindingState, type Hold } from '@bindery/card-lifecycle';
import type { ProofAction } from '@bindery/trust';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import type { Offers } from './offers.rules';

export const nextStepCodes = [
  'CONFIRM_BINDING',
  'CANCEL_BINDING',
  'WAIT_FOR_REVIEW',
  'WAIT_FOR_PROVIDER',
  'ACTIVATE',
  'USE_CARD',
  'SUSPEND',
  'RESUME',
  'RENEW',
  'UNBIND',
  'RESTORE',
  'REBIND',
  'CONTACT_SUPPORT',
] as const;
export type NextStepCode = (typeof nextStepCodes)[number];

/** Something the holder can do now. */
export interface NextStep {
  readonly code: NextStepCode;
  /** Until when it can be done, or is awaited. */
  readonly until?: Date;
}

interface Situation {
  readonly state: BindingState;
  /** Deadline of the phase, if it has one. */
  readonly deadline: Date | null;
  readonly offers: Offers;
}

/** What the holder can do now, first what is most likely wanted (requirement 8). */
export function nextSteps(
  { state, deadline, offers }: Situation,
  { suspend }: Pick<ProviderProfile, 'suspend'>,
): NextStep[] {
  const until = deadline ? { until: deadline } : {};
  switch (state.phase) {
    case 'VERIFYING':
      return [{ code: 'CONFIRM_BINDING', ...until }, { code: 'CANCEL_BINDING' }];
    case 'IN_REVIEW':
      return [{ code: 'WAIT_FOR_REVIEW', ...until }, { code: 'CANCEL_BINDING' }];
    case 'AWAITING_ACTIVATION':
      return [{ code: 'ACTIVATE', ...until }, { code: 'CANCEL_BINDING' }];
    case 'BINDING':
    case 'UNBINDING':
    case 'RESTORING':
      return [waitForProvider(state)];
    case 'BOUND':
      return whenBound(state, suspend.by.includes('HOLDER'));
    case 'UNBOUND':
    case 'DECLINED':
    case 'RETIRED':
      return whenOff(offers);
    case 'REPLACED':
      return [];
  }
}

/** What a holder has to prove for what they can do with it; null when nothing of it asks for a proof (requirement 4). */
export function proofAsked(state: BindingState, { restore }: Offers): ProofAction | null {
  if (state.phase === 'VERIFYING') return 'BIND';
  if (possibleTriggers(state, 'HOLDER').includes('RequestUnbind')) return 'UNBIND';
  return restore ? 'RESTORE' : null;
}

function whenBound(state: BindingState, holderMaySuspend: boolean): NextStep[] {
  const heldByHolder = state.holds.some(({ owner }) => owner === 'HOLDER');
  const steps: NextStep[] = [];
  if (isUsable(state)) steps.push({ code: 'USE_CARD' });
  if (state.holds.some(hasExpired)) steps.push({ code: 'RENEW' });
  if (state.holds.some((hold) => hold.owner !== 'HOLDER' && !hasExpired(hold))) steps.push({ code: 'CONTACT_SUPPORT' });
  if (heldByHolder) steps.push({ code: 'RESUME' });
  if (state.sync.state === 'PENDING' || state.sync.state === 'UNKNOWN') steps.push(waitForProvider(state));
  if (holderMaySuspend && !heldByHolder) steps.push({ code: 'SUSPEND' });
  return [...steps, { code: 'UNBIND' }];
}

/** Nothing when the card is bound again on the device: what can be done is offered by that binding. */
function whenOff({ restore, rebind }: Offers): NextStep[] {
  const steps: NextStep[] = [];
  if (restore) steps.push({ code: 'RESTORE', ...(restore.extendedByDispute ? {} : { until: restore.until }) });
  if (rebind) steps.push({ code: 'REBIND' });
  return steps;
}

const hasExpired = ({ owner }: Hold) => owner === 'VALIDITY' || owner === 'DOCUMENT';

function waitForProvider({ sync }: BindingState): NextStep {
  const deadline = sync.state === 'IN_SYNC' ? undefined : sync.operation?.deadline;
  return { code: 'WAIT_FOR_PROVIDER', ...(deadline ? { until: new Date(deadline) } : {}) };
}
