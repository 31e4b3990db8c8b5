import type { InvalidInput } from '@bindery/kernel';
import type { OnceRefusal } from '@bindery/persistence';
import type { NotFound } from '../lifecycle';
import type { AnswerObstacle } from './provider-answer.rules';

interface AnswerNotTaken {
  readonly kind: 'PROVIDER_ANSWER_NOT_TAKEN';
  readonly obstacle: AnswerObstacle;
}

/** Our people had the provider asked a short while ago. */
interface AskedLately {
  readonly kind: 'ASKED_LATELY';
  readonly retryAt: Date;
}

export type ProviderAnswerError = OnceRefusal | InvalidInput | NotFound | AnswerNotTaken;
export type AskAgainError = ProviderAnswerError | AskedLately;

export const notTaken = (obstacle: AnswerObstacle): AnswerNotTaken => ({ kind: 'PROVIDER_ANSWER_NOT_TAKEN', obstacle });
