import type { InvalidInput } from '@bindery/kernel';
import type { OnceRefusal } from '@bindery/persistence';
import type { NotFound, TransitionRefused } from '../lifecycle';

/** Why an answer is not taken. A provider’s reason that is none of these is REFUSED. */
export const activationRejections = [
  'CODE_WRONG',
  'CODE_EXPIRED',
  'TOO_MANY_TRIES',
  'INVITATION_MISSING',
  'SIGNATURE_INVALID',
  'SIGNATURE_FORMAT',
  'SIGNATURE_MALLEABLE',
  'KEY_WEAK',
  'CONTRACT_ACCOUNT',
  'OTHER_ADDRESS',
  'OTHER_CHAIN',
  'OTHER_DOMAIN',
  'MESSAGE_ALTERED',
  'MESSAGE_USED',
  'MESSAGE_EXPIRED',
  'REFUSED',
] as const;
export type ActivationRejection = (typeof activationRejections)[number];

export interface ActivationRejected {
  readonly kind: 'ACTIVATION_REJECTED';
  readonly reason: ActivationRejection;
  /** How often it can still be tried; null where the provider does not say. */
  readonly attemptsLeft: number | null;
}

/** The provider waits for nothing that can be answered here, or for the other of the two. */
export interface NothingToAnswer {
  readonly kind: 'NOTHING_TO_ANSWER';
}

/** Too many wrong answers; counted here, beside what the provider counts. */
export interface TooManyAnswers {
  readonly kind: 'TOO_MANY_ANSWERS';
  readonly retryAt: Date;
}

/** The provider did not answer; nothing was done by it, or it will be heard of. */
export interface ProviderSilent {
  readonly kind: 'PROVIDER_UNAVAILABLE';
  readonly retryAt: Date;
}

export type AnswerActivationError =
  | OnceRefusal
  | InvalidInput
  | NotFound
  | TransitionRefused
  | ActivationRejected
  | NothingToAnswer
  | ProviderSilent
  | TooManyAnswers;
