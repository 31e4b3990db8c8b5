import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { oncePerRequest, requireViewer, type RequestContext } from '@bindery/subgraph';
import { toSignedInAccount } from '../../sessions';
import type { ChangePassword } from './change-password';
import { ChangePasswordInput } from './change-password.input';
import { toChangePasswordProblem } from './change-password.problems';
import { ChangePasswordResult, ChangePasswordSuccess } from './change-password.result';

@Resolver()
export class ChangePasswordResolver {
  constructor(private readonly change: ChangePassword) {}

  @Directive(oncePerRequest)
  @Mutation(() => ChangePasswordResult, {
    description: 'Sets another password for the viewer, who knows the one so far. Ends all other sessions.',
  })
  async changePassword(
    @Arg('input', { description: 'The password so far, and the new one.' }) input: ChangePasswordInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangePasswordResult> {
    const { clientAddress, locale } = context;
    const changed = await this.change(requireViewer(context), { ...input, clientAddress });
    if (!changed.ok) return toChangePasswordProblem(changed.error, locale);
    const { changedAt, endedSessionCount } = changed.value.value;
    return Object.assign(new ChangePasswordSuccess(), {
      changedAt: new Date(changedAt),
      endedSessionCount,
      deviceToken: changed.value.deviceToken,
      account: toSignedInAccount(changed.value),
    });
  }
}
