import type { Id } from '@bindery/kernel';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar, NodeInterface } from '@bindery/subgraph';
import { CardKindEnum } from '../providers';

@ObjectType('CardDoor', { description: 'A door that a card opens.' })
class CardDoorType {
  @Field(() => ID, { description: 'The provider’s code of the door, e.g. riverside-gate.' })
  id!: string;

  @Field({ description: 'Its name, in the language of the caller.' })
  name!: string;
}

@ObjectType('CardSite', { description: 'The one site where a card is valid (requirement 1).' })
class CardSiteType {
  @Field({ description: 'Name of the site, in the language of the caller.' })
  name!: string;

  @Field(() => [CardDoorType], { description: 'The doors it opens there.' })
  doors!: CardDoorType[];
}

@Directive('@key(fields: "id")')
@ObjectType('Card', {
  implements: NodeInterface,
  description: 'What the holder owns, of whatever kind. Its number is never kept.',
})
export class CardType extends NodeInterface {
  declare id: Id<'card'>;

  @Field(() => CardKindEnum, { description: 'What kind of card it is.' })
  kind!: keyof typeof CardKindEnum;

  @Field({ description: 'A name to show, in the language of the caller, e.g. Seaside Bank Visa ·· 1111.' })
  displayName!: string;

  @Field({ description: 'The last four characters of its number, e.g. 1111.' })
  lastFour!: string;

  @Field(() => String, { nullable: true, description: 'Its scheme, e.g. Visa; null where it has none.' })
  brand!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its last day, e.g. 2030-07-31, where the provider told one; null where it does not expire.',
  })
  expiresOn!: string | null;

  @Field(() => CardSiteType, {
    nullable: true,
    description: 'Where it is valid; null for a card that no one site gave out.',
  })
  site!: CardSiteType | null;

  @Field(() => DateTimeScalar, { description: 'When it was first added, UTC.' })
  addedAt!: Date;

  /** For the field resolvers. */
  providerCode!: string;
}

@ObjectType('CardConnection', { description: 'A page of cards, in the order they were added.' })
export class CardConnection extends connectionOf('Card', () => CardType) {
  @Field(() => Int, { description: 'How many cards the whole list has.' })
  totalCount!: Promise<number>;
}
