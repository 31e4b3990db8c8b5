import { Directive, Field, ObjectType } from 'type-graphql';
import { DateTimeScalar, listOfAbout, RemedyType } from '@bindery/subgraph';
import { OperationKindEnum } from '../cards';

@ObjectType('BindingRefusal', { description: 'Something that the provider refused, and what can be done about it.' })
export class BindingRefusalType {
  @Field(() => OperationKindEnum, { description: 'What was asked of the provider, e.g. UNBIND.' })
  operation!: keyof typeof OperationKindEnum;

  @Field({ description: 'Why, a word of an open list, e.g. PROVIDER_DECLINED.' })
  cause!: string;

  @Field({ description: 'What happened and why, in the language of the caller.' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When the answer came, UTC.' })
  at!: Date;

  @Directive(listOfAbout(3))
  @Field(() => [RemedyType], { description: 'What can be done now, in the order to try.' })
  remedies!: RemedyType[];
}
