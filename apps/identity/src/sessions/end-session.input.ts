import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';

@InputType({ description: 'The end of one session.' })
export class EndSessionInput extends OnceInput {
  @Field(() => ID, {
    description: 'One of the caller’s own sessions, the current one included, e.g. session_01h455vb4pex5vsknk084sn02q.',
  })
  sessionId!: string;
}

@InputType({ description: 'The end of all sessions but the one that asks.' })
export class EndOtherSessionsInput extends OnceInput {}
