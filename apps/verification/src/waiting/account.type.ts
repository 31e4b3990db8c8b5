import type { Id } from '@bindery/kernel';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Account', { description: 'A card holder.' })
export class AccountType {
  @Field(() => ID, { description: 'Global id, e.g. account_01h455vb4pex5vsknk084sn02q.' })
  id!: Id<'account'>;
}
