import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { oncePerRequest, type RequestContext } from '@bindery/subgraph';
import type { ResetPassword } from './reset-password';
import { ResetPasswordInput } from './reset-password.input';
import { toResetPasswordProblem } from './reset-password.problems';
import { ResetPasswordResult, ResetPasswordSuccess } from './reset-password.result';

@Resolver()
export class ResetPasswordResolver {
  constructor(private readonly reset: ResetPassword) {}

  @Directive(oncePerRequest)
  @Mutation(() => ResetPasswordResult, {
    description:
      'Sets a new password for who proved the phone by a challenge for RESET_PASSWORD. Lifts a lock and ends every session. Log in next.',
  })
  async resetPassword(
    @Arg('input', { description: 'Phone, new password and proof.' }) input: ResetPasswordInput,
    @Ctx() { locale, clientAddress }: RequestContext,
  ): Promise<typeof ResetPasswordResult> {
    const reset = await this.reset({ ...input, clientAddress });
    if (!reset.ok) return toResetPasswordProblem(reset.error, locale);
    const { changedAt, endedSessionCount, deviceToken } = reset.value;
    return Object.assign(new ResetPasswordSuccess(), {
      changedAt: new Date(changedAt),
      endedSessionCount,
      deviceToken,
    });
  }
}
