import { Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import { AccountType } from '../accounts';
import { toSignedInAccount } from '../sessions';
import type { LoadViewer } from './viewer.loader';

@Resolver()
export class ViewerResolver {
  constructor(private readonly loadViewer: LoadViewer) {}

  @Query(() => AccountType, {
    nullable: true,
    description: 'Who is signed in: the way in to everything a person has. Null when nobody is.',
  })
  async viewer(@Ctx() context: RequestContext): Promise<AccountType | null> {
    const viewer = await this.loadViewer(context);
    return viewer && toSignedInAccount(viewer);
  }
}
