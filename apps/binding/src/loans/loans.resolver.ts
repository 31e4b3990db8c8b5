import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { givenId, type Clock, type Id } from '@bindery/kernel';
import { inWords, listOfAbout, requireViewer, type RequestContext } from '@bindery/subgraph';
import { BindingType, groupedBy, type Views } from '../cards';
import type { Catalogue } from '../catalogue';
import type { LenderRequest } from '../lender-requests';
import { toLoanType, toOfferType } from './loan.mapper';
import { offerLifetimeMs, type Loan } from './loan.rules';
import { LoanOffersType, LoanType } from './loan.type';
import { toOpenLoanProblem, toQuoteProblem } from './loans.problems';
import { LoanOffersResult, OpenLoanResult, OpenLoanSuccess } from './loans.result';
import type { OpenLoan } from './open-loan';
import { OpenLoanInput } from './open-loan.input';
import type { QuoteLoans } from './quote-loans';

interface LoansResolverDeps {
  readonly quoteLoans: QuoteLoans;
  readonly openLoan: OpenLoan;
  readonly listLoans: (cardIds: readonly Id<'card'>[]) => Promise<Loan[]>;
  readonly listAsked: (loanIds: readonly Id<'loan'>[]) => Promise<LenderRequest[]>;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
  readonly views: Views;
  readonly clock: Clock;
}

@Resolver(() => BindingType)
export class LoansResolver {
  constructor(private readonly deps: LoansResolverDeps) {}

  @Query(() => LoanOffersResult, {
    description: `What the lender of a binding offers its holder now, each for ${inWords(offerLifetimeMs)} at most, or why it offers nothing. Nothing is lent by asking.`,
  })
  async loanOffers(
    @Arg('bindingId', () => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
    bindingId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof LoanOffersResult> {
    const quoted = await this.deps.quoteLoans(givenId('binding', bindingId), requireViewer(context).accountId);
    if (!quoted.ok) return toQuoteProblem(quoted.error, context.locale);
    const terms = this.deps.catalogue.profileOf(quoted.value[0]?.provider ?? '').loans;
    const offers = quoted.value.map((offer) => toOfferType(offer, terms?.factors ?? [], context.locale));
    return Object.assign(new LoanOffersType(), { offers, needs: [...(terms?.needs ?? [])] });
  }

  @Mutation(() => OpenLoanResult, {
    description:
      'Takes an offer: its words are agreed to, a proof for exactly this offer is used up, and its lender is asked, once.',
  })
  async openLoan(
    @Arg('input', { description: 'The offer, its words and the proof.' }) input: OpenLoanInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof OpenLoanResult> {
    const bindingId = givenId('binding', input.bindingId);
    const offerId = givenId('offer', input.offerId);
    const result = await this.deps.openLoan({ ...input, bindingId, offerId, viewer: requireViewer(context) });
    if (!result.ok) return toOpenLoanProblem(result.error, context.locale);
    const binding = await this.deps.views.bindingAfter(context, bindingId);
    const loans = binding ? await this.loansOf(binding, context) : [];
    const loan = loans.find(({ id }) => id === result.value.loanId);
    if (!loan) throw new Error(`loan ${result.value.loanId} is gone after it was taken`);
    return Object.assign(new OpenLoanSuccess(), { loan, binding });
  }

  @Directive(listOfAbout(3))
  @FieldResolver(() => [LoanType], {
    description: 'Loans that were opened with its card through here, the newest first; they outlive the binding.',
  })
  async loans(@Root() binding: BindingType, @Ctx() context: RequestContext): Promise<LoanType[]> {
    return this.loansOf(binding, context);
  }

  private async loansOf({ source }: BindingType, context: RequestContext): Promise<LoanType[]> {
    const { listLoans, listAsked, views, clock } = this.deps;
    const ofCard = groupedBy(listLoans, ({ cardId }: Loan) => cardId);
    const loans = await context.loader('loans of card', ofCard).load(source.cardId);
    const about = groupedBy(listAsked, ({ subjectId }: LenderRequest) => subjectId as Id<'loan'>);
    const loadAsked = context.loader('asked about loan', about);
    const now = clock.now();
    return Promise.all(
      loans.map(async (loan) => {
        const [binding, asked] = await Promise.all([views.binding(context, loan.bindingId), loadAsked.load(loan.id)]);
        return toLoanType(loan, { binding, asked }, now, context.locale);
      }),
    );
  }
}
