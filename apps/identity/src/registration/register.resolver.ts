import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { oncePerRequest, type RequestContext } from '@bindery/subgraph';
import type { Register } from './register';
import type { ResetPassword } from '../passwords/reset-password';
import { RegisterResult, RegisterSuccess, ResetPasswordResult, ResetPasswordSuccess } from './register.result';
import { toAccountType } from '../accounts/account.mapper';
import { problemOf } from '../passwords/password.problems';
import { RegisterInput } from './register.input';
import { ResetPasswordInput } from '../passwords/reset-password.input';

@Resolver()
export class AccountMutations {
  constructor(
    private readonly registerAccount: Register,
    private readonly resetAccountPassword: ResetPassword,
  ) {}

  @Directive(oncePerRequest)
  @Mutation(() => RegisterResult, {
    description: 'Makes an account for a phone that was proved by a challenge for REGISTER. Log in next.',
  })
  async register(
    @Arg('input', { description: 'The account to make.' }) input: RegisterInput,
    @Ctx() { locale }: RequestContext,
  ): Promise<typeof RegisterResult> {
    const registered = await this.registerAccount(input);
    return registered.ok
      ? Object.assign(new RegisterSuccess(), { account: toAccountType(registered.value, null) })
      : problemOf(registered.error, locale);
  }

  @Directive(oncePerRequest)
  @Mutation(() => ResetPasswordResult, {
    description:
      'Sets a new password for who proved the phone by a challenge for RESET_PASSWORD. Lifts a lock and ends every session. Log in next.',
  })
  async resetPassword(
    @Arg('input', { description: 'Phone, new password and proof.' }) input: ResetPasswordInput,
    @Ctx() { locale }: RequestContext,
  ): Promise<typeof ResetPasswordResult> {
    const reset = await this.resetAccountPassword(input);
    if (!reset.ok) return problemOf(reset.error, locale);
    const { changedAt, endedSessionCount } = reset.value;
    return Object.assign(new ResetPasswordSuccess(), { changedAt: new Date(changedAt), endedSessionCount });
  }
}
