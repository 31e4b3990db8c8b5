import { field, type Way } from '@bindery/kernel';

/** How far back the list of what to check looks. */
export const checkedDays = 30;

/** What a holder goes through when somebody else may have been in their account, the most urgent first. */
export const emergencyChecks = [
  'CHANGE_PASSWORD',
  'LOGINS',
  'CONTACTS',
  'CARD_CHANGES',
  'NOTIFICATIONS',
  'CONTACT_SUPPORT',
] as const;
export type EmergencyCheckCode = (typeof emergencyChecks)[number];

/** By what each is looked at and put right; one by which nothing can be done does not compile. */
export const emergencyCheckWays = {
  CHANGE_PASSWORD: field('changePassword', 'resetPassword'),
  LOGINS: field('viewer', 'endSession'),
  CONTACTS: field('viewer'),
  CARD_CHANGES: field('viewer', 'reportLost', 'requestUnbind', 'requestRestore'),
  NOTIFICATIONS: field('viewer'),
  CONTACT_SUPPORT: { by: 'PAGE', setting: 'SUPPORT_URL' },
} as const satisfies Readonly<Record<EmergencyCheckCode, Exclude<Way, { by: 'NOTHING' }>>>;

export interface EmergencyCheck {
  readonly code: EmergencyCheckCode;
  /** How many there were lately, where that is known here. */
  readonly count: number | null;
}

/** The list; without a way to support nobody is sent there. */
export const checksOf = (
  counts: { readonly logins: number; readonly contacts: number },
  support: boolean,
): EmergencyCheck[] => {
  const countOf: Partial<Record<EmergencyCheckCode, number>> = { LOGINS: counts.logins, CONTACTS: counts.contacts };
  return emergencyChecks
    .filter((code) => support || code !== 'CONTACT_SUPPORT')
    .map((code) => ({ code, count: countOf[code] ?? null }));
};
