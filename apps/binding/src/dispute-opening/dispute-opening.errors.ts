import type { InvalidInput } from '@bindery/kernel';
import type { OnceRefusal } from '@bindery/persistence';
import type { NotDisputable } from '../disputes';
import type { NotFound } from '../lifecycle';

interface TooManyDisputes {
  readonly kind: 'TOO_MANY_DISPUTES';
  readonly retryAt: Date;
}

/** The card was not removed elsewhere, or is on again. */
interface NothingToAnswer {
  readonly kind: 'NOTHING_TO_ANSWER';
}

/** What is refused inside the transaction that opens one. */
export type OpeningRefused = NotFound | NotDisputable | TooManyDisputes;

export type OpenDisputeError = OnceRefusal | InvalidInput | OpeningRefused;
export type AnswerWasThisYouError = OpenDisputeError | NothingToAnswer;
