import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Once, UnitOfWork } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { Catalogue } from '../catalogue';
import type { Transitions } from '../lifecycle';
import type { LoadLostSince } from '../lost';
import type { LoadOffers } from '../next-steps';
import type { UseProof } from '../proofs';
import type { Connectors } from '../providers';
import type { QuoteUnbind, ReadUnbindFacts } from '../unbind-plan';
import { ChargeRow } from './charge.entity';
import { ReceiptRow } from './receipt.entity';
import { BindingReceiptResolver } from './binding-receipt.resolver';
import { createRequestUnbind } from './request-unbind';
import { createUnbindByPlan } from './unbind-by-plan';
import { listChargesOf, listReceiptsById } from './unbind.repository';
import { UnbindResolver } from './unbind.resolver';

export { refundOf, type FeeRefund } from './receipt.rules';
export { BindingReceiptType, FeeRefundType } from './receipt.type';
export { createUnbindEffects } from './charge-and-receipt';
export { chargeOf, type Charge } from './charge.rules';
export { refundFee } from './refund-fee';
export { listCharges, listChargesOf, listReceipts } from './unbind.repository';

export const unbindClasses = {
  resolvers: [UnbindResolver, BindingReceiptResolver],
  entities: [ChargeRow, ReceiptRow],
} satisfies FeatureClasses;

interface UnbindFoundation {
  readonly db: EntityManager;
  readonly once: Once;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

interface UnbindDeps {
  readonly transitions: Transitions;
  readonly useProof: UseProof;
  readonly catalogue: Catalogue;
  readonly connectors: Connectors;
  readonly quoteUnbind: QuoteUnbind;
  readonly readUnbindFacts: ReadUnbindFacts;
  readonly loadOffers: LoadOffers;
  readonly loadLostSince: LoadLostSince;
  readonly views: Views;
}

export function createUnbind({ db, once, unitOfWork, clock }: UnbindFoundation, deps: UnbindDeps) {
  const { transitions, useProof, catalogue, connectors, quoteUnbind, loadOffers, loadLostSince, views } = deps;
  const { profiles } = catalogue;
  const { readUnbindFacts } = deps;
  const unbindByPlan = createUnbindByPlan({ transitions, useProof, profiles, readUnbindFacts, clock });
  const requestUnbind = createRequestUnbind({ once, unitOfWork, unbindByPlan, quoteUnbind, profiles, connectors });
  return {
    feature: {
      resolvers: [
        new UnbindResolver({ requestUnbind, views }),
        new BindingReceiptResolver({
          listReceipts: (ids) => listReceiptsById(db, ids),
          listCharges: (ids) => listChargesOf(db, ids),
          loadOffers,
          loadLostSince,
        }),
      ],
    } satisfies Feature,
  };
}
