import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { Outbox } from '@bindery/messaging';
import type { Card } from '../lifecycle';
import { cardKindOf } from '../providers';
import { lockDefaultChoice, saveDefaultChoice, type LockedChoice } from './default-card.repository';
import { chooseDefault, type UsableMethod } from './default-card.rules';
import { listUsableMethods } from './read-default-card';

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
    now: LockedChoice,
    usable: readonly UsableMethod[],
    preferredCardId: Id<'card'> | null,
    at: Date,
  ): Promise<void> {
    const chosen = chooseDefault({ ...now, preferredCardId, usable });
    const preferred = preferredCardId ?? chosen;
    if (chosen === now.defaultCardId && preferred === now.preferredCardId) return;
    await saveDefaultChoice(tx, now, { defaultCardId: chosen, preferredCardId: preferred });
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
      const now = await lockDefaultChoice(tx, accountId);
      const usable = await listUsableMethods(tx, accountId);
      await change(tx, now, usable, now.preferredCardId, at);
    },
    async forget(tx, card, at) {
      if (!cardKindOf(card.kind).canPay) return;
      const now = await lockDefaultChoice(tx, card.accountId);
      const usable = await listUsableMethods(tx, card.accountId);
      if (now.preferredCardId !== card.id || usable.some(({ cardId }) => cardId === card.id)) return;
      await change(tx, now, usable, null, at);
    },
    async prefer(tx, accountId, cardId, at) {
      const now = await lockDefaultChoice(tx, accountId);
      const usable = await listUsableMethods(tx, accountId);
      if (!usable.some((method) => method.cardId === cardId)) return false;
      await change(tx, now, usable, cardId, at);
      return true;
    },
  };
}
