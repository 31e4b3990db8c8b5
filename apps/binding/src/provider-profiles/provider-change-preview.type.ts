import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Id } from '@bindery/kernel';
import { connectionOf } from '@bindery/subgraph';
import { BindingPhaseEnum } from '../cards';
import type { ProviderBindings } from '../lifecycle';
import { ProviderProfileLooseningType } from './profile-proposal.type';
import { ProviderProfileAspectEnum } from './provider-profiles.enums';

@ObjectType('ProviderPhaseCount', { description: 'Bindings of a provider in one phase.' })
export class ProviderPhaseCountType {
  @Field(() => BindingPhaseEnum, { description: 'The phase, e.g. BOUND.' })
  phase!: keyof typeof BindingPhaseEnum;

  @Field(() => Int, { description: 'How many bindings there are in it.' })
  bindingCount!: number;
}

@ObjectType('ProviderChangeEffect', { description: 'Whom one part of a change meets.' })
export class ProviderChangeEffectType {
  @Field(() => ProviderProfileAspectEnum, { description: 'What changes, e.g. FEE.' })
  aspect!: keyof typeof ProviderProfileAspectEnum;

  @Field(() => Int, {
    description:
      'How many bindings meet it; for LIMITS how many are in accounts or on devices with more than is allowed.',
  })
  bindingCount!: number;

  @Field(() => [ProviderPhaseCountType], { description: 'The same by phase; empty for LIMITS.' })
  byPhase!: ProviderPhaseCountType[];
}

@ObjectType('ProviderAffectedBinding', { description: 'A binding that a change meets; whose it is is not told.' })
export class ProviderAffectedBindingType {
  @Field(() => ID, { description: 'Its id, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: Id<'binding'>;

  @Field(() => BindingPhaseEnum, { description: 'Its phase, e.g. BOUND.' })
  phase!: keyof typeof BindingPhaseEnum;
}

@ObjectType('ProviderAffectedBindingConnection', { description: 'A page of bindings, in the order they were begun.' })
export class ProviderAffectedBindingConnection extends connectionOf(
  'ProviderAffectedBinding',
  () => ProviderAffectedBindingType,
) {}

@ObjectType('ProviderChangePreview', { description: 'Whose bindings a change of a profile meets, and how.' })
export class ProviderChangePreviewType {
  @Field(() => [ProviderChangeEffectType], { description: 'For each thing that changes, whom it meets.' })
  effects!: ProviderChangeEffectType[];

  @Field(() => Int, {
    description:
      'How many bindings have an unbind plan that is quoted and may turn stale; their holders are shown the new one.',
  })
  openPlanCount!: number;

  @Field({ description: 'Whether it loosens, so that it comes into force only when another operator agrees.' })
  needsApproval!: boolean;

  @Field(() => [ProviderProfileLooseningType], {
    description: 'Why: each field that protects less than before; empty where nobody else is needed.',
  })
  loosens!: ProviderProfileLooseningType[];

  /** Which bindings `bindings` pages through. */
  affected!: ProviderBindings;
}
