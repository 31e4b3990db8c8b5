import type { OperationKind } from './operation-kind';

/**
 * What somebody needs whose phone or card is in other hands: to take the card off, suspend it, report it lost, throw a device out, and to prove for it
 * that it is them. Capacity is kept for these when all else is refused (requirement 27), and maintenance lets them through.
 */
export const reservedFields = [
  'unbindPreflight',
  'unbindPlan',
  'requestUnbind',
  'suspendBinding',
  'reportLost',
  'reportEmergency',
  'startChallenge',
  'resendChallenge',
  'answerChallenge',
  'endSession',
  'endOtherSessions',
  'refreshSession',
] as const;

/** Whoever asks for it is not signed in any more, so it cannot wait for that. */
const notSignedIn = new Set<string>(['refreshSession']);

const reserved = new Set<string>(reservedFields);

/** Whether all that an operation asks for is reserved: a reserved field opens no way for others. Strangers have no part in it. */
export function isReserved(kind: OperationKind | undefined, signedIn: boolean): boolean {
  if (!kind || kind.rootFields.size === 0) return false;
  return [...kind.rootFields].every((field) => reserved.has(field) && (signedIn || notSignedIn.has(field)));
}
