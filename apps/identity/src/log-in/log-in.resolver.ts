import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { oncePerRequest, type RequestContext } from '@bindery/subgraph';
import { toSignedInFields } from '../sessions';
import type { LogIn } from './log-in';
import { LogInInput } from './log-in.input';
import { toLogInProblem } from './log-in.problems';
import { LogInResult, LogInSuccess } from './log-in.result';

@Resolver()
export class LogInResolver {
  constructor(private readonly byPassword: LogIn) {}

  @Directive(oncePerRequest)
  @Mutation(() => LogInResult, { description: 'Logs in by phone and password, on a named device and client app.' })
  async logIn(
    @Arg('input', { description: 'Who logs in, and where.' }) input: LogInInput,
    @Ctx() { locale, clientAddress, clientApp = input.clientApp ?? '' }: RequestContext,
  ): Promise<typeof LogInResult> {
    const signedIn = await this.byPassword({ ...input, clientAddress, clientApp });
    return signedIn.ok
      ? Object.assign(new LogInSuccess(), toSignedInFields(signedIn.value))
      : toLogInProblem(signedIn.error, locale);
  }
}
