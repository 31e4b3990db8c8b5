import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { oncePerRequest, type RequestContext } from '@bindery/subgraph';
import { toAccountType } from '../accounts';
import type { Register } from './register';
import { RegisterInput } from './register.input';
import { toRegisterProblem } from './register.problems';
import { RegisterResult, RegisterSuccess } from './register.result';

@Resolver()
export class RegisterResolver {
  constructor(private readonly registerAccount: Register) {}

  @Directive(oncePerRequest)
  @Mutation(() => RegisterResult, {
    description: 'Makes an account for a phone that was proved by a challenge for REGISTER. Log in next.',
  })
  async register(
    @Arg('input', { description: 'The account to make.' }) input: RegisterInput,
    @Ctx() { locale, clientAddress }: RequestContext,
  ): Promise<typeof RegisterResult> {
    const registered = await this.registerAccount({ ...input, clientAddress });
    return registered.ok
      ? Object.assign(new RegisterSuccess(), {
          account: toAccountType(registered.value.account, null),
          deviceToken: registered.value.deviceToken,
        })
      : toRegisterProblem(registered.error, locale);
  }
}
