import type { Id } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import type { ProofAction, Viewer } from '@bindery/trust';
import { triesMax } from '../factors/code-life.rules';
import type { MessageState, Recipient } from '../factors/factor.rules';
import type { Factor } from '../factors/registry';
import type { SubjectId } from './purpose.rules';

export const challengeStates = ['PENDING', 'ANSWERED', 'EXHAUSTED', 'EXPIRED'] as const;
export type ChallengeState = (typeof challengeStates)[number];

export const deliveryStates = ['QUEUED', 'ACCEPTED', 'DELIVERED', 'FAILED'] as const satisfies readonly (
  'QUEUED' | MessageState
)[];
export type DeliveryState = (typeof deliveryStates)[number];

/** One question put to one person, for one action on one subject. */
export interface Challenge {
  readonly id: Id<'challenge'>;
  /** Counts state changes from 1; each has one event. */
  readonly version: number;
  /** Null for somebody who is not signed in. */
  readonly accountId: Id<'account'> | null;
  readonly action: ProofAction;
  /** A binding id; null for anonymous actions, whose subject is the number it was sent to. */
  readonly subjectId: SubjectId | null;
  readonly planDigest: string | null;
  readonly factor: Factor;
  /** Challenges with the same key are for the same thing asked by the same person: only the newest is open. */
  readonly purposeKey: string;
  /** Keyed digest of the client's network address, for budgets. */
  readonly clientDigest: string;
  /** Language of the message. */
  readonly locale: Locale;
  /** What its factor keeps to check the answer, and nobody else reads. */
  readonly factorState: string;
  readonly state: ChallengeState;
  /** Wrong answers so far. */
  readonly wrongAnswers: number;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
  readonly proofId: Id<'proof'> | null;
  /** Null where the factor sends nothing. */
  readonly sending: Sending | null;
}

/** How what is to be answered goes to its recipient. */
export interface Sending extends Recipient {
  /** Times the code was sent or is about to be, from 1. */
  readonly sends: number;
  readonly lastSendAt: Date;
  /** The carrier's name for the newest message. */
  readonly messageId: string | null;
  readonly deliveryState: DeliveryState;
  readonly deliveryAt: Date;
}

/** The state at a moment: time ends a challenge before the job that records it comes by. */
export function stateAt({ state, expiresAt }: Challenge, now: Date): ChallengeState {
  return state === 'PENDING' && expiresAt <= now ? 'EXPIRED' : state;
}

export const attemptsLeft = ({ wrongAnswers }: Challenge): number => Math.max(0, triesMax - wrongAnswers);

/** An account's challenge is its own only; a stranger's is whoever knows its unguessable id. */
export const isVisibleTo = ({ accountId }: Pick<Challenge, 'accountId'>, viewer: Viewer | null): boolean =>
  accountId === null || accountId === viewer?.accountId;

/** It is over without its answer: its time has passed, or a newer one took its place. */
export const expired = (challenge: Challenge): Challenge => ({
  ...challenge,
  state: 'EXPIRED',
  version: challenge.version + 1,
});
