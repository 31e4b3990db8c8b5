import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { givenId } from '@bindery/kernel';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import type { EndOtherSessions } from './end-other-sessions';
import type { EndSession } from './end-session';
import { EndOtherSessionsInput, EndSessionInput } from './end-session.input';
import { toEndOtherSessionsProblem, toEndSessionProblem } from './end-session.problems';
import {
  EndOtherSessionsResult,
  EndOtherSessionsSuccess,
  EndSessionResult,
  EndSessionSuccess,
} from './end-session.result';
import { toSignedInAccount } from './session.mapper';

@Resolver()
export class EndSessionResolver {
  constructor(private readonly ends: { readonly one: EndSession; readonly others: EndOtherSessions }) {}

  @Mutation(() => EndSessionResult, {
    description: 'Ends one session of the viewer: logs out, or throws another device out.',
  })
  async endSession(
    @Arg('input', () => EndSessionInput, { description: 'Which session.' })
    { idempotencyKey, sessionId }: EndSessionInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof EndSessionResult> {
    const ended = await this.ends.one(requireViewer(context), {
      idempotencyKey,
      sessionId: givenId('session', sessionId),
    });
    if (!ended.ok) return toEndSessionProblem(ended.error, context.locale);
    return Object.assign(new EndSessionSuccess(), {
      sessionId: ended.value.value,
      account: toSignedInAccount(ended.value),
    });
  }

  @Mutation(() => EndOtherSessionsResult, { description: 'Ends every session of the viewer but the one that asks.' })
  async endOtherSessions(
    @Arg('input', { description: 'Only the idempotency key.' }) input: EndOtherSessionsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof EndOtherSessionsResult> {
    const ended = await this.ends.others(requireViewer(context), input);
    if (!ended.ok) return toEndOtherSessionsProblem(ended.error, context.locale);
    return Object.assign(new EndOtherSessionsSuccess(), {
      endedSessionCount: ended.value.value,
      account: toSignedInAccount(ended.value),
    });
  }
}
