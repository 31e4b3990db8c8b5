import type { InvalidInput } from '@bindery/kernel';
import type { Factor } from '../../factors';
import type { ChallengeState } from '../challenge.rules';
import type { ResendLeft } from '../resend/resend.rules';

export interface WrongCode {
  readonly kind: 'WRONG_CODE';
  readonly attemptsLeft: number;
  readonly resend: ResendLeft;
  readonly alternatives: readonly Factor[];
}

export type AnswerChallengeError =
  | WrongCode
  | InvalidInput
  /** Not what an answer to this factor looks like; it does not count. */
  | { readonly kind: 'CODE_MALFORMED'; readonly factor: Factor }
  | { readonly kind: 'NOT_FOUND' }
  | { readonly kind: 'CHALLENGE_ENDED'; readonly state: ChallengeState };
