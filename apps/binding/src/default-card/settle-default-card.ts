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
  /** After another card took the place of one: it is what the holder wants wherever the old one was. */
  handOver(tx: EntityManager, from: Card, to: Card, at: Date): Promise<void>;
  /** The holder's order, the default first: whichever of them can be used is the default, the earliest of them. */
  arrange(tx: EntityManager, accountId: Id<'account'>, order: readonly Id<'card'>[], at: Date): Promise<void>;
  /** The holder's choice; false if the card cannot pay now. */
  prefer(tx: EntityManager, accountId: Id<'account'>, cardId: Id<'card'>, at: Date): Promise<boolean>;
}

export function createDefaultCards(outbox: Outbox): DefaultCards {
  async function change(
    tx: EntityManager,
    now: LockedChoice,
    usable: readonly UsableMethod[],
    { preferredCardId, order }: Pick<LockedChoice, 'preferredCardId' | 'order'>,
    at: Date,
  ): Promise<void> {
    const chosen = chooseDefault({ ...now, preferredCardId, order, usable });
    const preferred = preferredCardId ?? chosen;
    const isAsBefore = order.join() === now.order.join();
    if (isAsBefore && chosen === now.defaultCardId && preferred === now.preferredCardId) return;
    await saveDefaultChoice(tx, now, { defaultCardId: chosen, preferredCardId: preferred, order });
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
      await change(tx, now, usable, now, at);
    },
    async forget(tx, card, at) {
      if (!cardKindOf(card.kind).canPay) return;
      const now = await lockDefaultChoice(tx, card.accountId);
      const usable = await listUsableMethods(tx, card.accountId);
      if (usable.some(({ cardId }) => cardId === card.id)) return;
      const order = now.order.filter((cardId) => cardId !== card.id);
      await change(
        tx,
        now,
        usable,
        { preferredCardId: now.preferredCardId === card.id ? null : now.preferredCardId, order },
        at,
      );
    },
    async handOver(tx, from, to, at) {
      if (!cardKindOf(from.kind).canPay) return;
      const now = await lockDefaultChoice(tx, from.accountId);
      const usable = await listUsableMethods(tx, from.accountId);
      const inPlace = (cardId: Id<'card'>) => (cardId === from.id ? to.id : cardId);
      const preferredCardId = now.preferredCardId && inPlace(now.preferredCardId);
      await change(tx, now, usable, { preferredCardId, order: [...new Set(now.order.map(inPlace))] }, at);
    },
    async arrange(tx, accountId, order, at) {
      const now = await lockDefaultChoice(tx, accountId);
      const usable = await listUsableMethods(tx, accountId);
      await change(tx, now, usable, { preferredCardId: order[0] ?? now.preferredCardId, order }, at);
    },
    async prefer(tx, accountId, cardId, at) {
      const now = await lockDefaultChoice(tx, accountId);
      const usable = await listUsableMethods(tx, accountId);
      if (!usable.some((method) => method.cardId === cardId)) return false;
      const order = now.order.length > 0 ? [cardId, ...now.order.filter((one) => one !== cardId)] : [];
      await change(tx, now, usable, { preferredCardId: cardId, order }, at);
      return true;
    },
  };
}
