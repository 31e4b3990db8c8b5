import { Field, InputType } from 'type-graphql';
import { inWords, OnceInput } from '@bindery/subgraph';
import { repeatWithinMs } from './refresh-rotation.rules';

@InputType({ description: 'New tokens for a session.' })
export class RefreshSessionInput extends OnceInput {
  @Field({
    description: `The newest refresh token of the session. It serves once; a repetition within ${inWords(repeatWithinMs)} gets the same answer.`,
  })
  refreshToken!: string;
}
