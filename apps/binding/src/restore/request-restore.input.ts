import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';

@InputType({ description: 'Undoes an unbind.' })
export class RequestRestoreInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;

  @Field({ description: 'Token of a proof for RESTORE on this binding.' })
  proof!: string;
}
