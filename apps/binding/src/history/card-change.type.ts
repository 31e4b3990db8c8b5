import type { Id } from '@bindery/kernel';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar } from '@bindery/subgraph';
import { BindingActorEnum, BindingPhaseEnum } from '../cards';

@ObjectType('CardChange', { description: 'One change of a card (requirement 38).' })
export class CardChangeType {
  @Field(() => ID, { description: 'Global id, e.g. change_01h455vb4pex5vsknk084sn02q.' })
  id!: Id<'change'>;

  @Field(() => DateTimeScalar, { description: 'When, UTC.' })
  at!: Date;

  @Field(() => BindingActorEnum, { description: 'Who did it, e.g. HOLDER.' })
  actor!: keyof typeof BindingActorEnum;

  @Field({ description: 'By which way, e.g. WALLET_APP, PROVIDER_WEBHOOK, JOB.' })
  channel!: string;

  @Field({ description: 'Trigger of the card machine, e.g. RequestUnbind.' })
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
export class CardChangeConnection extends connectionOf('CardChange', () => CardChangeType) {}
