import { Field, ID, InputType } from 'type-graphql';
import { idempotencyKeyDescription } from '../graphql/input-descriptions';

@InputType({ description: 'New tokens for a session.' })
export class RefreshSessionInput {
  @Field({ description: idempotencyKeyDescription })
  idempotencyKey!: string;

  @Field({
    description:
      'The newest refresh token of the session. It serves once; a repetition within ten seconds gets the same answer.',
  })
  refreshToken!: string;
}

@InputType({ description: 'The end of one session.' })
export class EndSessionInput {
  @Field({ description: idempotencyKeyDescription })
  idempotencyKey!: string;

  @Field(() => ID, {
    description: 'One of the caller’s own sessions, the current one included, e.g. session_01h455vb4pex5vsknk084sn02q.',
  })
  sessionId!: string;
}

@InputType({ description: 'The end of all sessions but the one that asks.' })
export class EndOtherSessionsInput {
  @Field({ description: idempotencyKeyDescription })
  idempotencyKey!: string;
}
