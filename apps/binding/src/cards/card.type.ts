import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar, MoneyType, NodeInterface } from '@bindery/subgraph';
import { BindingActorEnum, BindingPhaseEnum, CardKindEnum, UsageKindEnum } from './binding.enums';

@ObjectType('CardDoor', { description: 'A door that an access card opens.' })
class CardDoorType {
  @Field(() => ID, { description: 'The provider’s code of the door, e.g. riverside-gate.' })
  id!: string;

  @Field({ description: 'Its name, in the language of the caller.' })
  name!: string;
}

@ObjectType('CardSite', { description: 'Where an access card is valid (requirement 1).' })
class CardSiteType {
  @Field({ description: 'Name of the site, in the language of the caller.' })
  name!: string;

  @Field(() => [CardDoorType], { description: 'The doors it opens there.' })
  doors!: CardDoorType[];
}

@ObjectType('CardChange', { description: 'One change of a card (requirement 38).' })
export class CardChangeType {
  @Field(() => ID, { description: 'Global id, e.g. change_01h455vb4pex5vsknk084sn02q.' })
  id!: string;

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

@ObjectType('UsageRecord', { description: 'One use of a card; it outlives the binding (requirement 15).' })
export class UsageRecordType {
  @Field(() => ID, { description: 'Global id, e.g. usage_01h455vb4pex5vsknk084sn02q.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When, UTC.' })
  at!: Date;

  @Field(() => UsageKindEnum, { description: 'What it was used for, e.g. PAYMENT.' })
  kind!: keyof typeof UsageKindEnum;

  @Field({ description: 'The use in words, in the language of the caller.' })
  text!: string;

  @Field(() => MoneyType, { nullable: true, description: 'What was paid; null when nothing was.' })
  amount!: MoneyType | null;

  @Field({ description: 'Door or merchant, in the language of the caller.' })
  place!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Card', {
  implements: NodeInterface,
  description: 'What the holder owns: a bank card, an access card, a wallet. Its number is never kept.',
})
export class CardType extends NodeInterface {
  @Field(() => CardKindEnum, { description: 'What kind of card it is.' })
  kind!: keyof typeof CardKindEnum;

  @Field({ description: 'A name to show, in the language of the caller, e.g. Seaside Bank Visa ·· 1111.' })
  displayName!: string;

  @Field({ description: 'The last four characters of its number, e.g. 1111.' })
  lastFour!: string;

  @Field(() => String, { nullable: true, description: 'Scheme of a bank card, e.g. Visa; null for others.' })
  brand!: string | null;

  @Field(() => CardSiteType, { nullable: true, description: 'Where an access card is valid; null for others.' })
  site!: CardSiteType | null;

  @Field(() => DateTimeScalar, { description: 'When it was first added, UTC.' })
  addedAt!: Date;

  /** For the field resolvers. */
  providerCode!: string;
}

@ObjectType('CardConnection', { description: 'A page of cards, in the order they were added.' })
export class CardConnection extends connectionOf('Card', () => CardType) {}

@ObjectType('CardChangeConnection', { description: 'A page of changes, the newest first.' })
export class CardChangeConnection extends connectionOf('CardChange', () => CardChangeType) {}

@ObjectType('UsageRecordConnection', { description: 'A page of uses, the newest first.' })
export class UsageRecordConnection extends connectionOf('UsageRecord', () => UsageRecordType) {}
