import type { EntityManager } from 'typeorm';
import type { ProviderProfile } from '../catalogue';
import { readDefaultCard } from '../default-card';
import { listBindingsOfCards, type BindingWithCard } from '../lifecycle';
import { cardKindOf, type Connectors, type Obligations } from '../providers';
import type { UnbindFacts } from './unbind-plan.rules';

const none: Obligations = { balance: null, pending: [], mandates: [] };

/**
 * What is open at the provider; null if it does not say. A network call: never inside a transaction. A provider whose
 * obligations are nobody's concern is not asked, and a card that was never bound has none.
 */
export async function askObligations(
  connectors: Connectors,
  { code, unbindObligations }: ProviderProfile,
  credentialReference: string | null,
): Promise<Obligations | null> {
  const matters = Object.values(unbindObligations).some((policy) => policy !== 'IGNORED');
  if (!matters || credentialReference === null) return none;
  const answer = await connectors(code).obligations(credentialReference);
  return answer.ok ? answer.value : null;
}

/** All that a plan depends on, as it is now. */
export async function readUnbindFacts(
  tx: EntityManager,
  { binding, card }: BindingWithCard,
  profile: ProviderProfile,
  obligations: Obligations | null,
): Promise<UnbindFacts> {
  const { canPay } = cardKindOf(card.kind);
  const others = await listBindingsOfCards(tx, [card.id]);
  return {
    binding,
    card,
    canPay,
    profile,
    obligations,
    defaultCard: await readDefaultCard(tx, binding.accountId),
    otherDevices: others
      .filter(({ id, state }) => id !== binding.id && state.phase === 'BOUND')
      .map(({ deviceId }) => deviceId)
      .sort(),
  };
}
