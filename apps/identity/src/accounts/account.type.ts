import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar, NodeInterface } from '@bindery/subgraph';
import type { AccountStanding } from './account.rules';
import type { ContactChannel } from './contact-point.rules';
import type { Session } from '../sessions/session.rules';
import { AccountStandingEnum, ContactChannelEnum } from './account.enums';

@ObjectType('ContactPoint', { description: 'Where the holder can be reached.' })
export class ContactPointType {
  @Field(() => ID, { description: 'Id, e.g. contact_point_01h455vb4pex5vsknk084sn02q.' })
  id!: string;

  @Field(() => ContactChannelEnum, { description: 'How it is reached.' })
  channel!: ContactChannel;

  @Field({ description: 'As much of the address as its owner needs to recognise it, e.g. +86 ••• 00.' })
  masked!: string;

  @Field(() => DateTimeScalar, { description: 'When the holder proved that it is theirs, UTC.' })
  confirmedAt!: Date;
}

@Directive('@key(fields: "id")')
@ObjectType('Account', {
  implements: NodeInterface,
  description: 'A person’s account: everything they have hangs on it.',
})
export class AccountType extends NodeInterface {
  @Field(() => ID, { description: 'Global id, e.g. account_01h455vb4pex5vsknk084sn02q.' })
  override id!: string;

  @Field({ description: 'What the holder wants to be called, 1 to 40 characters, e.g. 小梅.' })
  displayName!: string;

  @Field({ description: 'Language the holder is addressed in: zh-CN or en.' })
  locale!: string;

  @Field(() => DateTimeScalar, { description: 'When the account was made, UTC.' })
  createdAt!: Date;

  @Field(() => AccountStandingEnum, { description: 'Whether the holder can log in.' })
  standing!: AccountStanding;

  /** The session that asks, for resolvers; null in the answer of register. */
  current!: Session | null;
}
