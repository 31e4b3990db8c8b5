import type { Id } from '@bindery/kernel';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Entities of other subgraphs that ours point to or add fields to. */

@Directive('@key(fields: "id")')
@ObjectType('Account', { description: 'A person’s account.' })
export class AccountType {
  @Field(() => ID, { description: 'Global id, e.g. account_01h455vb4pex5vsknk084sn02q.' })
  id!: Id<'account'>;
}

@Directive('@key(fields: "id")')
@ObjectType('Device', { description: 'A device of the account.' })
export class DeviceType {
  @Field(() => ID, { description: 'Global id, e.g. device_01h455vb4pex5vsknk084sn02q.' })
  id!: Id<'device'>;
}
