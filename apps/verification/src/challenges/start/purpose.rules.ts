import { readPhoneNumber } from '@bindery/values';
import { err, isId, ok, type Result } from '@bindery/kernel';

/** What a proof can allow; the same words as in the proof token. */
export const challengeActions = ['REGISTER', 'RESET_PASSWORD', 'BIND', 'UNBIND', 'RESTORE'] as const;
export type ChallengeAction = (typeof challengeActions)[number];

/** Actions of somebody who is not signed in: a phone number is proved, no account. */
const anonymousActions = ['REGISTER', 'RESET_PASSWORD'] as const satisfies readonly ChallengeAction[];
export type AnonymousAction = (typeof anonymousActions)[number];
export type AccountAction = Exclude<ChallengeAction, AnonymousAction>;

const isAnonymousAction = (action: ChallengeAction): action is AnonymousAction =>
  anonymousActions.some((one) => one === action);

/** What a challenge is for, and whose it is. */
export type Purpose =
  | { readonly kind: 'ANONYMOUS'; readonly action: AnonymousAction; readonly phone: string }
  | {
      readonly kind: 'ACCOUNT';
      readonly action: AccountAction;
      readonly accountId: string;
      readonly bindingId: string;
      readonly planDigest?: string;
    };

export interface PurposeInput {
  readonly action: ChallengeAction;
  readonly subjectId?: string | null;
  readonly planDigest?: string | null;
  readonly phone?: string | null;
}

export type PurposeRefused =
  | { readonly kind: 'SIGN_IN_FIRST' }
  | { readonly kind: 'PHONE_INVALID' }
  | { readonly kind: 'INPUT_INVALID'; readonly field: string };

/** A digest as some other service made it: text without spaces, long enough to be one. */
const planDigestPattern = /^[\w+/=.:-]{16,128}$/;

/**
 * The purpose that an input means. Fields that do not belong to the action are refused, never ignored: a proof
 * must not allow something else than its asker believed.
 */
export function readPurpose(input: PurposeInput, accountId: string | undefined): Result<Purpose, PurposeRefused> {
  const { action } = input;
  return isAnonymousAction(action) ? readAnonymousPurpose(action, input) : readAccountPurpose(action, input, accountId);
}

function readAnonymousPurpose(
  action: AnonymousAction,
  { subjectId, planDigest, phone: text }: PurposeInput,
): Result<Purpose, PurposeRefused> {
  if (planDigest) return err({ kind: 'INPUT_INVALID', field: 'purpose.planDigest' });
  const phone = readPhoneNumber(text ?? '');
  if (!phone) return err({ kind: 'PHONE_INVALID' });
  if (subjectId && readPhoneNumber(subjectId) !== phone)
    return err({ kind: 'INPUT_INVALID', field: 'purpose.subjectId' });
  return ok({ kind: 'ANONYMOUS', action, phone });
}

function readAccountPurpose(
  action: AccountAction,
  input: PurposeInput,
  accountId: string | undefined,
): Result<Purpose, PurposeRefused> {
  const { subjectId, planDigest, phone } = input;
  if (!accountId) return err({ kind: 'SIGN_IN_FIRST' });
  if (phone) return err({ kind: 'INPUT_INVALID', field: 'phone' });
  if (!subjectId || !isId('binding', subjectId)) return err({ kind: 'INPUT_INVALID', field: 'purpose.subjectId' });
  if (action !== 'UNBIND')
    return planDigest
      ? err({ kind: 'INPUT_INVALID', field: 'purpose.planDigest' })
      : ok({ kind: 'ACCOUNT', action, accountId, bindingId: subjectId });
  if (!planDigest || !planDigestPattern.test(planDigest))
    return err({ kind: 'INPUT_INVALID', field: 'purpose.planDigest' });
  return ok({ kind: 'ACCOUNT', action, accountId, bindingId: subjectId, planDigest });
}
