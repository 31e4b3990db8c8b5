import type { KeyedDigests } from './keyed-digest.rules';

/** By what the name of a credential is known when it is purged and comes again. */
export interface CredentialDigests {
  /** The digest to keep. */
  keep(provider: string, credentialReference: string): string;
  /** All that may be kept of it, whichever key was the current one then. */
  lookUp(provider: string, credentialReference: string): readonly string[];
}

/** No name of one provider is that of another, and none is a card. */
const textOf = (provider: string, credentialReference: string) =>
  JSON.stringify(['credential', provider, credentialReference]);

export const createCredentialDigests = ({ keep, lookUp }: KeyedDigests): CredentialDigests => ({
  keep: (...named) => keep(textOf(...named)),
  lookUp: (...named) => lookUp(textOf(...named)),
});
