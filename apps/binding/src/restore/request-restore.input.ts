import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Undoes an unbind.' })
export class RequestRestoreInput {
  @Field({ description: 'New for each wish, the same for each retry of it; 16 to 64 of A-Z a-z 0-9 _ -.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;

  @Field({ description: 'Token of a proof for RESTORE on this binding.' })
  proof!: string;
}
