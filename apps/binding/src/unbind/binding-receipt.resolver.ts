import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import { BindingType, byId } from '../cards';
import type { LoadOffers } from '../next-steps';
import { toReceiptType } from './receipt.mapper';
import { receiptRemedies, type Receipt } from './receipt.rules';
import { BindingReceiptType } from './receipt.type';

interface BindingReceiptResolverDeps {
  readonly listReceipts: (ids: readonly Receipt['id'][]) => Promise<Receipt[]>;
  readonly loadOffers: LoadOffers;
}

@Resolver(() => BindingType)
export class BindingReceiptResolver {
  constructor(private readonly deps: BindingReceiptResolverDeps) {}

  @FieldResolver(() => BindingReceiptType, {
    nullable: true,
    description: 'What the last unbind did; null if there was none.',
  })
  async receipt(@Root() { source }: BindingType, @Ctx() context: RequestContext): Promise<BindingReceiptType | null> {
    const { listReceipts, loadOffers } = this.deps;
    if (source.receiptId === null) return null;
    const receipt = await context.loader('receipt', byId(listReceipts)).load(source.receiptId);
    if (!receipt) return null;
    const remedies = receiptRemedies(source.state.phase, await loadOffers(context, source));
    return toReceiptType(receipt, remedies, context.locale);
  }
}
