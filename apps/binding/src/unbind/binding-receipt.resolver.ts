import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import { BindingType, byId } from '../cards';
import { toReceiptType } from './receipt.mapper';
import type { Receipt } from './receipt.rules';
import { BindingReceiptType } from './receipt.type';

type ListReceipts = (ids: readonly Receipt['id'][]) => Promise<Receipt[]>;

@Resolver(() => BindingType)
export class BindingReceiptResolver {
  constructor(private readonly listReceipts: ListReceipts) {}

  @FieldResolver(() => BindingReceiptType, {
    nullable: true,
    description: 'What the last unbind did; null if there was none.',
  })
  async receipt(
    @Root() { source: { receiptId } }: BindingType,
    @Ctx() context: RequestContext,
  ): Promise<BindingReceiptType | null> {
    if (receiptId === null) return null;
    const receipt = await context.loader('receipt', byId(this.listReceipts)).load(receiptId);
    return receipt && toReceiptType(receipt, context.locale);
  }
}
