import type { Id } from '@bindery/kernel';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar, listOfAbout, MoneyType } from '@bindery/subgraph';
import { BindingType } from '../cards';
import { ObligationActKindEnum } from '../catalogue';
import { MoveFateEnum, type MoveFate } from '../move';
import type { ObligationActKind } from '../providers';
import type { OwedCode } from '../operations';
import { MandateType, PendingPaymentType, UnbindBlockerKindEnum } from '../unbind-plan';
import { ObligationActStateEnum } from './obligations.enums';
import type { ObligationActState } from './obligation-act-state.rules';

@ObjectType('ObligationOffer', {
  description: 'One thing that can be done now about what hangs on a card, exactly so: by the mutation of its kind.',
})
export class ObligationOfferType {
  @Field(() => ObligationActKindEnum, { description: 'What is done, e.g. MOVE_MANDATE; the proof is for this action.' })
  kind!: ObligationActKind;

  @Field({ description: 'Names this offer; goes into the proof and the mutation as planDigest, 43 characters.' })
  digest!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Id of the mandate or pending payment that it is about, e.g. m-1; null for the balance.',
  })
  obligationId!: string | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'What is paid, paid out, or collected next; null where the provider does not say.',
  })
  amount!: MoneyType | null;

  @Field(() => BindingType, {
    nullable: true,
    description: 'The card that a mandate moves to; null for all others.',
  })
  to!: BindingType | null;

  @Field({ description: 'What would happen, in the language of the caller.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What the holder agrees to by MOVE_MANDATE, to be shown and given back as consent.text; null for all others.',
  })
  consentText!: string | null;
}

@ObjectType('Obligations', {
  description:
    'What hangs on a card at its provider, as it says now (requirement 16): on one that is bound, or replaced and not off there yet.',
})
export class ObligationsType {
  @Field(() => MoneyType, { nullable: true, description: 'What is unspent; null where there is no balance.' })
  balance!: MoneyType | null;

  @Directive(listOfAbout(2))
  @Field(() => [PendingPaymentType], { description: 'Payments that are not settled yet.' })
  pending!: PendingPaymentType[];

  @Directive(listOfAbout(2))
  @Field(() => [MandateType], { description: 'Who collects by themselves, what and when next.' })
  mandates!: MandateType[];

  @Directive(listOfAbout(4))
  @Field(() => [ObligationOfferType], {
    description: 'All that can be done about them here, now; empty where its holder has to go to the provider.',
  })
  offers!: ObligationOfferType[];
}

@ObjectType('CardMoveObligation', { description: 'One thing that hangs on a card that moves, and what becomes of it.' })
export class CardMoveObligationType {
  @Field(() => UnbindBlockerKindEnum, { description: 'What it is: BALANCE, PENDING_PAYMENT or MANDATE.' })
  kind!: 'BALANCE' | 'PENDING_PAYMENT' | 'MANDATE';

  @Field(() => MoveFateEnum, { description: 'What becomes of it, e.g. GOES_ALONG.' })
  fate!: MoveFate;

  @Field({ description: 'The merchant, or what is paid for; of the balance that it is the balance.' })
  about!: string;

  @Field(() => MoneyType, { nullable: true, description: 'How much; null where the provider does not say.' })
  amount!: MoneyType | null;

  @Field({ description: 'The same in words, in the language of the caller.' })
  text!: string;

  @Directive(listOfAbout(2))
  @Field(() => [ObligationOfferType], { description: 'What can be done about it here, before the move or after it.' })
  offers!: ObligationOfferType[];
}

@ObjectType('KeptAtProvider', {
  description:
    'Why a card whose place another has taken is at its provider still: what hangs on it comes first. It is suspended there where its provider does that, and refused here.',
})
export class KeptAtProviderType {
  @Directive(listOfAbout(2))
  @Field(() => [UnbindBlockerKindEnum], { description: 'What it waits for, e.g. PENDING_PAYMENT.' })
  owes!: OwedCode[];

  @Field(() => DateTimeScalar, { description: 'Since when, UTC.' })
  since!: Date;

  @Field({ description: 'The same in words, in the language of the caller.' })
  text!: string;
}

@ObjectType('ObligationAct', { description: 'Something that a provider was asked to do about what hangs on a card.' })
export class ObligationActType {
  @Field(() => ID, {
    description: 'Id of the operation, e.g. operation_01h455vb4pex5vsknk084sn02q; not one for node.',
  })
  id!: Id<'operation'>;

  @Field(() => ObligationActKindEnum, { description: 'What was asked for, e.g. CANCEL_MANDATE.' })
  kind!: ObligationActKind;

  @Field(() => ObligationActStateEnum, { description: 'How it stands, e.g. DONE.' })
  state!: ObligationActState;

  @Field({ description: 'The same in words, in the language of the caller; of a refusal with its cause.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Id of the mandate or pending payment that it is about, e.g. m-1; null for the balance.',
  })
  obligationId!: string | null;

  @Field({
    description:
      'The merchant, or what is paid for, as the provider says it; of the balance that it is the balance, in the language of the caller.',
  })
  about!: string;

  @Field(() => MoneyType, { nullable: true, description: 'How much it is about; null where that is not known.' })
  amount!: MoneyType | null;

  @Field(() => BindingType, { nullable: true, description: 'The card that a mandate moves to; null for all others.' })
  to!: BindingType | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked for, UTC.' })
  askedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'By when the provider answers, or it becomes a case, UTC.' })
  deadline!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended, UTC; null while it is under way.' })
  endedAt!: Date | null;
}
