import type { Clock } from '@bindery/kernel';
import {
  decideVerdict,
  type BoundCredential,
  type CredentialQuery,
  type CredentialVerdict,
} from './credential-verdict.rules';

export type CheckCredential = (query: CredentialQuery) => Promise<CredentialVerdict>;

interface CheckCredentialDeps {
  /** The hot path: one indexed read by a prepared statement. Null when nothing is bound by that name. */
  readonly findBoundCredential: (query: CredentialQuery) => Promise<BoundCredential | null>;
  readonly clock: Clock;
}

/** Answers a reader's question "is this credential good?" (requirement 9). */
export function createCheckCredential({ findBoundCredential, clock }: CheckCredentialDeps): CheckCredential {
  return async (query) => decideVerdict(await findBoundCredential(query), clock.now());
}
