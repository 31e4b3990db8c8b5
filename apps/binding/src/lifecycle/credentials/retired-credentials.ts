import type { EntityManager } from 'typeorm';
import { findByCredential, listByCredentialDigest } from '../binding.repository';
import type { Binding } from '../binding.rules';
import type { CredentialDigests } from './credential-digest.rules';

/** A credential that a provider has though its binding is retired, by the name that only the provider knew any more. */
export interface RetiredCredential {
  readonly binding: Binding;
  readonly credentialReference: string;
}

/** Whose a credential is that a provider names, retired bindings included: of those a digest of the name is left. */
export interface NamedCredentials {
  /** One that is there; else the retired one, the last of that name. */
  find(tx: EntityManager, provider: string, credentialReference: string): Promise<Binding | null>;
  /** Those of these names that are of retired bindings; each name once, with the last that had it. */
  listRetired(tx: EntityManager, provider: string, references: readonly string[]): Promise<RetiredCredential[]>;
}

export function createNamedCredentials(digests: CredentialDigests): NamedCredentials {
  const listRetired: NamedCredentials['listRetired'] = async (tx, provider, references) => {
    const nameOf = new Map(
      references.flatMap((name) => digests.lookUp(provider, name).map((digest) => [digest, name] as const)),
    );
    const found = new Map<string, RetiredCredential>();
    for (const binding of await listByCredentialDigest(tx, provider, [...nameOf.keys()])) {
      const credentialReference = nameOf.get(binding.credentialDigest ?? '');
      if (credentialReference !== undefined) found.set(credentialReference, { binding, credentialReference });
    }
    return [...found.values()];
  };
  return {
    listRetired,
    find: async (tx, provider, credentialReference) =>
      (await findByCredential(tx, provider, credentialReference)) ??
      (await listRetired(tx, provider, [credentialReference]))[0]?.binding ??
      null,
  };
}
