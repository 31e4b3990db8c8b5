import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { wordsMax, type StaffHoldReason } from './staff-hold.rules';
import { StaffHoldReasonEnum } from './staff-holds.enums';

@InputType({ description: 'Holds a card for a stated reason.' })
export class LayCardHoldInput extends OnceInput {
  @Field(() => ID, {
    description: 'Id of a binding of the card, e.g. binding_01h455vb4pex5vsknk084sn02q: all of the card are held.',
  })
  bindingId!: string;

  @Field(() => StaffHoldReasonEnum, { description: 'Why, which says whose hold it is.' })
  reason!: StaffHoldReason;

  @Field({ description: `Why, in words for our own people: 1 to ${wordsMax} characters.` })
  words!: string;
}

@InputType({ description: 'Lifts a hold of a card.' })
export class LiftCardHoldInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the hold, e.g. hold_01h455vb4pex5vsknk084sn02q.' })
  holdId!: string;

  @Field({ description: `Why, in words for our own people: 1 to ${wordsMax} characters.` })
  words!: string;
}
