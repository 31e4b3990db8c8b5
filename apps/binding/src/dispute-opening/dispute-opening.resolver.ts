import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { givenId, type Id } from '@bindery/kernel';
import { listOfAbout, requireViewer, type RequestContext } from '@bindery/subgraph';
import { BindingType, groupedBy, type Views } from '../cards';
import type { Disputable, Dispute } from '../disputes';
import type { Binding } from '../lifecycle';
import type { AnswerWasThisYou } from './answer-was-this-you';
import { AnswerWasThisYouInput, OpenDisputeInput } from './dispute-opening.input';
import { toDisputeProblem } from './dispute-opening.problems';
import {
  AlreadyDisputedError,
  AnswerWasThisYouResult,
  AnswerWasThisYouSuccess,
  OpenDisputeResult,
  OpenDisputeSuccess,
} from './dispute-opening.result';
import { say } from './dispute-opening.words';
import { toDisputeType } from './dispute.mapper';
import { DisputableMatterType, DisputeType } from './dispute.type';
import type { OpenDispute } from './open-dispute';

interface DisputeOpeningResolverDeps {
  readonly openDispute: OpenDispute;
  readonly answerWasThisYou: AnswerWasThisYou;
  readonly listDisputes: (ids: readonly Id<'binding'>[]) => Promise<Dispute[]>;
  readonly findDispute: (id: Id<'dispute'>) => Promise<Dispute | null>;
  readonly readDisputables: (bindings: readonly Binding[]) => Promise<readonly (readonly Disputable[])[]>;
  readonly views: Views;
}

@Resolver(() => BindingType)
export class DisputeOpeningResolver {
  constructor(private readonly deps: DisputeOpeningResolverDeps) {}

  @Directive(listOfAbout(2))
  @FieldResolver(() => [DisputeType], { description: 'What its holder has disputed of it, the newest first.' })
  async disputes(@Root() { id }: BindingType, @Ctx() context: RequestContext): Promise<DisputeType[]> {
    return (await this.load(context, id)).map(toDisputeType);
  }

  @Directive(listOfAbout(3))
  @FieldResolver(() => [DisputableMatterType], {
    description: 'What its holder can dispute now, with openDispute: within 60 days of what was done.',
  })
  async disputable(@Root() { source }: BindingType, @Ctx() context: RequestContext): Promise<DisputableMatterType[]> {
    const disputables = await context.loader('disputables', this.deps.readDisputables).load(source);
    return disputables.map(({ about, loanId, until }) =>
      Object.assign(new DisputableMatterType(), { about, loanId, until, title: say(context.locale, `about.${about}`) }),
    );
  }

  @Mutation(() => OpenDisputeResult, {
    description:
      'Says that something was not done by the holder. What is known is frozen at once, the restore clock stands, and a card that somebody else may use is held.',
  })
  async openDispute(
    @Arg('input', { description: 'What was not done by the holder.' }) input: OpenDisputeInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof OpenDisputeResult> {
    const bindingId = givenId('binding', input.bindingId);
    const usageId = input.usageId ? givenId('usage', input.usageId) : null;
    const loanId = input.loanId ? givenId('loan', input.loanId) : null;
    const command = { ...input, bindingId, usageId, loanId, viewer: requireViewer(context) };
    const result = await this.deps.openDispute(command);
    if (!result.ok) return this.toProblem(result.error, context);
    const dispute = await this.after(result.value.disputeId);
    const binding = await this.deps.views.bindingAfter(context, bindingId);
    return Object.assign(new OpenDisputeSuccess(), { dispute, binding });
  }

  @Mutation(() => AnswerWasThisYouResult, {
    description:
      'Answers whether it was the holder who removed a card elsewhere; no opens a dispute of that by one tap.',
  })
  async answerWasThisYou(
    @Arg('input', { description: 'The binding and the answer.' }) input: AnswerWasThisYouInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AnswerWasThisYouResult> {
    const bindingId = givenId('binding', input.bindingId);
    const result = await this.deps.answerWasThisYou({ ...input, bindingId, viewer: requireViewer(context) });
    if (!result.ok) return this.toProblem(result.error, context);
    const { disputeId } = result.value;
    const dispute = disputeId && (await this.after(disputeId));
    const binding = await this.deps.views.bindingAfter(context, bindingId);
    return Object.assign(new AnswerWasThisYouSuccess(), { binding, dispute });
  }

  private load(context: RequestContext, id: Id<'binding'>): Promise<readonly Dispute[]> {
    const batch = groupedBy(this.deps.listDisputes, ({ bindingId }: Dispute) => bindingId);
    return context.loader('disputes of binding', batch).load(id);
  }

  private async after(id: Id<'dispute'>): Promise<DisputeType> {
    const dispute = await this.deps.findDispute(id);
    if (!dispute) throw new Error(`dispute ${id} is gone after it was opened`);
    return toDisputeType(dispute);
  }

  private async toProblem(error: Parameters<typeof toDisputeProblem>[0], context: RequestContext) {
    const problem = toDisputeProblem(error, context.locale);
    if (problem instanceof AlreadyDisputedError && error.kind === 'ALREADY_DISPUTED')
      problem.earlier = await this.after(error.disputeId);
    return problem;
  }
}
