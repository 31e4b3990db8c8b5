import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import { BindingType, byId, groupedBy } from '../cards';
import type { LoadLostSince } from '../lost';
import type { LoadOffers } from '../next-steps';
import { hasWorkingCard } from './charge-and-receipt';
import type { Charge } from './charge.rules';
import { toReceiptType } from './receipt.mapper';
import { isOffNow, receiptRemedies, refundOf, type Receipt } from './receipt.rules';
import { BindingReceiptType } from './receipt.type';

interface BindingReceiptResolverDeps {
  readonly listReceipts: (ids: readonly Receipt['id'][]) => Promise<Receipt[]>;
  readonly listCharges: (ids: readonly Charge['bindingId'][]) => Promise<Charge[]>;
  readonly loadOffers: LoadOffers;
  readonly loadLostSince: LoadLostSince;
}

@Resolver(() => BindingType)
export class BindingReceiptResolver {
  constructor(private readonly deps: BindingReceiptResolverDeps) {}

  @FieldResolver(() => BindingReceiptType, {
    nullable: true,
    description: 'What the last unbind did; null if there was none.',
  })
  async receipt(@Root() { source }: BindingType, @Ctx() context: RequestContext): Promise<BindingReceiptType | null> {
    const { listReceipts, listCharges, loadOffers, loadLostSince } = this.deps;
    if (source.receiptId === null) return null;
    const receipt = await context.loader('receipt', byId(listReceipts)).load(source.receiptId);
    if (!receipt) return null;
    // A report of a card that is off lays no hold.
    const cardWorks = hasWorkingCard(source) && (await loadLostSince(context, source.cardId)) === null;
    const remedies = receiptRemedies(source.state.phase, cardWorks, await loadOffers(context, source));
    const ofBinding = groupedBy(listCharges, ({ bindingId }: Charge) => bindingId);
    const charges = receipt.feeCharged ? await context.loader('charges of binding', ofBinding).load(source.id) : [];
    return toReceiptType(
      receipt,
      refundOf(charges, receipt.at),
      remedies,
      isOffNow(source.state.phase),
      context.locale,
    );
  }
}
