import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { toSignedInAccount } from '../sessions';
import type { ChangeProfile } from './change-profile';
import { ChangeProfileInput } from './change-profile.input';
import { toChangeProfileProblem } from './change-profile.problems';
import { ChangeProfileResult, ChangeProfileSuccess } from './change-profile.result';

@Resolver()
export class ChangeProfileResolver {
  constructor(private readonly change: ChangeProfile) {}

  @Mutation(() => ChangeProfileResult, {
    description:
      'Changes what the viewer is called, the language they are addressed in and the zone in which moments are told.',
  })
  async changeProfile(
    @Arg('input', { description: 'What shall be different.' })
    { idempotencyKey, displayName = null, locale = null, timeZone = null }: ChangeProfileInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeProfileResult> {
    const changed = await this.change(requireViewer(context), { idempotencyKey, displayName, locale, timeZone });
    return changed.ok
      ? Object.assign(new ChangeProfileSuccess(), { account: toSignedInAccount(changed.value) })
      : toChangeProfileProblem(changed.error, context.locale);
  }
}
