import type { Id } from '@bindery/kernel';
import { Directive, Field, ObjectType } from 'type-graphql';
import { DateTimeScalar, inWords, listOfAbout, MoneyType, ProofActionEnum, RemedyType } from '@bindery/subgraph';
import type { ProofAction } from '@bindery/trust';
import { MandateType, PendingPaymentType } from './obligation.type';
import { UnbindEffect } from './unbind-effect.type';
import { UnbindBlockerKindEnum } from './unbind-plan.enums';
import { planLifetimeMs } from './unbind-plan.rules';

@ObjectType('UnbindBlocker', { description: 'Something that must be settled before the unbind.' })
export class UnbindBlockerType {
  @Field(() => UnbindBlockerKindEnum, { description: 'What it is, e.g. PENDING_PAYMENT.' })
  kind!: keyof typeof UnbindBlockerKindEnum;

  @Field({
    description: 'Stable code, e.g. PENDING_PAYMENT.',
    deprecationReason: 'It is text where there is a list. Use kind. Stays until 2027-12-31.',
  })
  code!: string;

  @Field({ description: 'The blocker in words, in the language of the caller.' })
  text!: string;

  @Field(() => [RemedyType], { description: 'What can be done now, in the order to try.' })
  remedies!: RemedyType[];

  @Field(() => MoneyType, { nullable: true, description: 'The balance, of BALANCE; null for all others.' })
  balance!: MoneyType | null;

  @Directive(listOfAbout(2))
  @Field(() => [PendingPaymentType], { description: 'The payments, of PENDING_PAYMENT; empty for all others.' })
  pending!: PendingPaymentType[];

  @Directive(listOfAbout(2))
  @Field(() => [MandateType], { description: 'Who collects what and when, of MANDATE; empty for all others.' })
  mandates!: MandateType[];

  /** For field resolvers. */
  bindingId!: Id<'binding'>;
}

@ObjectType('UnbindPlanProof', { description: 'The proof of identity that the unbind needs (requirement 4).' })
class UnbindPlanProofType {
  @Field(() => ProofActionEnum, { description: 'What is to be proved: UNBIND.' })
  allows!: ProofAction;

  @Field({
    description: 'The action to be proved: UNBIND.',
    deprecationReason: 'It is text where there is a list. Use allows. Stays until 2027-12-31.',
  })
  action!: string;

  @Field(() => [String], { description: 'Factors that will do, any one of them, best first, e.g. SMS_CODE.' })
  factors!: string[];
}

@ObjectType('UnbindPlan', { description: `Everything an unbind would do, quoted for ${inWords(planLifetimeMs)}.` })
export class UnbindPlanType {
  @Field({ description: 'Names this plan; goes into the proof and the request, e.g. kZ0…, 43 characters.' })
  digest!: string;

  @Field(() => DateTimeScalar, { description: 'Until when the quote holds, UTC.' })
  quotedUntil!: Date;

  @Field(() => [UnbindEffect], { description: 'What would happen, the gravest first.' })
  effects!: UnbindEffect[];

  @Directive(listOfAbout(2))
  @Field(() => [UnbindBlockerType], { description: 'What must be settled first; empty when nothing.' })
  blockers!: UnbindBlockerType[];

  @Field({ description: 'The proof that is needed.' })
  proof!: UnbindPlanProofType;

  @Field(() => MoneyType, { nullable: true, description: 'What it costs; null when it is free. Never exceeded.' })
  fee!: MoneyType | null;

  /** For field resolvers. */
  bindingId!: Id<'binding'>;
}
