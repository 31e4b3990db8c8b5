import { err, invalidField, isId, ok, type InvalidInput, type Result, type Id } from '@bindery/kernel';
import type { ProofAction } from '@bindery/trust';
import { isMobileNumber, readPhoneNumber, type Countries } from '@bindery/values';

/** Actions of somebody who is not signed in: a phone number is proved, no account. */
const anonymousActions = ['REGISTER', 'RESET_PASSWORD'] as const satisfies readonly ProofAction[];
type AnonymousAction = (typeof anonymousActions)[number];
type AccountAction = Exclude<ProofAction, AnonymousAction>;

const isAnonymousAction = (action: ProofAction): action is AnonymousAction =>
  anonymousActions.some((one) => one === action);

/** What a proof of each action is about: the types that its subject's id may be of. */
const subjectTypes = {
  BIND: ['binding'],
  UNBIND: ['binding'],
  RESTORE: ['binding'],
  FOUND: ['card', 'device'],
  MOVE: ['device'],
  CANCEL_MANDATE: ['binding'],
  MOVE_MANDATE: ['binding'],
  SETTLE_PENDING: ['binding'],
  WITHDRAW_BALANCE: ['binding'],
  OPEN_LOAN: ['binding'],
} as const satisfies Readonly<Record<AccountAction, readonly SubjectType[]>>;
type SubjectType = 'binding' | 'card' | 'device';
export type SubjectId = { [Type in SubjectType]: Id<Type> }[SubjectType];

/** Allowed exactly as they were shown: what was shown is named by a digest. */
const quoted: readonly AccountAction[] = [
  'UNBIND',
  'MOVE',
  'OPEN_LOAN',
  'CANCEL_MANDATE',
  'MOVE_MANDATE',
  'SETTLE_PENDING',
  'WITHDRAW_BALANCE',
];

const readSubject = (action: AccountAction, text: string): SubjectId | undefined => {
  const types: readonly SubjectType[] = subjectTypes[action];
  return types.some((type) => isId(type, text)) ? (text as SubjectId) : undefined;
};

/** What a challenge is for, and whose it is. */
export type Purpose =
  | { readonly kind: 'ANONYMOUS'; readonly action: AnonymousAction; readonly phone: string }
  | {
      readonly kind: 'ACCOUNT';
      readonly action: AccountAction;
      readonly accountId: Id<'account'>;
      readonly subjectId: SubjectId;
      readonly planDigest?: string;
    };

export interface PurposeInput {
  readonly action: ProofAction;
  readonly subjectId?: string | null;
  readonly planDigest?: string | null;
  readonly phone?: string | null;
}

export type PurposeRefused =
  | InvalidInput
  | { readonly kind: 'SIGN_IN_FIRST' }
  | { readonly kind: 'PHONE_INVALID' }
  /** A number, but none that codes are sent to; whether it has an account plays no part. */
  | { readonly kind: 'MOBILE_NUMBER_NEEDED' };

/** A digest as some other service made it: text without spaces, long enough to be one. */
const planDigestPattern = /^[\w+/=.:-]{16,128}$/;

/**
 * The purpose that an input means. Fields that do not belong to the action are refused, never ignored: a proof
 * must not allow something else than its viewer believed.
 */
export function readPurpose(
  input: PurposeInput,
  accountId: Id<'account'> | undefined,
  countries: Countries,
): Result<Purpose, PurposeRefused> {
  const { action } = input;
  return isAnonymousAction(action)
    ? readAnonymousPurpose(action, input, countries)
    : readAccountPurpose(action, input, accountId);
}

function readAnonymousPurpose(
  action: AnonymousAction,
  { subjectId, planDigest, phone: text }: PurposeInput,
  countries: Countries,
): Result<Purpose, PurposeRefused> {
  if (planDigest) return err(invalidField('purpose.planDigest', 'NOT_WANTED'));
  const phone = readPhoneNumber(text ?? '');
  if (!phone) return err({ kind: 'PHONE_INVALID' });
  if (!isMobileNumber(phone, countries)) return err({ kind: 'MOBILE_NUMBER_NEEDED' });
  if (subjectId && readPhoneNumber(subjectId) !== phone) return err(invalidField('purpose.subjectId', 'NOT_WANTED'));
  return ok({ kind: 'ANONYMOUS', action, phone });
}

function readAccountPurpose(
  action: AccountAction,
  input: PurposeInput,
  accountId: Id<'account'> | undefined,
): Result<Purpose, PurposeRefused> {
  const { planDigest, phone } = input;
  if (!accountId) return err({ kind: 'SIGN_IN_FIRST' });
  if (phone) return err(invalidField('phone', 'NOT_WANTED'));
  if (!input.subjectId) return err(invalidField('purpose.subjectId', 'REQUIRED'));
  const subjectId = readSubject(action, input.subjectId);
  if (!subjectId) return err(invalidField('purpose.subjectId', 'FORMAT'));
  if (!quoted.includes(action))
    return planDigest
      ? err(invalidField('purpose.planDigest', 'NOT_WANTED'))
      : ok({ kind: 'ACCOUNT', action, accountId, subjectId });
  if (!planDigest) return err(invalidField('purpose.planDigest', 'REQUIRED'));
  if (!planDigestPattern.test(planDigest)) return err(invalidField('purpose.planDigest', 'FORMAT'));
  return ok({ kind: 'ACCOUNT', action, accountId, subjectId, planDigest });
}

/**
 * Names what is proved and by whom. Who is not signed in is told apart by `place` too, their device where it is known, or their network
 * address: somebody else who asks for a code to the same number must not end the one its owner is about to enter.
 */
export function purposeKeyOf(purpose: Purpose, viewerKey: string, place: string): string {
  return purpose.kind === 'ACCOUNT'
    ? `${viewerKey} ${purpose.action} ${purpose.subjectId}`
    : `${viewerKey} ${purpose.action} ${place}`;
}
