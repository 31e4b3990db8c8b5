import { Field, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { passwordLengthMin } from '../password.rules';

@InputType({ description: 'Another password for who is signed in.' })
export class ChangePasswordInput extends OnceInput {
  @Field({ description: 'The password so far, as typed. Each try counts as one at a login.' })
  currentPassword!: string;

  @Field({ description: `${passwordLengthMin} characters or more; a few unrelated words are good.` })
  newPassword!: string;
}
