import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@bindery/subgraph';
import { ChallengeType } from '../challenges';
import { BindingType } from '../proofs';
import { WaitingKindEnum, WaitingSuccessionEnum, type WaitingKind, type WaitingSuccession } from './waiting.enums';

@InterfaceType({ description: 'Something that waits for the holder.', autoRegisterImplementations: false })
export abstract class WaitingItem {
  @Field(() => ID, { description: 'Id of what waits, e.g. a challenge or a binding.' })
  subject!: string;

  @Field(() => WaitingKindEnum, { description: 'What is waited for, e.g. CODE.' })
  kind!: WaitingKind;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it waits, UTC; null when it has no end.' })
  deadline!: Date | null;

  @Field({ description: 'What to do, in the language of the caller.' })
  title!: string;
}

@ObjectType({ implements: WaitingItem, description: 'A code that was sent and waits to be entered.' })
export class WaitingChallenge extends WaitingItem {
  @Field(() => ChallengeType, { description: 'The challenge.' })
  challenge!: ChallengeType;
}

@ObjectType({ implements: WaitingItem, description: 'A binding that people look at before it goes on.' })
export class WaitingReview extends WaitingItem {
  @Field(() => BindingType, { description: 'The binding; its review tells which documents are wanted.' })
  binding!: BindingType;
}

@ObjectType({
  implements: WaitingItem,
  description: 'A card that was taken off elsewhere: its holder says whether it was them, with answerWasThisYou.',
})
export class WaitingRemoval extends WaitingItem {
  @Field(() => BindingType, { description: 'The binding.' })
  binding!: BindingType;
}

@ObjectType({ implements: WaitingItem, description: 'A binding that does not go on without its holder.' })
export class WaitingBinding extends WaitingItem {
  @Field(() => BindingType, { description: 'The binding; of a card to be entered for a move, that on the old device.' })
  binding!: BindingType;

  @Field(() => WaitingSuccessionEnum, {
    nullable: true,
    description:
      'As what it takes the place of another binding once it is bound, e.g. MOVE, or as what another takes its place where a card is to be entered; null where neither is so.',
  })
  succession!: WaitingSuccession | null;
}

@ObjectType({ implements: WaitingItem, description: 'A dispute: to be decided, or won and to be carried out.' })
export class WaitingDispute extends WaitingItem {
  @Field(() => BindingType, { description: 'The binding that it is about; its disputes tell more.' })
  binding!: BindingType;
}
