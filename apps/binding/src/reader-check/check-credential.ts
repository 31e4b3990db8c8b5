import type { Clock } from '@bindery/kernel';
import type { SignReaderAnswer } from '@bindery/trust';
import {
  decideVerdict,
  endOfVerdict,
  type BoundCredential,
  type CredentialQuery,
  type CredentialVerdict,
} from './credential-verdict.rules';

/** The verdict, and where the reader keeps answers for a while the same signed, as a compact JWS. */
export type CheckedCredential = CredentialVerdict & { readonly answer?: string };

export type CheckCredential = (query: CredentialQuery, cache: boolean) => Promise<CheckedCredential>;

interface CheckCredentialDeps {
  /** The hot path: one indexed read by a prepared statement. Null when nothing is bound by that name. */
  readonly findBoundCredential: (query: CredentialQuery) => Promise<BoundCredential | null>;
  readonly sign: SignReaderAnswer;
  /** Days in which a provider takes its cards after their last one. */
  readonly graceDaysOf: (provider: string) => number;
  readonly clock: Clock;
}

/** Answers a reader's question "is this credential good at this door now?" (requirement 9). Signing costs as much as all the rest, so it is done on request. */
export function createCheckCredential({
  findBoundCredential,
  sign,
  graceDaysOf,
  clock,
}: CheckCredentialDeps): CheckCredential {
  return async (query, cache) => {
    const credential = await findBoundCredential(query);
    const now = clock.now();
    const graceDays = graceDaysOf(query.provider);
    const verdict = decideVerdict(credential, now, graceDays);
    return cache
      ? { ...verdict, answer: sign({ ...query, ...verdict }, now, endOfVerdict(credential, graceDays)) }
      : verdict;
  };
}
