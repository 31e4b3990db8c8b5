import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Binding's entity, by key only: this feature adds a field to it. */
@Directive('@key(fields: "id")')
@ObjectType('Card', {
  description: 'What the holder owns, of whatever kind. Its number is never kept.',
})
export class CardType {
  @Field(() => ID, { description: 'Global id, e.g. card_01h455vb4pex5vsknk084sn02q.' })
  id!: string;
}
