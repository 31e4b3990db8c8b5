import {
  canLift,
  isSameHold,
  isUsable,
  type BindingState,
  type HoldKey,
  type HoldOwner,
} from '@bindery/card-lifecycle';
import { field, outside, type Way } from '@bindery/kernel';
import type { ProofAction } from '@bindery/trust';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import { holderHold } from '../holds/holder-hold.rules';
import { isLostHold, lostHoldOf } from '../lost/lost-hold.rules';
import type { ActivationStep } from '../providers/connector.rules';
import type { Offers } from './offers.rules';

export const nextStepCodes = [
  'CONFIRM_BINDING',
  'CANCEL_BINDING',
  'WAIT_FOR_REVIEW',
  'WAIT_FOR_PROVIDER',
  'ACTIVATE',
  'USE_CARD',
  'SUSPEND',
  'REPORT_FOUND',
  'RESUME',
  'RENEW',
  'REPLACE',
  'MOVE',
  'UNBIND',
  'REPORT_LOST',
  'RESTORE',
  'REBIND',
  'CLEAR_OBLIGATIONS',
  'OPEN_DISPUTE',
  'CONTACT_PROVIDER',
  'CONTACT_SUPPORT',
] as const;
export type NextStepCode = (typeof nextStepCodes)[number];

/** What stands behind each step: an app leads there. A code without a way does not compile, and one by which nothing can be done cannot be offered. */
export const nextStepWays = {
  CONFIRM_BINDING: field('startChallenge', 'confirmBinding'),
  CANCEL_BINDING: field('cancelBinding'),
  WAIT_FOR_REVIEW: { by: 'WAIT', how: 'until `until`' },
  WAIT_FOR_PROVIDER: { by: 'WAIT', how: 'until `until`, where there is one' },
  ACTIVATE: outside('at the provider, at `url` where there is one, or by answerActivation, as Binding.activation says'),
  USE_CARD: outside('at a reader or terminal'),
  SUSPEND: field('suspendBinding'),
  REPORT_LOST: field('reportLost'),
  REPORT_FOUND: field('startChallenge', 'reportFound'),
  RESUME: field('resumeBinding'),
  RENEW: field('renewDocument', 'submitDocument'),
  REPLACE: field('replaceCard'),
  MOVE: field('movePlan', 'startChallenge', 'moveCards'),
  UNBIND: field('unbindPlan', 'startChallenge', 'requestUnbind'),
  RESTORE: field('startChallenge', 'requestRestore'),
  REBIND: field('startBinding'),
  CLEAR_OBLIGATIONS: field('startChallenge', 'settlePending', 'withdrawBalance'),
  OPEN_DISPUTE: field('openDispute'),
  CONTACT_PROVIDER: outside('at the provider'),
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
  /** What is done first to activate it, where its provider said. */
  readonly by?: ActivationStep;
  /** Nothing has come although its time is over: people look into it. */
  readonly overdue?: true;
  /** It is bound here in the place of the one on another device. */
  readonly moves?: true;
  /** Nothing else stops what its provider collects by itself. */
  readonly stops?: true;
}

interface Situation {
  readonly state: BindingState;
  /** Deadline of the phase, if it has one. */
  readonly deadline: Date | null;
  readonly offers: Offers;
  readonly now: Date;
  /** Whether its provider goes on collecting while it is held. */
  readonly collects: boolean;
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

function stepsIn(
  { state, deadline, offers, collects, now }: Situation,
  suspend: ProviderProfile['suspend'],
): NextStep[] {
  const until = ahead(deadline, now);
  switch (state.phase) {
    case 'VERIFYING':
      return [...(offers.confirm ? [{ code: 'CONFIRM_BINDING', ...until } as const] : []), { code: 'CANCEL_BINDING' }];
    case 'IN_REVIEW':
      return [{ code: 'WAIT_FOR_REVIEW', ...until }, { code: 'CANCEL_BINDING' }];
    case 'AWAITING_ACTIVATION':
      return [activate(offers, now) ?? { code: 'ACTIVATE', ...until }, { code: 'CANCEL_BINDING' }];
    case 'BINDING':
    case 'RESTORING':
      return [...[activate(offers, now)].filter((step) => step !== null), ...waitForProvider(state, now)];
    case 'UNBINDING':
      return waitForProvider(state, now);
    case 'BOUND':
      return [...(collects && state.holds.length > 0 ? [endAgreement] : []), ...whenBound(state, suspend, offers, now)];
    case 'UNBOUND':
    case 'DECLINED':
    case 'RETIRED':
      return stepsWhenOff(offers);
    case 'REPLACED':
      return whenReplaced(offers);
  }
}

/** As Binding.activation has it. Of a page that is over there is neither address nor time, until its provider has given another. */
function activate({ activation }: Offers, now: Date): NextStep | null {
  if (!activation) return null;
  const { steps, until } = activation;
  const isOver = until !== null && until <= now;
  return { code: 'ACTIVATE', ...ahead(until, now), ...(isOver ? {} : { by: steps[0] }) };
}

/** A hold does not stop what a provider collects by itself, so this comes first. */
const endAgreement: NextStep = { code: 'UNBIND', stops: true };

const ahead = (moment: Date | null, now: Date) => (moment && moment > now ? { until: moment } : {});

const proofOf: Readonly<Partial<Record<NextStepCode, ProofAction>>> = {
  CONFIRM_BINDING: 'BIND',
  REPORT_FOUND: 'FOUND',
  MOVE: 'MOVE',
  UNBIND: 'UNBIND',
  RESTORE: 'RESTORE',
};

/** What a holder has to prove for the steps that they can take, in the order of these; none when nothing of it asks for a proof (requirement 4). */
export const proofsAsked = (steps: readonly Pick<NextStep, 'code'>[]): ProofAction[] =>
  steps.flatMap(({ code }) => proofOf[code] ?? []);

function whenBound(
  state: BindingState,
  suspend: ProviderProfile['suspend'],
  { replace, move, enter, renew, found }: Offers,
  now: Date,
): NextStep[] {
  const heldByHolder = state.holds.some((hold) => isSameHold(hold, holderHold));
  const lost = lostHoldOf(state.holds);
  const steps: NextStep[] = [];
  if (isUsable(state)) steps.push({ code: 'USE_CARD' });
  if (renew) steps.push({ code: 'RENEW' });
  const whoHelps = state.holds.flatMap(({ owner }) => (helpers[owner] ? [helpers[owner]] : []));
  steps.push(...whoHelps.map((code) => ({ code })));
  const canLiftNow = (key: HoldKey) => liftingOf(state, key, suspend.mode) === 'POSSIBLE';
  const isFound = (hold: HoldKey) => found.some((key) => isSameHold(key, hold));
  const stillLost = state.holds.find((hold) => isLostHold(hold) && !isFound(hold));
  if (stillLost && canLiftNow(stillLost)) steps.push({ code: 'REPORT_FOUND' });
  const lifting = liftingOf(state, holderHold, suspend.mode);
  // One after the other: their own suspension first.
  if (lifting === 'NONE' ? found.some(canLiftNow) : lifting === 'POSSIBLE') steps.push({ code: 'RESUME' });
  if (state.sync.state === 'PENDING' || state.sync.state === 'UNKNOWN') steps.push(...waitForProvider(state, now));
  if (!lost && suspend.by.includes('HOLDER') && (!heldByHolder || lifting === 'UNDER_WAY'))
    steps.push({ code: 'SUSPEND' });
  // Of a card that has expired or is lost, another one is what is wanted.
  const isSpent = stillLost !== undefined || state.holds.some(({ owner }) => owner === 'VALIDITY');
  const another: NextStep[] = replace ? [{ code: 'REPLACE' }] : [];
  if (isSpent) steps.push(...another);
  if (enter) steps.push({ code: 'REBIND', moves: true, until: enter.until });
  if (move) steps.push({ code: 'MOVE' });
  steps.push({ code: 'UNBIND' });
  if (!stillLost) steps.push({ code: 'REPORT_LOST' });
  return isSpent ? steps : [...steps, ...another];
}

/** Who can tell more of a hold than stands there, and see to it; nobody of one that its holder laid. */
const helpers: Readonly<Record<HoldOwner, 'CONTACT_PROVIDER' | 'CONTACT_SUPPORT' | null>> = {
  HOLDER: null,
  DEVICE_LOST: null,
  PROVIDER: 'CONTACT_PROVIDER',
  RISK: 'CONTACT_SUPPORT',
  COMPLIANCE: 'CONTACT_SUPPORT',
  VALIDITY: 'CONTACT_SUPPORT',
  DOCUMENT: 'CONTACT_SUPPORT',
  ACCOUNT: 'CONTACT_SUPPORT',
  DISPUTE: 'CONTACT_SUPPORT',
};

/** Whether a hold of the holder's can be lifted; UNDER_WAY: it is, as soon as the provider agrees. */
function liftingOf(state: BindingState, key: HoldKey, mode: ProviderProfile['suspend']['mode']) {
  const own = state.holds.find((hold) => isSameHold(hold, key));
  if (!own) return 'NONE';
  const lifted = state.sync.operation?.lifts;
  if (lifted && isSameHold(lifted, own)) return 'UNDER_WAY';
  return canLift(state, own, mode === 'NATIVE') ? 'POSSIBLE' : 'IN_THE_WAY';
}

type StepWhenOff = NextStep & { readonly code: 'RESTORE' | 'REBIND' | 'OPEN_DISPUTE' };

/** Of a card that is off; its receipt says the same. Nothing when it is bound again on the device: what can be done is offered by that binding. */
export function stepsWhenOff({ restore, rebind, dispute }: Offers): StepWhenOff[] {
  const steps: StepWhenOff[] = [];
  if (restore) steps.push({ code: 'RESTORE', ...(restore.extendedByDispute ? {} : { until: restore.until }) });
  if (rebind) steps.push({ code: 'REBIND' });
  if (dispute) steps.push({ code: 'OPEN_DISPUTE', until: dispute.until });
  return steps;
}

/** Nothing once it is off at its provider; until then what keeps it there can be cleared, here or with the provider. */
function whenReplaced({ clear }: Offers): NextStep[] {
  if (clear === null) return [];
  return [...(clear.here ? [{ code: 'CLEAR_OBLIGATIONS' } as const] : []), { code: 'CONTACT_PROVIDER' }];
}

/** Past the deadline nobody knows until when: it is a case, and people can be asked about it. */
function waitForProvider({ sync }: BindingState, now: Date): NextStep[] {
  const deadline = sync.state === 'IN_SYNC' ? undefined : sync.operation?.deadline;
  if (deadline === undefined) return [{ code: 'WAIT_FOR_PROVIDER' }];
  const until = new Date(deadline);
  if (until > now) return [{ code: 'WAIT_FOR_PROVIDER', until }];
  return [{ code: 'WAIT_FOR_PROVIDER', overdue: true }, { code: 'CONTACT_SUPPORT' }];
}
