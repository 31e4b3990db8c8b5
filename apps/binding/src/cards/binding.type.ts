import type { Id } from '@bindery/kernel';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar, listOfAbout, NodeInterface } from '@bindery/subgraph';
import type { Binding } from '../lifecycle';
import {
  BindingActorEnum,
  BindingPhaseEnum,
  BindingStatusEnum,
  HoldCauseEnum,
  HoldOwnerEnum,
  type HoldCause,
  OperationKindEnum,
  SyncStateEnum,
} from './binding.enums';
import { DeviceType } from './foreign.type';

@ObjectType('BindingHold', { description: 'A reason why a card may not be used. Only its owner lifts it.' })
export class BindingHoldType {
  @Field(() => HoldOwnerEnum, { description: 'Whose reason it is, e.g. HOLDER.' })
  owner!: keyof typeof HoldOwnerEnum;

  @Field(() => HoldCauseEnum, { description: 'Why, e.g. SUSPENDED_BY_HOLDER.' })
  cause!: HoldCause;

  @Field({
    description: 'Code of the reason, e.g. SUSPENDED_BY_HOLDER.',
    deprecationReason: 'It is text where there is a list. Use cause. Stays until 2027-12-31.',
  })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'Since when, UTC.' })
  since!: Date;

  @Field(() => [BindingActorEnum], { description: 'Who can lift it, e.g. HOLDER.' })
  liftableBy!: (keyof typeof BindingActorEnum)[];

  /** For field resolvers: whose card it holds, whether it is off, and whether all is over with it. */
  of!: { readonly provider: string; readonly isOff: boolean; readonly isOver: boolean };
}

@ObjectType('BindingSync', { description: 'Agreement with the provider.' })
export class BindingSyncType {
  @Field(() => SyncStateEnum, { description: 'How our view and the provider’s relate, e.g. PENDING.' })
  state!: keyof typeof SyncStateEnum;

  @Field(() => OperationKindEnum, {
    nullable: true,
    description: 'The operation that is under way or unclear, e.g. UNBIND.',
  })
  operation!: keyof typeof OperationKindEnum | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'By when it ends or becomes a case, UTC.' })
  deadline!: Date | null;
}

@ObjectType('BindingOperation', { description: 'A request in flight at the provider.' })
export class BindingOperationType {
  @Field(() => ID, { description: 'Its id, e.g. operation_01h455vb4pex5vsknk084sn02q; not one for node.' })
  id!: Id<'operation'>;

  @Field(() => OperationKindEnum, { description: 'What is asked, e.g. UNBIND.' })
  kind!: keyof typeof OperationKindEnum;

  @Field(() => DateTimeScalar, { description: 'By when it ends or becomes a case, UTC.' })
  deadline!: Date;
}

@Directive('@key(fields: "id")')
@ObjectType('Binding', {
  implements: NodeInterface,
  description: 'A card bound in this account on one device; this is what has a lifecycle.',
})
export class BindingType extends NodeInterface {
  @Field(() => ID, { description: 'Global id, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  override id!: Id<'binding'>;

  @Field(() => BindingStatusEnum, { description: 'The one word to show, e.g. ACTIVE.' })
  status!: keyof typeof BindingStatusEnum;

  @Field(() => BindingPhaseEnum, { description: 'What it waits for, e.g. BOUND.' })
  phase!: keyof typeof BindingPhaseEnum;

  @Directive(listOfAbout(2))
  @Field(() => [BindingHoldType], { description: 'Reasons why it may not be used; empty if none.' })
  holds!: BindingHoldType[];

  @Field({ description: 'Agreement with the provider.' })
  sync!: BindingSyncType;

  @Field(() => DeviceType, { nullable: true, description: 'The device it is bound on.' })
  device!: DeviceType | null;

  @Field(() => String, {
    nullable: true,
    description: 'The provider’s name for the credential, as readers see it; null until bound.',
  })
  credentialReference!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the holder began, UTC.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last bound, UTC.' })
  boundAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last unbound, UTC.' })
  unboundAt!: Date | null;

  /** For the field resolvers, those of other features too. */
  source!: Binding;
}
