import type { Outbox } from '@bindery/messaging';
import type { Catalogue } from '../catalogue';
import { listBoundElsewhere, type EffectPart } from '../lifecycle';
import { cardKindOf } from '../providers';

interface TellBoundElsewhereDeps {
  readonly outbox: Outbox;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
}

/** Whoever has a card bound is told, once, when it is bound in another account: it may be in other hands. They hear nothing of whose that is. */
export const createTellBoundElsewhere = ({ outbox, catalogue }: TellBoundElsewhereDeps) =>
  ({
    async after(tx, { before, binding, at }) {
      const isBoundNow = before?.phase === 'BINDING' || before?.phase === 'AWAITING_ACTIVATION';
      if (!isBoundNow || binding.state.phase !== 'BOUND' || !cardKindOf(binding.kind).hasPhysicalCard) return;
      const { provider } = binding;
      for (const { id: bindingId, cardId, accountId } of await listBoundElsewhere(tx, binding)) {
        const providerName = catalogue.profileOf(provider).name;
        const data = { cardId, bindingId, accountId, provider, providerName, at: at.toISOString() };
        await outbox.append(tx, { type: 'bindery.card.bound-elsewhere.v1', key: cardId, data });
      }
    },
  }) satisfies EffectPart;
