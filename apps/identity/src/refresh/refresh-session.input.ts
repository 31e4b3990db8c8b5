import { Field, InputType } from 'type-graphql';
import { OnceInput } from '../once.input';

@InputType({ description: 'New tokens for a session.' })
export class RefreshSessionInput extends OnceInput {
  @Field({
    description:
      'The newest refresh token of the session. It serves once; a repetition within ten seconds gets the same answer.',
  })
  refreshToken!: string;
}
