import { Field, InputType } from 'type-graphql';
import { cardKinds } from '../../providers';

/** One field for each kind that can be entered, as the kind declares it. */
@InputType({ description: 'Exactly one of the kinds of card.' })
export class NewCardInput {
  [field: string]: object | null | undefined;
}

for (const { entry } of cardKinds)
  if (entry)
    Field(() => entry.inputType, { nullable: true, description: entry.description })(
      NewCardInput.prototype,
      entry.field,
    );
