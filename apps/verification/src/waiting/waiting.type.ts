import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@bindery/subgraph';
import { ChallengeType } from '../challenges';
import { BindingType } from '../proofs';
import { WaitingKindEnum, type WaitingKind } from './waiting.enums';

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

@ObjectType({ implements: WaitingItem, description: 'A binding that does not go on without its holder.' })
export class WaitingBinding extends WaitingItem {
  @Field(() => BindingType, { description: 'The binding.' })
  binding!: BindingType;
}
