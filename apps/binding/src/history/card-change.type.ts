import type { Id } from '@bindery/kernel';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar } from '@bindery/subgraph';
import { BindingActorEnum, BindingPhaseEnum } from '../cards';
import { CardChangeKindEnum, CardChangeWayEnum } from './card-change.enums';
import type { ChangeKind } from './history.rules';

@ObjectType('CardChange', { description: 'One change of a card (requirement 38).' })
export class CardChangeType {
  @Field(() => ID, { description: 'Its id, e.g. change_01h455vb4pex5vsknk084sn02q; not one for node.' })
  id!: Id<'change'>;

  @Field(() => DateTimeScalar, { description: 'When, UTC.' })
  at!: Date;

  @Field(() => BindingActorEnum, { description: 'Who did it, e.g. HOLDER.' })
  actor!: keyof typeof BindingActorEnum;

  @Field(() => CardChangeWayEnum, { description: 'By which way it came, e.g. WALLET_APP.' })
  way!: keyof typeof CardChangeWayEnum;

  @Field({
    description: 'By which way, e.g. WALLET_APP, PROVIDER_WEBHOOK.',
    deprecationReason: 'It is text where there is a list. Use way. Stays until 2027-12-31.',
  })
  channel!: string;

  @Field(() => CardChangeKindEnum, { description: 'What it was, e.g. UNBIND_REQUESTED.' })
  kind!: ChangeKind;

  @Field({
    description:
      'Trigger of the card machine, e.g. RequestUnbind; RefundFee where a fee was given back, OpenCase, MissAnswer and CloseCase of a case.',
    deprecationReason: 'It is text, and the machine’s inside. Use kind. Stays until 2027-12-31.',
  })
  trigger!: string;

  @Field(() => String, { nullable: true, description: 'Why, where a reason is given, e.g. PRIVACY.' })
  reason!: string | null;

  @Field(() => BindingPhaseEnum, { nullable: true, description: 'Phase before; null for the start.' })
  from!: keyof typeof BindingPhaseEnum | null;

  @Field(() => BindingPhaseEnum, { description: 'Phase after.' })
  to!: keyof typeof BindingPhaseEnum;

  @Field({ description: 'The change in words, in the language of the caller.' })
  text!: string;
}

@ObjectType('CardChangeConnection', { description: 'A page of changes, the newest first.' })
export class CardChangeConnection extends connectionOf('CardChange', () => CardChangeType) {
  @Field(() => Int, { description: 'How many changes the whole list has, as filtered.' })
  totalCount!: Promise<number>;
}
