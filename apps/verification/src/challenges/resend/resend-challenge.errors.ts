import type { InvalidInput } from '@bindery/kernel';
import type { ChallengeState, DeliveryState } from '../challenge.rules';

export type ResendRefused =
  | { readonly kind: 'CHALLENGE_ENDED'; readonly state: ChallengeState }
  /** `delivery`: where what was sent last is. */
  | {
      readonly kind: 'RESEND_TOO_SOON';
      readonly at: Date;
      readonly left: number;
      readonly delivery: DeliveryState;
    }
  | { readonly kind: 'RESENDS_USED_UP' };

export type ResendChallengeError = ResendRefused | InvalidInput | { readonly kind: 'NOT_FOUND' };
