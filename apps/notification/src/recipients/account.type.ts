import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Identity's entity, by key only: features here add fields to it. */
@Directive('@key(fields: "id")')
@ObjectType('Account', { description: 'A person’s account: everything they have hangs on it.' })
export class AccountType {
  @Field(() => ID, { description: 'Global id, e.g. account_01h455vb4pex5vsknk084sn02q.' })
  id!: string;
}
