import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import { toSignedInFields } from '../session.mapper';
import type { RefreshSession } from './refresh-session';
import { RefreshSessionInput } from './refresh-session.input';
import { toRefreshSessionProblem } from './refresh-session.problems';
import { RefreshSessionResult, RefreshSessionSuccess } from './refresh-session.result';

@Resolver()
export class RefreshSessionResolver {
  constructor(private readonly refresh: RefreshSession) {}

  @Mutation(() => RefreshSessionResult, {
    description:
      'Gets the next tokens of a session. A refresh token that comes back late ends its session: somebody else may have it.',
  })
  async refreshSession(
    @Arg('input', { description: 'The newest refresh token.' }) input: RefreshSessionInput,
    @Ctx() { locale, clientAddress }: RequestContext,
  ): Promise<typeof RefreshSessionResult> {
    const signedIn = await this.refresh({ ...input, clientAddress });
    return signedIn.ok
      ? Object.assign(new RefreshSessionSuccess(), toSignedInFields(signedIn.value))
      : toRefreshSessionProblem(signedIn.error, locale);
  }
}
