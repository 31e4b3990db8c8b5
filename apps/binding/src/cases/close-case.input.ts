import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { reasonMax } from './close-case';

@InputType({ description: 'Closes a case that does not end by itself.' })
export class CloseCaseInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the case, e.g. case_01h455vb4pex5vsknk084sn02q.' })
  caseId!: string;

  @Field({ description: `Why, in words for the holder: 1 to ${reasonMax} characters.` })
  reason!: string;
}
