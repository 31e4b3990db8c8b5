import type { Id } from '@bindery/kernel';
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { DateTimeScalar, type RequestContext } from '@bindery/subgraph';
import { BindingType, groupedBy } from '../cards';
import { removalQuestionOf, type RemovalAnswer } from '../disputes';
import type { BindingChange } from '../lifecycle';

@ObjectType('RemovalQuestion', {
  description: 'Whether it was the holder who took a card off elsewhere; answered with answerWasThisYou.',
})
export class RemovalQuestionType {
  @Field(() => DateTimeScalar, { description: 'When it was asked, as the removal was told, UTC.' })
  askedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when the holder can say that it was not them, UTC.' })
  answerBy!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered, UTC; null while it is open.' })
  answeredAt!: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'What was answered first: true where it was the holder; null while it is open.',
  })
  itWasMe!: boolean | null;
}

interface RemovalQuestionResolverDeps {
  readonly listRemovals: (ids: readonly Id<'binding'>[]) => Promise<BindingChange[]>;
  readonly listRemovalAnswers: (ids: readonly Id<'binding'>[]) => Promise<RemovalAnswer[]>;
}

@Resolver(() => BindingType)
export class RemovalQuestionResolver {
  constructor(private readonly deps: RemovalQuestionResolverDeps) {}

  @FieldResolver(() => RemovalQuestionType, {
    nullable: true,
    description:
      'Asked of a card that is off because it was taken off at the provider or on the device: was this you? Null where nothing is asked.',
  })
  async removalQuestion(
    @Root() { id, source }: BindingType,
    @Ctx() { loader }: RequestContext,
  ): Promise<RemovalQuestionType | null> {
    if (source.unboundAt === null) return null;
    const ofBinding = ({ bindingId }: { readonly bindingId: Id<'binding'> }) => bindingId;
    const [[removal = null], answers] = await Promise.all([
      loader('removals of binding', groupedBy(this.deps.listRemovals, ofBinding)).load(id),
      loader('answers to removals of binding', groupedBy(this.deps.listRemovalAnswers, ofBinding)).load(id),
    ]);
    const question = removalQuestionOf(source, removal, answers);
    if (!question) return null;
    const { askedAt, answerBy, answer } = question;
    const answered = { answeredAt: answer?.at ?? null, itWasMe: answer?.itWasMe ?? null };
    return Object.assign(new RemovalQuestionType(), { askedAt, answerBy, ...answered });
  }
}
