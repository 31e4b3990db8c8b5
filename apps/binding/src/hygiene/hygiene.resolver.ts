import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { createToProblem, listOfAbout, requestProblems, requireViewer, type RequestContext } from '@bindery/subgraph';
import type { OnceRefusal } from '@bindery/persistence';
import { AccountType, BindingType, type Views } from '../cards';
import { dismissedForDays } from './binding-review.rules';
import { BindingReviewType } from './binding-review.type';
import type { DismissBindingReview } from './dismiss-binding-review';
import { DismissBindingReviewInput } from './hygiene.input';
import { toBindingReviewType } from './hygiene.mapper';
import { DismissBindingReviewResult, DismissBindingReviewSuccess } from './hygiene.result';
import type { ReadBindingReview } from './read-binding-review';

interface HygieneResolverDeps {
  readonly readBindingReview: ReadBindingReview;
  readonly dismissBindingReview: DismissBindingReview;
}

const { NOT_FOUND: _, ...onceProblems } = requestProblems;
const toDismissProblem = createToProblem<OnceRefusal, typeof DismissBindingReviewResult>(onceProblems);

@Resolver(() => AccountType)
export class AccountReviewResolver {
  constructor(private readonly deps: HygieneResolverDeps) {}

  @FieldResolver(() => BindingReviewType, {
    nullable: true,
    description: 'Whether it is time to look through what is bound (requirement 19).',
  })
  async bindingReview(@Root() { id }: AccountType, @Ctx() { locale }: RequestContext): Promise<BindingReviewType> {
    return toBindingReviewType(await this.deps.readBindingReview(id), locale);
  }

  @Mutation(() => DismissBindingReviewResult, {
    description: `Does not want to look through what is bound now: it is not suggested for ${dismissedForDays} days.`,
  })
  async dismissBindingReview(
    @Arg('input', { description: 'The key.' }) { idempotencyKey }: DismissBindingReviewInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof DismissBindingReviewResult> {
    const viewer = requireViewer(context);
    const { readBindingReview, dismissBindingReview } = this.deps;
    const result = await dismissBindingReview({ viewer, idempotencyKey });
    if (!result.ok) return toDismissProblem(result.error, context.locale);
    const review = toBindingReviewType(await readBindingReview(viewer.accountId), context.locale);
    return Object.assign(new DismissBindingReviewSuccess(), { review });
  }
}

@Resolver(() => BindingReviewType)
export class BindingReviewResolver {
  constructor(private readonly views: Views) {}

  @Directive(listOfAbout(5))
  @FieldResolver(() => [BindingType], { description: 'What the reasons are about, those unused longest first.' })
  async bindings(@Root() { bindingIds }: BindingReviewType, @Ctx() context: RequestContext): Promise<BindingType[]> {
    const found = await Promise.all(bindingIds.map((id) => this.views.binding(context, id)));
    return found.filter((binding) => binding !== null);
  }
}
