import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { Outbox } from '@bindery/messaging';
import type { Card } from '../lifecycle';
import { cardKindOf } from '../providers';
import { lockDefaultCard, saveDefaultCard, type LockedDefaultCard } from './default-card.repository';
import { chooseDefault } from './default-card.rules';

/** The default card of an account, kept true in the transaction of whatever changes it (invariant 6). */
export interface DefaultCards {
  /** After a card became usable or unusable. */
  settle(tx: EntityManager, accountId: Id<'account'>, at: Date): Promise<void>;
  /** After a card is off for good: it is not returned to if it comes back. */
  forget(tx: EntityManager, card: Card, at: Date): Promise<void>;
  /** The holder's choice; false if the card cannot pay now. */
  prefer(tx: EntityManager, accountId: Id<'account'>, cardId: Id<'card'>, at: Date): Promise<boolean>;
}

export function createDefaultCards(outbox: Outbox): DefaultCards {
  async function change(
    tx: EntityManager,
    now: LockedDefaultCard,
    preferredCardId: Id<'card'> | null,
    at: Date,
  ): Promise<void> {
    const chosen = chooseDefault({ ...now, preferredCardId });
    const preferred = preferredCardId ?? chosen;
    if (chosen === now.defaultCardId && preferred === now.preferredCardId) return;
    await saveDefaultCard(tx, now, { defaultCardId: chosen, preferredCardId: preferred });
    if (chosen === now.defaultCardId) return;
    const { accountId } = now;
    const data = {
      accountId,
      ...(now.defaultCardId ? { fromCardId: now.defaultCardId } : {}),
      ...(chosen ? { toCardId: chosen } : {}),
      at: at.toISOString(),
    };
    await outbox.append(tx, { type: 'bindery.wallet.default-changed.v1', key: accountId, data });
  }

  return {
    async settle(tx, accountId, at) {
      const now = await lockDefaultCard(tx, accountId);
      await change(tx, now, now.preferredCardId, at);
    },
    async forget(tx, card, at) {
      if (!cardKindOf(card.kind).canPay) return;
      const now = await lockDefaultCard(tx, card.accountId);
      if (now.preferredCardId !== card.id || now.usable.some(({ cardId }) => cardId === card.id)) return;
      await change(tx, now, null, at);
    },
    async prefer(tx, accountId, cardId, at) {
      const now = await lockDefaultCard(tx, accountId);
      if (!now.usable.some((method) => method.cardId === cardId)) return false;
      await change(tx, now, cardId, at);
      return true;
    },
  };
}
