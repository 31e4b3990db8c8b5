import { Field, InputType } from 'type-graphql';
import { cardInputs, cardKindOf } from '../../providers';

/** One field for each kind that can be entered, as the kind declares it. */
@InputType({ description: 'Exactly one of the kinds of card.' })
export class NewCardInput {
  [field: string]: object | null | undefined;
}

for (const [code, { inputType, description }] of Object.entries(cardInputs)) {
  const field = cardKindOf(code).entry?.field;
  if (field) Field(() => inputType, { nullable: true, description })(NewCardInput.prototype, field);
}
