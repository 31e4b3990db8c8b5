import type { EntityManager } from 'typeorm';
import type { ProviderProfile } from '../catalogue';
import { readDefaultCard } from '../default-card';
import { listDisputesOfBindings, type ReadDisputables } from '../disputes';
import { listBindingsOfCards, listUsableAt, type BindingWithCard } from '../lifecycle';
import { cardKindOf, endsAgreement, type Obligations } from '../providers';
import type { ProviderSays } from './ask-provider';
import type { UnbindFacts } from './unbind-plan.rules';

/** All that a plan depends on, as it is now. */
export type ReadUnbindFacts = (
  tx: EntityManager,
  binding: BindingWithCard,
  profile: ProviderProfile,
  says: ProviderSays,
) => Promise<UnbindFacts>;

export const createReadUnbindFacts =
  (readDisputables: ReadDisputables): ReadUnbindFacts =>
  async (tx, { binding, card }, profile, { obligations, readers }) => {
    const { canPay, hasPhysicalCard = false, holderKeepsKeys = false } = cardKindOf(card.kind);
    const others = await listBindingsOfCards(tx, [card.id]);
    const disputes = await listDisputesOfBindings(tx, [binding.id]);
    const [disputables = []] = await readDisputables(tx, [binding]);
    return {
      binding,
      card,
      canPay,
      hasPhysicalCard,
      holderKeepsKeys,
      endsAgreement: endsAgreement(profile.style),
      profile,
      obligations,
      readers,
      defaultCard: await readDefaultCard(tx, binding.accountId),
      hasOtherCard: await hasOther(tx, binding, profile, obligations),
      otherDevices: others
        .filter(({ id, state }) => id !== binding.id && state.phase === 'BOUND')
        .map(({ deviceId }) => deviceId)
        .sort(),
      openDisputes: [...new Set(disputes.filter(({ closedAt }) => closedAt === null).map(({ about }) => about))].sort(),
      loanDisputable: disputables.some(({ about }) => about === 'UNAUTHORISED_LOAN'),
    };
  };

/** Whether a mandate could move to another card of the holder; looked for only where one is in the way. */
async function hasOther(
  tx: EntityManager,
  binding: BindingWithCard['binding'],
  { unbindObligations, obligationActs }: ProviderProfile,
  obligations: Obligations | null,
): Promise<boolean> {
  const isInTheWay = unbindObligations.mandate === 'BLOCKS' && (obligations?.mandates.length ?? 0) > 0;
  if (!isInTheWay || !obligationActs.includes('MOVE_MANDATE')) return false;
  return (await listUsableAt(tx, binding)).some(({ bindingId }) => bindingId !== binding.id);
}
