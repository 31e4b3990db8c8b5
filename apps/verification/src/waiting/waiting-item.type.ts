import { Field, ID, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '@bindery/subgraph';
import { BindingType } from '../proofs/binding.type';
import { ChallengeType } from '../challenges/challenge.type';

export const WaitingKind = { CODE: 'CODE', CONFIRMATION: 'CONFIRMATION', ACTIVATION: 'ACTIVATION' } as const;
export type WaitingKind = keyof typeof WaitingKind;
registerEnumType(WaitingKind, {
  name: 'WaitingKind',
  description: 'What is waited for.',
  valuesConfig: {
    CODE: { description: 'A code that was sent to you.' },
    CONFIRMATION: { description: 'Your proof that you want a binding that you started.' },
    ACTIVATION: { description: 'A step of yours at the provider.' },
  },
});

@InterfaceType({ description: 'Something that waits for the holder.', autoRegisterImplementations: false })
export abstract class WaitingItem {
  @Field(() => ID, { description: 'Id of what waits, e.g. a challenge or a binding.' })
  subject!: string;

  @Field(() => WaitingKind, { description: 'What is waited for, e.g. CODE.' })
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
