/**
 * What stands behind something that is offered: FIELD, root fields of the graph; SAME, what was just asked, asked again; PAGE, an address from the
 * configuration, without which it is not offered; OUTSIDE, something that people do away from the app; WAIT, nothing but time;
 * NOTHING, nothing yet, so that it cannot be offered.
 */
export type Way =
  | { readonly by: 'FIELD'; readonly fields: readonly [string, ...string[]] }
  | { readonly by: 'PAGE'; readonly setting: string }
  | { readonly by: 'SAME' | 'OUTSIDE' | 'WAIT' | 'NOTHING'; readonly how: string };

export const field = <const Fields extends readonly [string, ...string[]]>(...fields: Fields) =>
  ({ by: 'FIELD', fields }) as const;
export const outside = (how: string) => ({ by: 'OUTSIDE', how }) as const;
const same = (how: string) => ({ by: 'SAME', how }) as const;
const wait = (how: string) => ({ by: 'WAIT', how }) as const;
export const nothing = (how: string) => ({ by: 'NOTHING', how }) as const;

/** Every remedy, by its code, with what it is done by. Codes never change; their words live in message catalogues. */
export const remedyWays = {
  LogIn: field('logIn'),
  RefreshSession: field('refreshSession'),
  CorrectInput: same('with other input'),
  AskForLess: same('with fewer fields or smaller pages, or in several requests'),
  CheckSignal: outside('on the phone'),
  CheckSpam: outside('in the mailbox'),
  ResendCode: field('resendChallenge'),
  StartChallenge: field('startChallenge'),
  UseOtherFactor: field('startChallenge'),
  UpdateClient: outside('in the app store; `url` is its page, where the app has one'),
  WaitUntil: wait('until `until`'),
  StopRetrying: wait('until `until`'),
  TryAgain: same('from `at`, where there is one'),
  RenewDocument: field('renewDocument', 'submitDocument'),
  UploadDocument: nothing('no document is kept'),
  ConfirmWithBank: outside('at the bank'),
  WithdrawBalance: field('withdrawBalance'),
  SettlePending: field('settlePending'),
  CancelMandate: field('cancelMandate'),
  MoveMandate: field('moveMandate'),
  RepayLoan: outside('at the lender'),
  GiveConsent: field('giveConsent'),
  AskForOffers: field('loanOffers'),
  ExportRecords: field('exportUsage'),
  UsePhysicalCard: outside('with the card itself'),
  UseOtherCard: field('startBinding', 'setDefaultCard'),
  UseOtherDevice: outside('on a device that the message names, logged in there'),
  UnbindFirst: field('unbindPlan', 'requestUnbind'),
  UnbindAnother: field('unbindPlan', 'requestUnbind'),
  ReadPlan: field('unbindPlan'),
  AcceptFee: field('requestUnbind'),
  Restore: field('startChallenge', 'requestRestore'),
  Rebind: field('startBinding'),
  ReportFound: field('startChallenge', 'reportFound'),
  ResetPassword: field('resetPassword'),
  ContactProvider: outside('at the provider'),
  OpenDispute: field('openDispute'),
  ContactSupport: { by: 'PAGE', setting: 'SUPPORT_URL' },
} as const satisfies Readonly<Record<string, Way>>;

export type RemedyCode = keyof typeof remedyWays;
export const remedyCodes = Object.keys(remedyWays) as readonly RemedyCode[];

/** The codes that something stands behind; no other can be offered. */
export type OfferedRemedyCode = {
  [Code in RemedyCode]: (typeof remedyWays)[Code] extends { readonly by: 'NOTHING' } ? never : Code;
}[RemedyCode];

/** A code in the case of all other enums: LOG_IN of LogIn. */
export const toRemedyKind = (code: RemedyCode): string => code.replace(/(?!^)(?=[A-Z])/g, '_').toUpperCase();

/** One thing a person can do, and from when, until when or how often. */
export interface Remedy {
  readonly code: OfferedRemedyCode;
  /** The moment from which it can be done (ResendCode, TryAgain). */
  readonly at?: Date;
  /** The moment until which it holds (WaitUntil, StopRetrying), or can be done (Restore, OpenDispute). */
  readonly until?: Date;
  /** How many times it can still be done. */
  readonly left?: number;
  readonly url?: string;
  readonly factor?: string;
}
