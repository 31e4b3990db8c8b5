import type { EntityManager } from 'typeorm';
import type { Outbox } from '@bindery/messaging';
import { canPay, type Card } from '../lifecycle/card.rules';
import { chooseDefault, type Wallet } from './default-card.rules';
import { lockWallet, saveWallet } from './default-card.repository';

/** The default card of an account, kept true in the transaction of whatever changes it (invariant 6). */
export interface Wallets {
  /** After a card became usable or unusable. */
  settle(tx: EntityManager, accountId: string, at: Date): Promise<void>;
  /** After a card is off for good: it is not returned to if it comes back. */
  forget(tx: EntityManager, card: Card, at: Date): Promise<void>;
  /** The holder's choice; false if the card cannot pay now. */
  prefer(tx: EntityManager, accountId: string, cardId: string, at: Date): Promise<boolean>;
}

export function createWallets(outbox: Outbox): Wallets {
  async function change(
    tx: EntityManager,
    accountId: string,
    wallet: Wallet,
    preferredCardId: string | null,
    at: Date,
  ): Promise<void> {
    const chosen = chooseDefault({ ...wallet, preferredCardId });
    const preferred = preferredCardId ?? chosen;
    if (chosen === wallet.defaultCardId && preferred === wallet.preferredCardId) return;
    await saveWallet(tx, accountId, { defaultCardId: chosen, preferredCardId: preferred });
    if (chosen === wallet.defaultCardId) return;
    const data = {
      accountId,
      ...(wallet.defaultCardId ? { fromCardId: wallet.defaultCardId } : {}),
      ...(chosen ? { toCardId: chosen } : {}),
      at: at.toISOString(),
    };
    await outbox.append(tx, { type: 'bindery.wallet.default-changed.v1', key: accountId, data });
  }

  return {
    async settle(tx, accountId, at) {
      const wallet = await lockWallet(tx, accountId);
      await change(tx, accountId, wallet, wallet.preferredCardId, at);
    },

    async forget(tx, card, at) {
      if (!canPay(card.kind)) return;
      const wallet = await lockWallet(tx, card.accountId);
      if (wallet.preferredCardId !== card.id || wallet.usable.some(({ cardId }) => cardId === card.id)) return;
      await change(tx, card.accountId, wallet, null, at);
    },

    async prefer(tx, accountId, cardId, at) {
      const wallet = await lockWallet(tx, accountId);
      if (!wallet.usable.some((method) => method.cardId === cardId)) return false;
      await change(tx, accountId, wallet, cardId, at);
      return true;
    },
  };
}
