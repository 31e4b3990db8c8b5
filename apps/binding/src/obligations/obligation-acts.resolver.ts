import { givenId } from '@bindery/kernel';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { BindingType, type Views } from '../cards';
import type { ObligationAct } from '../operations';
import type { ObligationActKind } from '../providers';
import { CancelMandateInput, MoveMandateInput, SettlePendingInput, WithdrawBalanceInput } from './obligations.input';
import type { ToObligations } from './obligations.mapper';
import { toObligationProblem } from './obligations.problems';
import {
  CancelMandateResult,
  CancelMandateSuccess,
  MoveMandateResult,
  MoveMandateSuccess,
  ObligationOfferChangedError,
  SettlePendingResult,
  SettlePendingSuccess,
  WithdrawBalanceResult,
  WithdrawBalanceSuccess,
} from './obligations.result';
import type { OrderAct } from './order-act';

interface ObligationActsResolverDeps {
  readonly orderAct: OrderAct;
  readonly listActs: (bindingIds: readonly BindingType['id'][]) => Promise<ObligationAct[]>;
  readonly toAct: ToObligations['toAct'];
  readonly views: Views;
}

@Resolver(() => ObligationOfferChangedError)
export class ObligationActsResolver {
  constructor(private readonly deps: ObligationActsResolverDeps) {}

  @Mutation(() => CancelMandateResult, {
    description: 'Has the provider cancel a recurring payment of a card (requirement 16).',
  })
  cancelMandate(
    @Arg('input', { description: 'The offer and the proof.' }) input: CancelMandateInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CancelMandateResult> {
    return this.order(context, 'CANCEL_MANDATE', input, new CancelMandateSuccess());
  }

  @Mutation(() => MoveMandateResult, {
    description:
      'Has the provider move a recurring payment to another card of the holder, who agrees to it (requirements 16 and 41).',
  })
  moveMandate(
    @Arg('input', { description: 'The offer, what was agreed to, and the proof.' }) input: MoveMandateInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof MoveMandateResult> {
    return this.order(context, 'MOVE_MANDATE', input, new MoveMandateSuccess());
  }

  @Mutation(() => SettlePendingResult, { description: 'Has a pending payment of a card paid now (requirement 16).' })
  settlePending(
    @Arg('input', { description: 'The offer and the proof.' }) input: SettlePendingInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SettlePendingResult> {
    return this.order(context, 'SETTLE_PENDING', input, new SettlePendingSuccess());
  }

  @Mutation(() => WithdrawBalanceResult, {
    description: 'Has the whole balance of a card paid out to where it came from (requirement 16).',
  })
  withdrawBalance(
    @Arg('input', { description: 'The offer and the proof.' }) input: WithdrawBalanceInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof WithdrawBalanceResult> {
    return this.order(context, 'WITHDRAW_BALANCE', input, new WithdrawBalanceSuccess());
  }

  @FieldResolver(() => BindingType, {
    nullable: true,
    description: 'The card; its obligations have the offers of now.',
  })
  current(
    @Root() { bindingId }: ObligationOfferChangedError,
    @Ctx() context: RequestContext,
  ): Promise<BindingType | null> {
    return this.deps.views.binding(context, bindingId);
  }

  private async order<Success extends object>(
    context: RequestContext,
    kind: ObligationActKind,
    input: CancelMandateInput | MoveMandateInput,
    success: Success,
  ) {
    const { orderAct, listActs, toAct, views } = this.deps;
    const bindingId = givenId('binding', input.bindingId);
    const ordered = await orderAct({ ...input, kind, bindingId, viewer: requireViewer(context) });
    if (!ordered.ok) return toObligationProblem(ordered.error, context.locale);
    const { operationId } = ordered.value;
    const act = (await listActs([bindingId])).find((one) => one.operationId === operationId);
    if (!act) throw new Error(`${operationId} is gone after it was asked for`);
    return Object.assign(success, {
      act: await toAct(context, act),
      binding: await views.bindingAfter(context, bindingId),
    });
  }
}
