import type { Id } from '@bindery/kernel';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, inWords, NodeInterface, ProofActionEnum } from '@bindery/subgraph';
import type { ProofAction } from '@bindery/trust';
import { codeLifetimeMs, FactorEnum, triesMax, type Factor } from '../factors';
import { ChallengeStateEnum, DeliveryStateEnum } from './challenge.enums';
import type { Challenge, ChallengeState, DeliveryState } from './challenge.rules';
import type { SubjectId } from './purpose.rules';

@ObjectType({ description: 'How often and from when the code can be sent again (requirement 28).' })
export class ChallengeResend {
  @Field(() => Int, { description: 'Times that are left, e.g. 2.' })
  left!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The moment from which it can be done, UTC; null when none is left.',
  })
  at!: Date | null;
}

@ObjectType({ description: 'Where the newest message with the code is (requirement 28).' })
export class ChallengeDelivery {
  @Field(() => DeliveryStateEnum, { description: 'As asked from the carrier, e.g. DELIVERED.' })
  state!: DeliveryState | 'NOT_SENT';

  @Field(() => DateTimeScalar, { description: 'Since when it is so, UTC.' })
  at!: Date;
}

@ObjectType({ description: 'Another way to prove the same (requirement 4).' })
export class ChallengeAlternative {
  @Field(() => FactorEnum, { description: 'Start a challenge for the same purpose with this factor, e.g. EMAIL_CODE.' })
  factor!: Factor;
}

@Directive('@key(fields: "id")')
@ObjectType('Challenge', {
  implements: NodeInterface,
  description: `A code put to one person, to prove one action on one subject. It lives ${inWords(codeLifetimeMs)} and has ${triesMax} tries.`,
})
export class ChallengeType extends NodeInterface {
  @Field(() => ID, { description: 'Global id, e.g. challenge_01h455vb4pex5vsknk084sn02q.' })
  override id!: Id<'challenge'>;

  /** What the fields below are read from; no field itself. */
  source!: Challenge;

  @Field(() => ProofActionEnum, { description: 'What the proof will allow, e.g. UNBIND.' })
  action!: ProofAction;

  @Field(() => ID, {
    nullable: true,
    description:
      'What it will be allowed on, e.g. a binding id; null for REGISTER and RESET_PASSWORD, whose subject is the phone it was sent to.',
  })
  subjectId!: SubjectId | null;

  @Field(() => FactorEnum, { description: 'How it is answered, e.g. SMS_CODE.' })
  factor!: Factor;

  @Field(() => DateTimeScalar, { description: 'When it can no longer be answered, UTC; resending does not move it.' })
  expiresAt!: Date;

  @Field(() => Int, { description: 'Wrong answers that are left, 0 to 5; resending does not reset them.' })
  attemptsLeft!: number;

  @Field(() => ChallengeStateEnum, { description: 'How it stands now, e.g. PENDING.' })
  state!: ChallengeState;

  @Field(() => ChallengeResend, { description: 'How often and from when the code can be sent again.' })
  resend!: ChallengeResend;

  @Field(() => ChallengeDelivery, { description: 'Where the newest message with the code is.' })
  delivery!: ChallengeDelivery;
}
