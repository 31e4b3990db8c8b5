import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { givenId, type Id } from '@bindery/kernel';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { BindingType } from '../proofs';
import type { SubmitDocument } from './document/submit-document';
import { SubmitDocumentInput } from './document/submit-document.input';
import { toSubmitDocumentProblem } from './document/submit-document.problems';
import { SubmitDocumentResult, SubmitDocumentSuccess } from './document/submit-document.result';
import type { StatedDocument } from './document/stated-document.rules';
import { toReviewType } from './review.mapper';
import type { Review } from './review.rules';
import { ReviewType } from './review.type';

/** A review with what was stated for it. */
export interface ShownReview {
  readonly review: Review;
  readonly documents: readonly StatedDocument[];
}

export interface BindingReviewResolverDeps {
  /** The newest of each binding, in their order; null of one that has none. */
  readonly listNewest: (bindingIds: readonly Id<'binding'>[]) => Promise<(ShownReview | null)[]>;
  readonly submitDocument: SubmitDocument;
}

@Resolver(() => BindingType)
export class BindingReviewResolver {
  constructor(private readonly deps: BindingReviewResolverDeps) {}

  @FieldResolver(() => ReviewType, {
    nullable: true,
    description:
      'That people look at it before its provider is asked, or did: the last time; null where nobody has to. Known here within seconds.',
  })
  async review(@Root() { id }: BindingType, @Ctx() context: RequestContext): Promise<ReviewType | null> {
    return this.show(context, givenId('binding', id));
  }

  @Mutation(() => SubmitDocumentResult, {
    description:
      'States a document that a review asks for, to be looked at by a reviewer. Only stated facts, no image: type, number and last day.',
  })
  async submitDocument(
    @Arg('input', { description: 'The document.' }) input: SubmitDocumentInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SubmitDocumentResult> {
    const viewer = requireViewer(context);
    const bindingId = givenId('binding', input.bindingId);
    const result = await this.deps.submitDocument({ ...input, bindingId, viewer });
    if (!result.ok) return toSubmitDocumentProblem(result.error, context.locale);
    const review = await this.show(context, bindingId);
    if (!review) throw new Error(`the review of ${bindingId} is gone after a document was stated`);
    return Object.assign(new SubmitDocumentSuccess(), { review });
  }

  /** Its holder's only: a reference may name any binding. */
  private async show({ loader, viewer, locale }: RequestContext, id: Id<'binding'>): Promise<ReviewType | null> {
    const shown = await loader<Id<'binding'>, ShownReview | null>('review', this.deps.listNewest).load(id);
    return shown && shown.review.accountId === viewer?.accountId
      ? toReviewType(shown.review, shown.documents, locale)
      : null;
  }
}
