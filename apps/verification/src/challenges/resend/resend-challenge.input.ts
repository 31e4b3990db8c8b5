import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Asks for the same code once more.' })
export class ResendChallengeInput {
  @Field(() => ID, { description: 'Id of the challenge, e.g. challenge_01h455vb4pex5vsknk084sn02q.' })
  challengeId!: string;
}
