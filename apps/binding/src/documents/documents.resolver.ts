import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { givenId, type Clock, type Id } from '@bindery/kernel';
import { createToProblem, requireViewer, toProblem, type RequestContext } from '@bindery/subgraph';
import { dayOf } from '@bindery/values';
import { bindingProblems, BindingType, byId, type Views } from '../cards';
import { documentGraceOf, type Catalogue } from '../catalogue';
import { worksUntil } from '../validity';
import { isRenewable, isUnderWay, type BindingDocument, type DocumentRenewal } from './document.rules';
import {
  BindingDocumentType,
  DocumentRenewalType,
  NothingToRenewError,
  RenewDocumentInput,
  RenewDocumentResult,
  RenewDocumentSuccess,
} from './document.type';
import { say } from './documents.words';
import { documentZone } from './keep-document';
import type { RenewDocument, RenewDocumentError } from './renew-document';

interface DocumentsResolverDeps {
  readonly listDocuments: (ids: readonly Id<'binding'>[]) => Promise<BindingDocument[]>;
  readonly listRenewals: (ids: readonly Id<'binding'>[]) => Promise<DocumentRenewal[]>;
  readonly renewDocument: RenewDocument;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
  readonly views: Views;
  readonly clock: Clock;
}

const toRenewProblem = createToProblem<RenewDocumentError, Exclude<typeof RenewDocumentResult, { binding: unknown }>>({
  ...bindingProblems,
  NOTHING_TO_RENEW: ({ kind }, locale) =>
    Object.assign(new NothingToRenewError(), toProblem(kind, say(locale, kind), [], locale)),
});

@Resolver(() => BindingType)
export class DocumentsResolver {
  constructor(private readonly deps: DocumentsResolverDeps) {}

  @FieldResolver(() => BindingDocumentType, {
    nullable: true,
    description: 'The document that its holder is known by at its provider; null where none was asked for.',
  })
  async document(@Root() { source }: BindingType, @Ctx() context: RequestContext): Promise<BindingDocumentType | null> {
    const { listDocuments, listRenewals, catalogue, clock } = this.deps;
    const of = <Row extends { readonly bindingId: Id<'binding'> }>(
      list: (ids: readonly Id<'binding'>[]) => Promise<Row[]>,
    ) => byId(async (ids: readonly Id<'binding'>[]) => (await list(ids)).map((row) => ({ ...row, id: row.bindingId })));
    const document = await context.loader('document of binding', of(listDocuments)).load(source.id);
    if (!document) return null;
    const renewal = await context.loader('renewal of document', of(listRenewals)).load(source.id);
    const now = clock.now();
    const { type, expiresOn } = document;
    const isBound = source.state.phase === 'BOUND';
    return Object.assign(new BindingDocumentType(), {
      type,
      name: say(context.locale, 'document', { type }),
      expiresOn,
      worksUntil: expiresOn && worksUntil(expiresOn, documentGraceOf(catalogue.profileOf(source.provider))),
      renewable: isBound && isRenewable(expiresOn, dayOf(now, documentZone)) && !isUnderWay(renewal ?? null, now),
      renewal: renewal
        ? Object.assign(new DocumentRenewalType(), {
            state: renewal.state,
            askedAt: renewal.askedAt,
            deadline: renewal.deadline,
          })
        : null,
    });
  }

  @Mutation(() => RenewDocumentResult, {
    description:
      'Says that there is a newer document for a bound card, from 60 days before the old one expires: people are asked to look at it, and submitDocument states it.',
  })
  async renewDocument(
    @Arg('input', { description: 'The binding.' }) input: RenewDocumentInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RenewDocumentResult> {
    const bindingId = givenId('binding', input.bindingId);
    const result = await this.deps.renewDocument({ ...input, bindingId, viewer: requireViewer(context) });
    if (!result.ok) return toRenewProblem(result.error, context.locale);
    const binding = await this.deps.views.bindingAfter(context, bindingId);
    return Object.assign(new RenewDocumentSuccess(), { binding });
  }
}
