/** What a person can do about a refusal, in the order to try. Codes never change; their words live in message catalogues. */
export const remedyCodes = [
  'LogIn',
  'RefreshSession',
  'CorrectInput',
  'CheckSignal',
  'CheckSpam',
  'ResendCode',
  'StartChallenge',
  'UseOtherFactor',
  'UpdateClient',
  'WaitUntil',
  'StopRetrying',
  'TryAgain',
  'RenewDocument',
  'UploadDocument',
  'ConfirmWithBank',
  'WithdrawBalance',
  'SettlePending',
  'CancelMandate',
  'ExportRecords',
  'UsePhysicalCard',
  'UseOtherCard',
  'UnbindFirst',
  'ReadPlan',
  'AcceptFee',
  'Rebind',
  'ResetPassword',
  'ContactProvider',
  'OpenDispute',
  'ContactSupport',
] as const;
export type RemedyCode = (typeof remedyCodes)[number];

/** One thing a person can do, and from when, until when or how often. */
export interface Remedy {
  readonly code: RemedyCode;
  /** The moment from which it can be done (ResendCode, TryAgain). */
  readonly at?: Date;
  /** The moment until which it holds (WaitUntil, StopRetrying). */
  readonly until?: Date;
  /** How many times it can still be done. */
  readonly left?: number;
  readonly url?: string;
  readonly factor?: string;
}
