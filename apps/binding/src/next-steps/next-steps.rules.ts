import { canLift, isSameHold, isUsable, type BindingState } from '@bindery/card-lifecycle';
import { field, nothing, outside, type Way } from '@bindery/kernel';
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

/** What stands behind each step: an app leads there. A code without a way does not compile, and one by which nothing can be done cannot be offered. */
export const nextStepWays = {
  CONFIRM_BINDING: field('startChallenge', 'confirmBinding'),
  CANCEL_BINDING: field('cancelBinding'),
  WAIT_FOR_REVIEW: { by: 'WAIT', how: 'until `until`' },
  WAIT_FOR_PROVIDER: { by: 'WAIT', how: 'until `until`, where there is one' },
  ACTIVATE: outside('at the provider'),
  USE_CARD: outside('at a reader or terminal'),
  SUSPEND: field('suspendBinding'),
  RESUME: field('resumeBinding'),
  RENEW: nothing('nothing is renewed here; the provider sends what is new'),
  UNBIND: field('unbindPlan', 'startChallenge', 'requestUnbind'),
  RESTORE: field('startChallenge', 'requestRestore'),
  REBIND: field('startBinding'),
  CONTACT_SUPPORT: { by: 'PAGE', setting: 'SUPPORT_URL' },
} as const satisfies Readonly<Record<NextStepCode, Way>>;

type OfferedStepCode = {
  [Code in NextStepCode]: (typeof nextStepWays)[Code] extends { readonly by: 'NOTHING' } ? never : Code;
}[NextStepCode];

/** Something the holder can do now. */
export interface NextStep {
  readonly code: OfferedStepCode;
  /** Until when it can be done, or is awaited; never a moment that is over. */
  readonly until?: Date;
  /** Nothing has come although its time is over: people look into it. */
  readonly overdue?: true;
}

interface Situation {
  readonly state: BindingState;
  /** Deadline of the phase, if it has one. */
  readonly deadline: Date | null;
  readonly offers: Offers;
  readonly now: Date;
  /** Whether there is a way to support; without one nobody is sent there. */
  readonly support: boolean;
}

/** What the holder can do now, first what is most likely wanted (requirement 8). */
export function nextSteps(situation: Situation, { suspend }: Pick<ProviderProfile, 'suspend'>): NextStep[] {
  const { support } = situation;
  const steps = stepsIn(situation, suspend);
  const isFirst = ({ code }: NextStep, place: number) => steps.findIndex((step) => step.code === code) === place;
  return steps.filter((step, place) => isFirst(step, place) && (support || step.code !== 'CONTACT_SUPPORT'));
}

function stepsIn({ state, deadline, offers, now }: Situation, suspend: ProviderProfile['suspend']): NextStep[] {
  const until = ahead(deadline, now);
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
      return waitForProvider(state, now);
    case 'BOUND':
      return whenBound(state, suspend, now);
    case 'UNBOUND':
    case 'DECLINED':
    case 'RETIRED':
      return whenOff(offers);
    case 'REPLACED':
      return [];
  }
}

const ahead = (moment: Date | null, now: Date) => (moment && moment > now ? { until: moment } : {});

/** What a holder has to prove for what they can do with it; null when nothing of it asks for a proof (requirement 4). */
export function proofAsked(state: BindingState, { restore }: Offers): ProofAction | null {
  if (state.phase === 'VERIFYING') return 'BIND';
  if (state.phase === 'BOUND') return 'UNBIND';
  return restore ? 'RESTORE' : null;
}

function whenBound(state: BindingState, suspend: ProviderProfile['suspend'], now: Date): NextStep[] {
  const heldByHolder = state.holds.some(({ owner }) => owner === 'HOLDER');
  const steps: NextStep[] = [];
  if (isUsable(state)) steps.push({ code: 'USE_CARD' });
  if (state.holds.some(({ owner }) => owner !== 'HOLDER')) steps.push({ code: 'CONTACT_SUPPORT' });
  const { lifting } = holdersLift(state, suspend.mode);
  if (lifting === 'POSSIBLE') steps.push({ code: 'RESUME' });
  if (state.sync.state === 'PENDING' || state.sync.state === 'UNKNOWN') steps.push(...waitForProvider(state, now));
  if (suspend.by.includes('HOLDER') && (!heldByHolder || lifting === 'UNDER_WAY')) steps.push({ code: 'SUSPEND' });
  return [...steps, { code: 'UNBIND' }];
}

/** Whether the holder's own hold can be lifted; UNDER_WAY: it is, as soon as the provider agrees. */
function holdersLift(state: BindingState, mode: ProviderProfile['suspend']['mode']) {
  const own = state.holds.find(({ owner }) => owner === 'HOLDER');
  if (!own) return { lifting: 'NONE' } as const;
  const lifted = state.sync.operation?.lifts;
  if (lifted && isSameHold(lifted, own)) return { lifting: 'UNDER_WAY' } as const;
  return { lifting: canLift(state, own, mode === 'NATIVE') ? 'POSSIBLE' : 'IN_THE_WAY' } as const;
}

/** Nothing when the card is bound again on the device: what can be done is offered by that binding. */
function whenOff({ restore, rebind }: Offers): NextStep[] {
  const steps: NextStep[] = [];
  if (restore) steps.push({ code: 'RESTORE', ...(restore.extendedByDispute ? {} : { until: restore.until }) });
  if (rebind) steps.push({ code: 'REBIND' });
  return steps;
}

/** Past the deadline nobody knows until when: it is a case, and people can be asked about it. */
function waitForProvider({ sync }: BindingState, now: Date): NextStep[] {
  const deadline = sync.state === 'IN_SYNC' ? undefined : sync.operation?.deadline;
  if (deadline === undefined) return [{ code: 'WAIT_FOR_PROVIDER' }];
  const until = new Date(deadline);
  if (until > now) return [{ code: 'WAIT_FOR_PROVIDER', until }];
  return [{ code: 'WAIT_FOR_PROVIDER', overdue: true }, { code: 'CONTACT_SUPPORT' }];
}
