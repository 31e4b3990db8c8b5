import { givenId, type Id } from '@bindery/kernel';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { listOfAbout, requireViewer, type RequestContext } from '@bindery/subgraph';
import { AccountType, CardType, type Views } from '../cards';
import { toDefaultCardProblem } from './default-card.problems';
import { SetPaymentOrderInput } from './set-default-card.input';
import { SetPaymentOrderResult, SetPaymentOrderSuccess } from './set-default-card.result';
import type { SetPaymentOrder } from './set-payment-order';

interface PaymentOrderResolverDeps {
  readonly setPaymentOrder: SetPaymentOrder;
  readonly listPaymentOrder: (accountId: Id<'account'>) => Promise<Id<'card'>[]>;
  readonly views: Views;
}

@Resolver(() => AccountType)
export class PaymentOrderResolver {
  constructor(private readonly deps: PaymentOrderResolverDeps) {}

  @Mutation(() => SetPaymentOrderResult, {
    description: 'Says in which order cards are tried to pay; the first that can is the default (requirements 14, 17).',
  })
  async setPaymentOrder(
    @Arg('input', { description: 'The cards.' }) input: SetPaymentOrderInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SetPaymentOrderResult> {
    const cardIds = input.cardIds.map((id) => givenId('card', id));
    const set = await this.deps.setPaymentOrder({ ...input, cardIds, viewer: requireViewer(context) });
    if (!set.ok) return toDefaultCardProblem(set.error, context.locale);
    return Object.assign(new SetPaymentOrderSuccess(), { paymentOrder: await this.paymentOrder(context) });
  }

  @Directive(listOfAbout(5))
  @FieldResolver(() => [CardType], {
    description:
      'The cards that can pay now, in the order in which they are tried: the default first; when it goes, the next takes its place.',
  })
  async paymentOrder(@Ctx() context: RequestContext): Promise<CardType[]> {
    const { listPaymentOrder, views } = this.deps;
    if (!context.viewer) return [];
    const ids = await listPaymentOrder(context.viewer.accountId);
    const cards = await Promise.all(ids.map((id) => views.card(context, id)));
    return cards.filter((card) => card !== null);
  }
}
