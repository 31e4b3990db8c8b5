import { err, faultOfText, invalidField, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { toPlainTyping } from '@bindery/values';
import type { Activation, ActivationAnswer, ActivationStep } from '../providers/connector.rules';
import { activationRejections, type ActivationRejection } from './activation.errors';

export interface TypedAnswer {
  readonly code?: string | null;
  readonly signature?: string | null;
}

/** Codes of banks have 4 to 8 digits, invitations some letters more. */
const codeMax = 64;
/** The longest is a simple BIP-322 signature with its witness, below 1 KiB; with a public key beside it, below 2. */
const signatureMax = 4_000;

/** Exactly one of the two, as typed: spaces and full-width digits of a code do not count. */
export function readAnswer({ code, signature }: TypedAnswer): Result<ActivationAnswer, InvalidInput> {
  if (code == null && signature == null) return err(invalidField('code', 'REQUIRED'));
  if (code != null && signature != null) return err(invalidField('signature', 'NOT_WANTED'));
  if (typeof signature === 'string') {
    const fault = faultOfText('signature', signature.trim(), signatureMax);
    return fault ? err(fault) : ok({ signature: signature.trim() });
  }
  const plain = toPlainTyping(code ?? '').replace(/\s/g, '');
  const fault = faultOfText('code', plain, codeMax);
  return fault ? err(fault) : ok({ code: plain });
}

/** What a provider waits for, with the one moment until which it can be done as it stands. */
export interface StandingActivation {
  readonly steps: Activation['steps'];
  /** Null where nobody says. */
  readonly until: Date | null;
}

/** Whatever ends first: the page, code or text at the provider, or the binding itself, which lapses at its deadline. */
export function standingOf({ steps, until }: Activation, deadline: Date | null): StandingActivation {
  const ends = [until === undefined ? null : new Date(until), deadline].filter((end) => end !== null);
  return { steps, until: ends.sort((one, other) => one.getTime() - other.getTime())[0] ?? null };
}

/** The step that an answer is for. */
export const stepFor = (answer: ActivationAnswer, { steps }: Activation): ActivationStep | undefined =>
  steps.find(({ kind }) => kind === (answer.code === undefined ? 'SIGN_MESSAGE' : 'ENTER_CODE'));

export const toRejection = (reason: string): ActivationRejection =>
  activationRejections.find((known) => known === reason) ?? 'REFUSED';
