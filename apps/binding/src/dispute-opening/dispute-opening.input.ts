import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { DisputeMatterEnum, type DisputeMatter } from '../disputes';
import { wordsMax } from './open-dispute';

@InputType({ description: 'Says that something was not done by the holder.' })
export class OpenDisputeInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;

  @Field(() => DisputeMatterEnum, {
    description: 'What was not done by the holder; Binding.disputable has what can be.',
  })
  about!: DisputeMatter;

  @Field(() => String, {
    nullable: true,
    description: `What happened, in the holder’s words: 1 to ${wordsMax} characters. Of UNAUTHORISED_USE they may be left out: one tap is enough.`,
  })
  words?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the use that UNAUTHORISED_USE is about, e.g. usage_01h455vb4pex5vsknk084sn02q; left out for all others.',
  })
  usageId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the loan that UNAUTHORISED_LOAN is about, from Binding.disputable, e.g. loan_01h455vb4pex5vsknk084sn02q; left out for all others.',
  })
  loanId?: string | null;
}

@InputType({ description: 'Answers whether a removal elsewhere was the holder’s.' })
export class AnswerWasThisYouInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;

  @Field({ description: 'True: it was; false: it was not, which opens a dispute.' })
  itWasMe!: boolean;
}
