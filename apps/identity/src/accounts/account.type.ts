import type { Id } from '@bindery/kernel';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar, NodeInterface } from '@bindery/subgraph';
import { AccountStandingEnum } from './account.enums';
import { displayNameMax, type Account, type AccountStanding } from './account.rules';

/** As much of the session that asks as what an account has on it needs to know. */
export interface CurrentSession {
  readonly id: Id<'session'>;
  readonly deviceId: Id<'device'>;
}

/**
 * An AccountType only ever comes from `viewer`, from a reference to the viewer's own account, or from a mutation
 * that its owner has just proved to be the one: so its fields need no further check, in whatever room they stand.
 */
@Directive('@key(fields: "id")')
@ObjectType('Account', {
  implements: NodeInterface,
  description: 'A person’s account: everything they have hangs on it.',
})
export class AccountType extends NodeInterface {
  @Field(() => ID, { description: 'Global id, e.g. account_01h455vb4pex5vsknk084sn02q.' })
  override id!: Account['id'];

  @Field({ description: `What the holder wants to be called, 1 to ${displayNameMax} characters, e.g. 小梅.` })
  displayName!: string;

  @Field({ description: 'Language the holder is addressed in: zh-CN or en.' })
  locale!: string;

  @Field({ description: 'The zone in which moments are told to the holder, as IANA names it, e.g. Asia/Shanghai.' })
  timeZone!: string;

  @Field(() => DateTimeScalar, { description: 'When the account was made, UTC.' })
  createdAt!: Date;

  @Field(() => AccountStandingEnum, { description: 'Whether the holder can log in.' })
  standing!: AccountStanding;

  /** For resolvers, not part of the graph; null in the answer of register: nobody is signed in yet. */
  current!: CurrentSession | null;
}
