import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';

@InputType({ description: 'Answers a step of an activation: exactly one of code and signature.' })
export class AnswerActivationInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'To ENTER_CODE: the code that the provider sent, e.g. 482913; spaces are fine.',
  })
  code?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'To SIGN_MESSAGE: the signature, as the scheme of the step writes it, e.g. 0x5f…1b.',
  })
  signature?: string | null;
}
