import type { ProviderProfile } from '../catalogue';
import type { BindingWithCard } from '../lifecycle';
import type { Connectors, Obligations, Reader } from '../providers';

/** What its provider says of a credential at this moment; each is null if it does not say. */
export interface ProviderSays {
  readonly obligations: Obligations | null;
  readonly readers: readonly Reader[] | null;
}

export const saysNothing: ProviderSays = { obligations: null, readers: null };

const nothingOpen: Obligations = { balance: null, pending: [], mandates: [] };

/**
 * What is open at the provider, and which readers open to the card. Network calls: never inside a transaction. A provider whose obligations are
 * nobody's concern, or that has no readers, is not asked; a card that was never bound has none of either.
 */
export async function askProvider(
  connectors: Connectors,
  profile: ProviderProfile,
  { binding: { credentialReference }, card }: BindingWithCard,
): Promise<ProviderSays> {
  if (credentialReference === null) return { obligations: nothingOpen, readers: [] };
  const connector = connectors(profile.code);
  const [obligations, readers] = await Promise.all([
    askObligations(connectors, profile, credentialReference),
    card.doors.length > 0 && connector.readers ? connector.readers(credentialReference) : null,
  ]);
  return { obligations, readers: readers ? (readers.ok ? readers.value : null) : [] };
}

/** What is open at the provider; null if it does not say. */
export async function askObligations(
  connectors: Connectors,
  { code, unbindObligations, obligationActs }: ProviderProfile,
  credentialReference: string | null,
): Promise<Obligations | null> {
  const matters = obligationActs.length > 0 || Object.values(unbindObligations).some((policy) => policy !== 'IGNORED');
  if (!matters || credentialReference === null) return nothingOpen;
  const answer = await connectors(code).obligations(credentialReference);
  return answer.ok ? answer.value : null;
}
