import type { Id } from '@bindery/kernel';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@bindery/subgraph';
import { BindingCaseAboutEnum } from './cases.enums';
import type { BindingCaseAbout } from './cases.rules';

@ObjectType('BindingCase', { description: 'Something about a card that people look into (invariant 13).' })
export class BindingCaseType {
  @Field(() => ID, {
    description: 'Its id, to name to support, e.g. case_01h455vb4pex5vsknk084sn02q; not one for node.',
  })
  id!: Id<'case'>;

  @Field(() => BindingCaseAboutEnum, { description: 'What it is about, e.g. OVERDUE.' })
  about!: BindingCaseAbout;

  @Field({ description: 'What is looked into, in the language of the caller.' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'Since when, UTC.' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when people answer, as was told last, UTC.' })
  answerBy!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it is later than was told first, UTC; null while it is not.',
  })
  overdueSince!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was settled, UTC; null while it is open.' })
  closedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was closed, in the words of who closed it; null while it is open, or where it ended by itself.',
  })
  reason!: string | null;
}
