import type { Id } from '@bindery/kernel';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar } from '@bindery/subgraph';
import { BindingCaseAboutEnum } from './cases.enums';
import type { BindingCaseAbout } from './cases.rules';

@ObjectType('OpenCase', { description: 'A case as our people see it: what to look into, and nothing of the account.' })
export class OpenCaseType {
  @Field(() => ID, { description: 'Its id, which closeCase names, e.g. case_01h455vb4pex5vsknk084sn02q.' })
  id!: Id<'case'>;

  @Field(() => BindingCaseAboutEnum, { description: 'What it is about, e.g. OVERDUE.' })
  about!: BindingCaseAbout;

  @Field({ description: 'Code of the provider, e.g. seaside-bank.' })
  provider!: string;

  @Field(() => ID, { description: 'Id of the binding it is about, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: Id<'binding'>;

  @Field(() => DateTimeScalar, { description: 'Since when, UTC.' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when its holder was told that we answer, UTC.' })
  answerBy!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it is later than its holder was told first, UTC; null while it is not.',
  })
  overdueSince!: Date | null;

  @Field({ description: 'Whether it ends when what it is about has ended; else somebody closes it by closeCase.' })
  endsByItself!: boolean;
}

@ObjectType('OpenCaseConnection', { description: 'A page of open cases, overdue ones first.' })
export class OpenCaseConnection extends connectionOf('OpenCase', () => OpenCaseType) {}
