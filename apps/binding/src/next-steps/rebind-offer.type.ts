import type { Id } from '@bindery/kernel';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { listOfAbout } from '@bindery/subgraph';
import { DeviceType } from '../cards';
import { ProviderType } from '../catalogue';
import { CardKindEnum } from '../providers';

@ObjectType('KnownCard', { description: 'What is known of a card, to be filled in beforehand. Never its number.' })
export class KnownCardType {
  @Field(() => CardKindEnum, { description: 'What kind of card it is.' })
  kind!: keyof typeof CardKindEnum;

  @Field({ description: 'The last four characters of its number, e.g. 1111.' })
  lastFour!: string;

  @Field(() => String, { nullable: true, description: 'Its scheme, e.g. Visa; null where it has none.' })
  brand!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'When it expires, as it was told, e.g. 2028-07; null if it was not.',
  })
  expiresOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of its site, to be entered again; null for a card of no one site.',
  })
  site!: string | null;
}

@ObjectType('RebindField', { description: 'A field of what is entered of a card.' })
export class RebindFieldType {
  @Field({ description: 'Its name in the input of the kind, e.g. memberNumber.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What it was the last time, to be filled in beforehand, e.g. riverside; null where it has to be typed.',
  })
  known!: string | null;
}

@ObjectType('RebindOffer', {
  description:
    'How a card that is off, or moves to another device, is bound again: what startBinding takes, as far as it is known.',
})
export class RebindOfferType {
  @Field({ description: 'Its provider, with the terms of today.' })
  provider!: ProviderType;

  @Field({ description: 'The device to bind it on.' })
  device!: DeviceType;

  @Field(() => ID, { description: 'For previousBindingId of startBinding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  previousBindingId!: Id<'binding'>;

  @Field(() => String, {
    nullable: true,
    description: 'The field of `card` that is for its kind, e.g. access; null where no card of the kind can be bound.',
  })
  field!: string | null;

  @Directive(listOfAbout(4))
  @Field(() => [RebindFieldType], { description: 'What has to be in that field, each with what is known of it.' })
  asks!: RebindFieldType[];

  @Field({ description: 'What is known of the card.' })
  known!: KnownCardType;
}
