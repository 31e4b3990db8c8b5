import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { Once } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Views } from '../cards';
import { AccountDefaultCardResolver, type FindDefaultCard } from './account-default-card.resolver';
import { createDefaultCardEffects as createEffects } from './default-card-effects';
import { findDefaultChoice } from './default-card.repository';
import { DefaultCardResolver } from './default-card.resolver';
import { paymentOrderOf } from './default-card.rules';
import { PaymentOrderResolver } from './payment-order.resolver';
import { readDefaultCard } from './read-default-card';
import { createSetDefaultCard } from './set-default-card';
import { createSetPaymentOrder } from './set-payment-order';
import { createDefaultCards } from './settle-default-card';
import { DefaultCardRow } from './default-card.entity';

export { lockDefaultChoice } from './default-card.repository';
export { chooseDefault, type DefaultCard } from './default-card.rules';
export { readDefaultCard } from './read-default-card';

export const defaultCardClasses = {
  resolvers: [DefaultCardResolver, AccountDefaultCardResolver, PaymentOrderResolver],
  entities: [DefaultCardRow],
} satisfies FeatureClasses;

export const createDefaultCardEffects = ({ outbox }: { readonly outbox: Outbox }) =>
  createEffects(createDefaultCards(outbox));

export const createHandOverDefault = (outbox: Outbox) => createDefaultCards(outbox).handOver;

interface DefaultCardFoundation {
  readonly db: EntityManager;
  readonly once: Once;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

export function createDefaultCard({ db, once, outbox, clock }: DefaultCardFoundation, views: Views) {
  const setDefaultCard = createSetDefaultCard({ once, defaultCards: createDefaultCards(outbox), clock });
  const findDefaultCard: FindDefaultCard = async (context) => {
    if (!context.viewer) return null;
    const load = (accountIds: readonly Id<'account'>[]) =>
      Promise.all(accountIds.map(async (id) => (await findDefaultChoice(db, id)).defaultCardId));
    return context.loader<Id<'account'>, Id<'card'> | null>('default card', load).load(context.viewer.accountId);
  };
  return {
    feature: {
      resolvers: [
        new DefaultCardResolver({ setDefaultCard, findDefaultCard, views }),
        new AccountDefaultCardResolver({ findDefaultCard, views }),
        new PaymentOrderResolver({
          setPaymentOrder: createSetPaymentOrder({ once, defaultCards: createDefaultCards(outbox), clock }),
          listPaymentOrder: async (accountId) => paymentOrderOf(await readDefaultCard(db, accountId)),
          views,
        }),
      ],
    } satisfies Feature,
  };
}
