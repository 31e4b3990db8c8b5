import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import type { Account } from './account.rules';
import { AccountType } from './account.type';
import { ContactPointType } from './contact-point.type';
import type { ListContactPoints } from './list-contact-points';

@Resolver(() => AccountType)
export class AccountResolver {
  constructor(private readonly listContactPoints: ListContactPoints) {}

  @FieldResolver(() => [ContactPointType], {
    description: 'Where the holder can be reached; each proved to be theirs.',
  })
  contactPoints(@Root() { id }: AccountType, @Ctx() { loader }: RequestContext): Promise<ContactPointType[]> {
    return loader('contact points', (ids: readonly Account['id'][]) => this.listContactPoints(ids)).load(id);
  }
}
