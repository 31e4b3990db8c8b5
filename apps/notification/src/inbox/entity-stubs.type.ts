import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Entities of other subgraphs, by key only: this one adds fields to them. */

@Directive('@key(fields: "id")')
@ObjectType('Account', { description: 'A person’s account: everything they have hangs on it.' })
export class AccountStub {
  @Field(() => ID, { description: 'Global id, e.g. account_01h455vb4pex5vsknk084sn02q.' })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Card', {
  description: 'What the holder owns: a bank card, an access card, a wallet. Its number is never kept.',
})
export class CardStub {
  @Field(() => ID, { description: 'Global id, e.g. card_01h455vb4pex5vsknk084sn02q.' })
  id!: string;
}
