import { err, invalidField, isWellFormed, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { commonPasswordParts } from './common-password-parts.rules';
import type { PasswordTooWeak, PasswordWeakness } from './password.errors';
import { guessableBy } from './password-strength.rules';
import { withoutShift } from './shift.rules';

/** The password is the only factor of a login here, so NIST SP 800-63B-4, 3.1.1.2 asks for 15 characters; 8 would need a second one. */
export const passwordLengthMin = 15;

/** Far above the 64 that have to be accepted; only so that nobody sends us a book. */
const passwordLengthMax = 256;

/** What must still be there when everything guessable is taken out. */
const unguessedLengthMin = 6;

/** Code units of what can be a password: four for each character. Composing a pile of signs takes time that grows with its square. */
const codeUnitsMax = 4 * passwordLengthMax;

/**
 * The form that is hashed: the same typed on any keyboard (NIST SP 800-63B-4, 3.1.1.2: NFKC). What is too long to be a password stays as it is: it is
 * nobody's.
 */
export const normalisePassword = (password: string): string =>
  password.length > codeUnitsMax ? password : password.normalize('NFKC');

/** A password in its hashed form, if it is long enough to be one and short enough to be looked at. What this costs does not grow with what is sent. */
export function readPassword(password: string, field = 'password'): Result<string, PasswordTooWeak | InvalidInput> {
  if (password.length > codeUnitsMax) return err(invalidField(field, 'TOO_LONG', passwordLengthMax));
  const normal = normalisePassword(password);
  const characters = [...normal];
  if (characters.length > passwordLengthMax) return err(invalidField(field, 'TOO_LONG', passwordLengthMax));
  // They would all be hashed as the same one.
  if (!isWellFormed(normal)) return err(invalidField(field, 'CHARACTERS'));
  return characters.length < passwordLengthMin ? err({ kind: 'PASSWORD_TOO_WEAK', weakness: 'TOO_SHORT' }) : ok(normal);
}

/**
 * Accepts a password nobody would guess: more than common words, runs (`abcdef`, `987654`), repetitions, walks over a keyboard, or
 * words about its owner (`personal`: name, phone). No rules of composition, as NIST asks. Takes some tens of milliseconds, so that it
 * is asked for those only who have shown who they are.
 */
export function judgePassword(password: string, personal: readonly string[]): Result<string, PasswordTooWeak> {
  // A walk over the keyboard is no better with shift held down.
  const forms = new Set([password, withoutShift(password)].map((form) => form.toLowerCase()));
  const weakness = weaknessOf([...forms], personal);
  return weakness ? err({ kind: 'PASSWORD_TOO_WEAK', weakness }) : ok(password);
}

function weaknessOf(forms: readonly string[], personal: readonly string[]): PasswordWeakness | undefined {
  for (const form of forms) {
    const weakness = guessableBy(form);
    if (weakness) return weakness;
  }
  const isMadeOf = (parts: readonly string[]) =>
    forms.some((form) => restAfter(form, parts).length < unguessedLengthMin);
  if (isMadeOf(commonPasswordParts)) return 'COMMON';
  return isMadeOf([...personalParts(personal), ...commonPasswordParts]) ? 'PERSONAL' : undefined;
}

/** Digits of a phone (ITU-T E.164). */
const phoneDigitsMax = 15;

/** Fewer of them stand in many a good password by chance. */
const digitRunMin = 4;

/** Words of a name, and digits of a phone wherever they are cut: with the country code, without it, the last ones. */
function personalParts(personal: readonly string[]): string[] {
  const texts = personal.map((text) => text.normalize('NFKC').toLowerCase());
  const words = texts.flatMap((text) => [text, ...text.split(/\s+/)]).filter((part) => part.length >= 3);
  return [...words, ...texts.flatMap((text) => runsOf(text.replace(/[^0-9]/g, '').slice(-phoneDigitsMax)))];
}

/** All that stands in one piece in the digits. */
function runsOf(digits: string): string[] {
  const starts = [...digits].map((_, start) => digits.slice(start));
  return starts.flatMap((end) => [...end].map((_, index) => end.slice(0, index + 1))).filter(isLongRun);
}

const isLongRun = (run: string): boolean => run.length >= digitRunMin;

/** Longest parts first, so that `pass` does not spoil `password`. What people put between words does not count. */
function restAfter(text: string, parts: readonly string[]): string {
  const longestFirst = parts.map(withoutSeparators).sort((a, b) => b.length - a.length);
  return longestFirst.filter(Boolean).reduce((rest, part) => rest.replaceAll(part, ''), withoutSeparators(text));
}

const withoutSeparators = (text: string): string => text.replace(/[\s_.,+\-!@#*]/g, '');
