import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar, listOfAbout } from '@bindery/subgraph';
import { ReaderRevocationStateEnum } from './revocation.enums';

@ObjectType('ReaderRevocation', { description: 'A reader that has to forget a card that was taken off.' })
export class ReaderRevocationType {
  @Field(() => ID, { description: 'The provider’s name for it, e.g. riverside-garage; not one for node.' })
  id!: string;

  @Field({ description: 'Its door, in the language of the caller.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its site, in the language of the caller; null if not told.' })
  site!: string | null;

  @Field(() => ReaderRevocationStateEnum, { description: 'How far it is, e.g. CONFIRMED.' })
  state!: keyof typeof ReaderRevocationStateEnum;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it confirmed, UTC; null while it has not.' })
  confirmedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it forgets the card at the latest, UTC; null once it has confirmed.',
  })
  worstCaseUntil!: Date | null;

  @Field({ description: 'The same in words, in the language of the caller.' })
  text!: string;
}

@ObjectType('BindingRevocation', {
  description: 'Where a card that was taken off is known to be off: reader by reader, and the worst case for the rest.',
})
export class BindingRevocationType {
  @Directive(listOfAbout(5))
  @Field(() => [ReaderRevocationType], { description: 'Every reader that opened to the card.' })
  readers!: ReaderRevocationType[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the last reader confirmed, UTC; null while one has not.',
  })
  allConfirmedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the last of the rest forgets the card at the latest, UTC; null once all have confirmed.',
  })
  worstCaseUntil!: Date | null;

  @Field({ description: 'The same in words, in the language of the caller.' })
  text!: string;
}
