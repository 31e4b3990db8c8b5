import { createHash } from 'node:crypto';
import type { Id, Remedy } from '@bindery/kernel';
import { canonicalJson } from '../unbind-plan/digest/canonical-json.rules';
import { takesPlatform } from '../catalogue/platforms.rules';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import type { Binding } from '../lifecycle/binding.rules';
import type { Card } from '../lifecycle/card.rules';
import { isLostHold } from '../lost/lost-hold.rules';
import { reviewDays } from '../reviews/review.rules';

/** What becomes of a card by a move to another device. */
export const moveOutcomes = ['MOVES', 'NEEDS_STEP', 'NEEDS_CARD', 'CANNOT'] as const;
export type MoveOutcome = (typeof moveOutcomes)[number];

/** Why a card does not move by itself. */
export const moveObstacles = [
  'UNDER_WAY',
  'HELD',
  'EXPIRED',
  'ALREADY_THERE',
  'LOAN_RUNNING',
  'YEARLY_LIMIT',
  'DEVICE_LIMIT',
  'DEVICE_NOT_TAKEN',
  'CARD_NOT_KEPT',
  'TERMS_CHANGED',
] as const;
export type MoveObstacle = (typeof moveObstacles)[number];

export type Movable = ProviderProfile['deviceMove']['carries'][number];

export interface CardMove {
  readonly bindingId: Binding['id'];
  readonly outcome: MoveOutcome;
  readonly obstacle: MoveObstacle | null;
  /** What the new device has of the old one afterwards. */
  readonly carries: readonly Movable[];
  /** Days in which people decide about it before it is bound; null where nobody looks at it. */
  readonly reviewDays: number | null;
}

/** What becomes of one thing that hangs on a card, when another binding takes its place. */
export const moveFates = ['GOES_ALONG', 'KEEPS_OLD', 'STAYS', 'ENDS'] as const;
export type MoveFate = (typeof moveFates)[number];

/** By its provider’s profile alone: the provider carries a balance over, the mandates are moved by requests, and what blocks an unbind keeps the old one there. */
export function fateOf(
  thing: 'BALANCE' | 'PENDING_PAYMENT' | 'MANDATE',
  {
    deviceMove,
    unbindObligations,
    obligationActs,
  }: Pick<ProviderProfile, 'deviceMove' | 'unbindObligations' | 'obligationActs'>,
): MoveFate {
  switch (thing) {
    case 'BALANCE':
      if (deviceMove.carries.includes('BALANCE')) return 'GOES_ALONG';
      return unbindObligations.balance === 'BLOCKS' ? 'KEEPS_OLD' : 'STAYS';
    case 'PENDING_PAYMENT':
      return unbindObligations.pendingPayment === 'BLOCKS' ? 'KEEPS_OLD' : 'STAYS';
    case 'MANDATE':
      return obligationActs.includes('MOVE_MANDATE') ? 'GOES_ALONG' : 'ENDS';
  }
}

/** What a move from one device to another would do, named by the digest of it. */
export interface MovePlan {
  readonly fromDeviceId: Id<'device'>;
  readonly toDeviceId: Id<'device'>;
  readonly moves: readonly CardMove[];
  readonly digest: string;
}

export interface MoveFacts {
  /** Another takes its place already. */
  readonly hasSuccessor: boolean;
  readonly accountInGoodStanding: boolean;
  /** The card has a binding on the new device. */
  readonly slotTaken: boolean;
  /** A loan hangs on it that is not over. */
  readonly isBorrowing: boolean;
  /** Moves of the provider's cards during the last year, with those before it in this plan. */
  readonly movesThisYear: number;
  /** Live bindings of the provider on the new device, with those before it in this plan. */
  readonly onNewDevice: number;
  /** What the new device runs; null where nobody has said. */
  readonly platform: string | null;
  /** The terms of today are those that were agreed to, and that was not taken back. */
  readonly consentHolds: boolean;
  /** People look at it before it is bound there. */
  readonly isReviewed: boolean;
}

type MovePolicy = Pick<ProviderProfile, 'deviceMove' | 'limits' | 'restore' | 'activationDeadlineDays' | 'platforms'>;

/** What becomes of one card. Where a provider wants the card itself again, or consent, it moves once its holder has entered it on the new device. */
export function moveOf(
  { id: bindingId, state }: Pick<Binding, 'id' | 'state'>,
  { token }: Pick<Card, 'token'>,
  policy: MovePolicy,
  facts: MoveFacts,
): CardMove {
  const obstacle = obstacleOf(state, token, policy, facts);
  const goes = { bindingId, carries: policy.deviceMove.carries, reviewDays: facts.isReviewed ? reviewDays : null };
  if (obstacle === 'CARD_NOT_KEPT' || obstacle === 'TERMS_CHANGED') return { ...goes, outcome: 'NEEDS_CARD', obstacle };
  if (obstacle) return { bindingId, outcome: 'CANNOT', obstacle, carries: [], reviewDays: null };
  const asksNothing = policy.activationDeadlineDays === null && !facts.isReviewed;
  return { ...goes, outcome: asksNothing ? 'MOVES' : 'NEEDS_STEP', obstacle: null };
}

function obstacleOf(
  { phase, holds, sync }: Binding['state'],
  token: string | null,
  { deviceMove, limits, restore, platforms }: MovePolicy,
  facts: MoveFacts,
): MoveObstacle | null {
  if (phase !== 'BOUND' || sync.state === 'UNKNOWN' || sync.state === 'DIVERGED' || facts.hasSuccessor)
    return 'UNDER_WAY';
  if (holds.some(({ owner }) => owner === 'VALIDITY')) return 'EXPIRED';
  // Their own suspension goes over; what lies on the lost device stays behind with it.
  const isInTheWay = holds.some(
    (hold) => hold.owner !== 'DEVICE_LOST' && (hold.owner !== 'HOLDER' || isLostHold(hold)),
  );
  if (isInTheWay || !facts.accountInGoodStanding) return 'HELD';
  if (facts.slotTaken) return 'ALREADY_THERE';
  if (!takesPlatform(platforms, facts.platform)) return 'DEVICE_NOT_TAKEN';
  if (facts.isBorrowing && !deviceMove.carries.includes('LOANS')) return 'LOAN_RUNNING';
  if (deviceMove.perYear !== null && facts.movesThisYear >= deviceMove.perYear) return 'YEARLY_LIMIT';
  if (limits.perDevice !== null && facts.onNewDevice >= limits.perDevice) return 'DEVICE_LIMIT';
  // An account that loans hang on is kept by its lender: it could not be taken off first, and bound anew.
  const isKept = restore.strategy !== 'REBIND_ONLY' || deviceMove.carries.includes('LOANS');
  if (token === null || !isKept) return 'CARD_NOT_KEPT';
  return facts.consentHolds ? null : 'TERMS_CHANGED';
}

/** Names a plan by all that it says. */
export const digestOf = (plan: object): string => createHash('sha256').update(canonicalJson(plan)).digest('base64url');

export const goesAlong = ({ outcome }: CardMove): boolean => outcome === 'MOVES' || outcome === 'NEEDS_STEP';

/** It moves, by itself or once it is entered. */
export const isPartOf = ({ outcome }: Pick<CardMove, 'outcome'>): boolean => outcome !== 'CANNOT';

export const hasToBeEntered = ({ outcome }: Pick<CardMove, 'outcome'>): boolean => outcome === 'NEEDS_CARD';

const remediesOfObstacles: Readonly<Record<MoveObstacle, readonly Remedy[]>> = {
  UNDER_WAY: [{ code: 'TryAgain' }],
  HELD: [{ code: 'ContactSupport' }],
  EXPIRED: [{ code: 'UseOtherCard' }],
  ALREADY_THERE: [],
  LOAN_RUNNING: [{ code: 'ContactProvider' }],
  YEARLY_LIMIT: [{ code: 'ContactProvider' }],
  DEVICE_LIMIT: [{ code: 'UnbindFirst' }, { code: 'ContactProvider' }],
  DEVICE_NOT_TAKEN: [{ code: 'UseOtherDevice' }],
  // Neither keeps a card from moving.
  CARD_NOT_KEPT: [],
  TERMS_CHANGED: [],
};

/** What can be done about cards that stay, as the plan says it of each. */
export function remediesOf(moves: readonly CardMove[]): readonly Remedy[] {
  const remedies = moves.flatMap(({ obstacle }) => (obstacle ? remediesOfObstacles[obstacle] : []));
  return remedies.filter(({ code }, place) => remedies.findIndex((one) => one.code === code) === place);
}
