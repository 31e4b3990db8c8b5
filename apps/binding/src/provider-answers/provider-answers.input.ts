import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { reasonMax } from '../cases';
import type { ProviderAnswer } from './provider-answer.rules';
import { ProviderAnswerEnum } from './provider-answers.enums';
import { evidenceMax } from './record-answer';

@InputType({ description: 'Has the provider asked now about what a case waits for.' })
export class AskProviderAgainInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the case, e.g. case_01h455vb4pex5vsknk084sn02q.' })
  caseId!: string;
}

@InputType({
  description: 'Takes down what a provider answered by letter or phone: one of the answers that the case lists.',
})
export class RecordProviderAnswerInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the case, e.g. case_01h455vb4pex5vsknk084sn02q.' })
  caseId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of what was asked for, e.g. operation_01h455vb4pex5vsknk084sn02q; left out where the answer is about the card.',
  })
  operationId?: string | null;

  @Field(() => ProviderAnswerEnum, { description: 'What the provider said, e.g. DONE.' })
  answer!: ProviderAnswer;

  @Field(() => String, {
    nullable: true,
    description: 'The lender’s number of a loan that it has opened, e.g. L-2026-0042; left out everywhere else.',
  })
  loanNumber?: string | null;

  @Field({
    description: `Where it can be read or heard again, for our people only: 1 to ${evidenceMax} characters.`,
  })
  evidence!: string;

  @Field({ description: `What became of it, in words for the holder: 1 to ${reasonMax} characters.` })
  reason!: string;
}

@InputType({ description: 'Agrees with what another of our people took down, or declines it.' })
export class ConfirmProviderAnswerInput extends OnceInput {
  @Field(() => ID, { description: 'Id of what was taken down, e.g. answer_01h455vb4pex5vsknk084sn02q.' })
  answerId!: string;

  @Field({ defaultValue: true, description: 'False: declines it, which whoever took it down may do too.' })
  agree!: boolean;
}
