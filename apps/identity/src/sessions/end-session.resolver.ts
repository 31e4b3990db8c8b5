import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { oncePerRequest, requireViewer, type RequestContext } from '@bindery/subgraph';
import type { EndOtherSessions } from './end-other-sessions';
import type { EndSession } from './end-session';
import type { LogIn } from '../log-in/log-in';
import type { RefreshSession } from '../refresh/refresh-session';
import type { SignedIn } from './start-session';
import { toAccountType, toSessionType } from '../accounts/account.mapper';
import { LogInInput } from '../log-in/log-in.input';
import { problemOf } from '../passwords/password.problems';
import { EndOtherSessionsInput, EndSessionInput, RefreshSessionInput } from './end-session.input';
import {
  EndOtherSessionsResult,
  EndOtherSessionsSuccess,
  EndSessionResult,
  EndSessionSuccess,
  LogInResult,
  LogInSuccess,
  RefreshSessionResult,
  RefreshSessionSuccess,
} from './end-session.result';

@Resolver()
export class SessionMutations {
  constructor(
    private readonly acts: {
      readonly logIn: LogIn;
      readonly refreshSession: RefreshSession;
      readonly endSession: EndSession;
      readonly endOtherSessions: EndOtherSessions;
    },
  ) {}

  @Directive(oncePerRequest)
  @Mutation(() => LogInResult, { description: 'Logs in by phone and password, on a named device and client app.' })
  async logIn(
    @Arg('input', { description: 'Who logs in, and where.' }) input: LogInInput,
    @Ctx() { locale }: RequestContext,
  ): Promise<typeof LogInResult> {
    const signedIn = await this.acts.logIn(input);
    return signedIn.ok
      ? Object.assign(new LogInSuccess(), toTokens(signedIn.value))
      : problemOf(signedIn.error, locale);
  }

  @Mutation(() => RefreshSessionResult, {
    description:
      'Gets the next tokens of a session. A refresh token that comes back late ends its session: somebody else may have it.',
  })
  async refreshSession(
    @Arg('input', { description: 'The newest refresh token.' }) input: RefreshSessionInput,
    @Ctx() { locale }: RequestContext,
  ): Promise<typeof RefreshSessionResult> {
    const signedIn = await this.acts.refreshSession(input);
    return signedIn.ok
      ? Object.assign(new RefreshSessionSuccess(), toTokens(signedIn.value))
      : problemOf(signedIn.error, locale);
  }

  @Mutation(() => EndSessionResult, {
    description: 'Ends one session of the viewer: logs out, or throws another device out.',
  })
  async endSession(
    @Arg('input', { description: 'Which session.' }) input: EndSessionInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof EndSessionResult> {
    const ended = await this.acts.endSession(requireViewer(context), input);
    if (!ended.ok) return problemOf(ended.error, context.locale);
    const { value: sessionId, account, session } = ended.value;
    return Object.assign(new EndSessionSuccess(), { sessionId, account: toAccountType(account, session) });
  }

  @Mutation(() => EndOtherSessionsResult, { description: 'Ends every session of the viewer but the one that asks.' })
  async endOtherSessions(
    @Arg('input', { description: 'Only the idempotency key.' }) input: EndOtherSessionsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof EndOtherSessionsResult> {
    const ended = await this.acts.endOtherSessions(requireViewer(context), input);
    if (!ended.ok) return problemOf(ended.error, context.locale);
    const { value: endedSessionCount, account, session } = ended.value;
    return Object.assign(new EndOtherSessionsSuccess(), {
      endedSessionCount,
      account: toAccountType(account, session),
    });
  }
}

const toTokens = ({ account, session, accessToken, accessTokenExpiresAt, refreshToken }: SignedIn) => ({
  account: toAccountType(account, session),
  session: toSessionType(session, session),
  accessToken,
  accessTokenExpiresAt,
  refreshToken,
});
