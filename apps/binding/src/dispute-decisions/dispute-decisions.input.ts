import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { DisputeDecisionEnum, type Decision } from '../disputes';
import { reasonMax } from './decide-dispute';

@InputType({ description: 'Rejects a dispute, or proposes to uphold it.' })
export class DecideDisputeInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the dispute, e.g. dispute_01h455vb4pex5vsknk084sn02q.' })
  disputeId!: string;

  @Field(() => DisputeDecisionEnum, { description: 'UPHOLD takes another person, who confirms it.' })
  decision!: Decision;

  @Field({ description: `Why, in words for the holder: 1 to ${reasonMax} characters.` })
  reason!: string;
}

@InputType({ description: 'Agrees with a proposal of somebody else, or differs.' })
export class ConfirmDisputeDecisionInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the dispute, e.g. dispute_01h455vb4pex5vsknk084sn02q.' })
  disputeId!: string;

  @Field(() => ID, {
    description:
      'Id of the proposal that was read, e.g. decision_01h455vb4pex5vsknk084sn02q: another is not confirmed by it.',
  })
  decisionId!: string;

  @Field({ defaultValue: true, description: 'False: differs, so that it is open again.' })
  agree!: boolean;
}
