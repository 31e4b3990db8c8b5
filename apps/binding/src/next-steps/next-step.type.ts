import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@bindery/subgraph';
import { NextStepCodeEnum } from './next-steps.enums';

@ObjectType('BindingNextStep', { description: 'Something the holder can do now.' })
export class BindingNextStepType {
  @Field(() => NextStepCodeEnum, { description: 'Stable code, e.g. CONFIRM_BINDING.' })
  code!: keyof typeof NextStepCodeEnum;

  @Field({ description: 'The step in words, in the language of the caller.' })
  title!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it can be done, or is awaited, UTC.' })
  until!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is done, if not in this app: a page of the provider, for this holder only, or of support.',
  })
  url!: string | null;
}
