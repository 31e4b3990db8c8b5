import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Answers a code.' })
export class AnswerChallengeInput {
  @Field(() => ID, { description: 'Id of the challenge, e.g. challenge_01h455vb4pex5vsknk084sn02q.' })
  challengeId!: string;

  @Field({ description: 'The six digits, e.g. 012345; spaces and full-width digits will do.' })
  code!: string;
}
