import { Field, InputType } from 'type-graphql';

/** What every mutation's input begins with: the key that `once` runs it by. */
@InputType()
export abstract class OnceInput {
  @Field({
    description:
      'Made by the client, new for each thing it wants done, the same when it tries again: 16 to 64 of A-Z a-z 0-9 _ -, e.g. a UUID.',
  })
  idempotencyKey!: string;
}
