import type { OperationKind } from './operation-kind';
import { isReserved } from './reserved-fields';

/**
 * By which way an operation comes in; each has slots, a queue and budgets of its own. What strangers may ask for and costs most is kept apart
 * from what people who are signed in do.
 */
export const lanes = ['ordinary', 'reserved', 'passwords', 'codes'] as const;
export type Lane = (typeof lanes)[number];

/** Each hashes a password: a core and 19 MiB for some 60 ms, whoever asks. */
export const passwordFields = ['logIn', 'register', 'resetPassword'] as const;

/** What somebody who is not signed in proves a phone by; each may send a message. */
export const codeFields = ['startChallenge', 'resendChallenge', 'answerChallenge'] as const;

const [passwords, codes] = [new Set<string>(passwordFields), new Set<string>(codeFields)];

/** One field is enough: in company it costs no less. */
const asksFor = (kind: OperationKind | undefined, fields: ReadonlySet<string>): boolean =>
  kind !== undefined && [...kind.rootFields].some((field) => fields.has(field));

export function laneOf(kind: OperationKind | undefined, signedIn: boolean): Lane {
  if (asksFor(kind, passwords)) return 'passwords';
  if (isReserved(kind, signedIn)) return 'reserved';
  return !signedIn && asksFor(kind, codes) ? 'codes' : 'ordinary';
}
