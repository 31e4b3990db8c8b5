import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { givenId, type Id } from '@bindery/kernel';
import type { Page, PageRequest } from '@bindery/persistence';
import { ConnectionArgs, pagedById, requireStaff, staffOnly, type RequestContext } from '@bindery/subgraph';
import type { DecideReview } from './decide/decide-review';
import { DecideReviewInput } from './decide/decide-review.input';
import { toDecideReviewProblem } from './decide/decide-review.problems';
import { DecideReviewResult, DecideReviewSuccess } from './decide/decide-review.result';
import type { LoadBackground } from './load-background';
import { toTaskType } from './review.mapper';
import type { Review } from './review.rules';
import { ReviewTaskConnection } from './review.type';

export interface ReviewTasksResolverDeps {
  readonly listReviewsFor: (reviewerId: Id<'account'>, page: PageRequest) => Promise<Page<Review>>;
  readonly findReview: (id: Id<'review'>) => Promise<Review | null>;
  readonly loadBackground: LoadBackground;
  readonly decideReview: DecideReview;
}

/** For reviewers: each field asks for the role itself. */
@Resolver()
export class ReviewTasksResolver {
  constructor(private readonly deps: ReviewTasksResolverDeps) {}

  @Directive(staffOnly)
  @Query(() => ReviewTaskConnection, {
    description: 'What the caller can decide now, the longest waiting first: nothing of their own. For reviewers.',
  })
  async reviewQueue(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReviewTaskConnection> {
    const { accountId } = requireStaff(context, info, 'REVIEWER');
    const list = pagedById<Review>('review', { name: 'Query.reviewQueue', of: [accountId] });
    const page = await this.deps.listReviewsFor(accountId, list.toPageRequest(args));
    const { votesOf, documentsOf, shared, now } = await this.deps.loadBackground(page.rows);
    return list.toConnection(page, (review) =>
      toTaskType(review, {
        votes: votesOf(review.id),
        documents: documentsOf(review.bindingId),
        shared,
        reviewerId: accountId,
        now,
      }),
    );
  }

  @Directive(staffOnly)
  @Mutation(() => DecideReviewResult, {
    description:
      'Says whether a binding may go to its provider. An approval takes as many different people as are needed, anything else one. For reviewers.',
  })
  async decideReview(
    @Arg('input', { description: 'The review and what is said.' }) input: DecideReviewInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<typeof DecideReviewResult> {
    const viewer = requireStaff(context, info, 'REVIEWER');
    const result = await this.deps.decideReview({ ...input, reviewId: givenId('review', input.reviewId), viewer });
    if (!result.ok) return toDecideReviewProblem(result.error, context.locale);
    const review = await this.deps.findReview(result.value.reviewId);
    if (!review) throw new Error(`review ${result.value.reviewId} is gone after its decision`);
    const { votesOf, documentsOf, shared, now } = await this.deps.loadBackground([review]);
    return Object.assign(new DecideReviewSuccess(), {
      review: toTaskType(review, {
        votes: votesOf(review.id),
        documents: documentsOf(review.bindingId),
        shared,
        reviewerId: viewer.accountId,
        now,
      }),
    });
  }
}
