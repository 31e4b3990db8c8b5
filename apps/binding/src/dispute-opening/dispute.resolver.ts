import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Id } from '@bindery/kernel';
import { argumentError, listOfAbout, type RequestContext } from '@bindery/subgraph';
import { isTimeZone } from '@bindery/values';
import type { Catalogue } from '../catalogue';
import { groupedBy, type Views } from '../cards';
import type { Dispute, DisputeDecision } from '../disputes';
import { BindingNextStepType, toNextStepType, type ListNextSteps, type LoadOffers } from '../next-steps';
import { cardKindOf } from '../providers';
import { FeeRefundType, refundOf, type Charge, type FeeRefund } from '../unbind';
import { cardOutcomeOf, stepsOf, type CardOutcome } from './card-outcome.rules';
import { say } from './dispute-opening.words';
import { sayStanding } from './dispute.mapper';
import { DisputeCardOutcomeEnum, DisputeType } from './dispute.type';

interface DisputeResolverDeps {
  readonly listDecisions: (ids: readonly Id<'dispute'>[]) => Promise<DisputeDecision[]>;
  readonly listCharges: (ids: readonly Id<'binding'>[]) => Promise<Charge[]>;
  readonly views: Views;
  readonly loadOffers: LoadOffers;
  readonly listNextSteps: ListNextSteps;
  readonly profileOf: Catalogue['profileOf'];
}

@Resolver(() => DisputeType)
export class DisputeResolver {
  constructor(private readonly deps: DisputeResolverDeps) {}

  @FieldResolver(() => String, { description: 'What it is about, in the language of the caller.' })
  title(@Root() { about }: DisputeType, @Ctx() { locale }: RequestContext): string {
    return say(locale, `about.${about}`);
  }

  @FieldResolver(() => String, {
    description: 'How it stands and until when, in the language of the caller and the time of a zone.',
  })
  async text(
    @Root() { source }: DisputeType,
    @Arg('timeZone', () => String, {
      nullable: true,
      description: 'Another zone than that of the account, by its IANA name, e.g. Asia/Shanghai.',
    })
    asked: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<string> {
    const timeZone = asked ?? (await context.timeZone());
    if (!isTimeZone(timeZone))
      throw argumentError({ en: 'timeZone is an IANA name.', 'zh-CN': 'timeZone 必须是 IANA 时区名称。' });
    const outcome = await this.outcomeOf(source, context);
    const following = outcome && {
      outcome,
      refund: await this.refundOf(source, context),
      askedForMoney: await this.askedForMoney(source, context),
    };
    return sayStanding(source, following, { locale: context.locale, timeZone });
  }

  @FieldResolver(() => DisputeCardOutcomeEnum, {
    nullable: true,
    description: 'What becomes of the card, as it stands now, e.g. BIND_ANEW; null where the dispute is not upheld.',
  })
  cardOutcome(@Root() { source }: DisputeType, @Ctx() context: RequestContext): Promise<CardOutcome | null> {
    return this.outcomeOf(source, context);
  }

  @FieldResolver(() => FeeRefundType, {
    nullable: true,
    description: 'The fee of the disputed unbind, where it was given back; null if nothing was.',
  })
  feeRefunded(@Root() { source }: DisputeType, @Ctx() context: RequestContext): Promise<FeeRefund | null> {
    return this.refundOf(source, context);
  }

  @Directive(listOfAbout(1))
  @FieldResolver(() => [BindingNextStepType], {
    description:
      'What the holder does after it was upheld: the step of its binding by which the card comes back (RESTORE, REBIND) or gets another number (REPLACE, UNBIND), and CONTACT_PROVIDER for money that was taken; empty where there is nothing to do, or it cannot be done now.',
  })
  async nextSteps(@Root() { source }: DisputeType, @Ctx() context: RequestContext): Promise<BindingNextStepType[]> {
    const outcome = await this.outcomeOf(source, context);
    if (!outcome) return [];
    const binding = await this.deps.views.binding(context, source.bindingId);
    const offered =
      binding && stepsOf[outcome].length > 0 ? await this.deps.listNextSteps(context, binding.source) : [];
    const steps = stepsOf[outcome].flatMap((wanted) => offered.filter(({ code }) => code === wanted)).slice(0, 1);
    if (!binding || !(await this.askedForMoney(source, context))) return steps;
    const profile = this.deps.profileOf(binding.source.provider);
    return [toNextStepType({ code: 'CONTACT_PROVIDER' }, profile, context), ...steps];
  }

  /** The name of the provider that took the money of the disputed use; null where it was a door, or is about no use. */
  private async askedForMoney({ about, bindingId }: Dispute, context: RequestContext): Promise<string | null> {
    const binding = about === 'UNAUTHORISED_USE' && (await this.deps.views.binding(context, bindingId));
    if (!binding) return null;
    const { kind, provider } = binding.source;
    return cardKindOf(kind).canPay ? this.deps.profileOf(provider).name[context.locale] : null;
  }

  private async outcomeOf(dispute: Dispute, context: RequestContext): Promise<CardOutcome | null> {
    if (dispute.state !== 'UPHELD' && dispute.state !== 'AWAITING_PROOF') return null;
    const binding = await this.deps.views.binding(context, dispute.bindingId);
    if (!binding) return null;
    const { restore } = await this.deps.loadOffers(context, binding.source);
    return cardOutcomeOf(dispute, binding.source, restore !== null);
  }

  private async refundOf({ about, bindingId, actAt }: Dispute, context: RequestContext): Promise<FeeRefund | null> {
    if (about !== 'UNAUTHORISED_UNBIND') return null;
    const ofBinding = groupedBy(this.deps.listCharges, (charge: Charge) => charge.bindingId);
    return refundOf(await context.loader('charges of binding', ofBinding).load(bindingId), actAt);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was decided so, in the words of our people; null before it is decided.',
  })
  async reason(@Root() { source }: DisputeType, @Ctx() context: RequestContext): Promise<string | null> {
    if (source.decidedAt === null) return null;
    const batch = groupedBy(this.deps.listDecisions, ({ disputeId }) => disputeId);
    const said = await context.loader('decisions of dispute', batch).load(source.settledById ?? source.id);
    return said.findLast(({ words }) => words !== null)?.words ?? null;
  }
}
