import { err, newId, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import { inEachLanguage } from '@bindery/localisation';
import type { UnitOfWork } from '@bindery/persistence';
import { sayLoanTerms, type Catalogue, type ProviderProfile } from '../catalogue';
import { findBinding, type Transitions } from '../lifecycle';
import type { Connectors, OfferedLoan } from '../providers';
import { digestOfOffer, offerLifetimeMs, type LoanOffer } from './loan.rules';
import type { QuoteLoansError } from './loans.errors';
import { insertOffers } from './loans.repository';
import { mayBorrow } from './may-borrow';

/** What the lender of a binding offers its holder now, each in words that name it, kept for its time. */
export type QuoteLoans = (
  bindingId: Id<'binding'>,
  accountId: Id<'account'>,
) => Promise<Result<readonly LoanOffer[], QuoteLoansError>>;

interface QuoteLoansDeps {
  readonly unitOfWork: UnitOfWork;
  readonly transitions: Pick<Transitions, 'refuse'>;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
  readonly connectors: Connectors;
  readonly clock: Clock;
}

/** Time until a lender that did not answer may be asked again. */
const retryMs = 10_000;

export function createQuoteLoans({
  unitOfWork,
  transitions,
  catalogue,
  connectors,
  clock,
}: QuoteLoansDeps): QuoteLoans {
  return async (bindingId, accountId) => {
    const found = await unitOfWork.run(async (tx): Promise<Result<Found, QuoteLoansError>> => {
      const one = await findBinding(tx, bindingId, accountId);
      if (!one) return err({ kind: 'NOT_FOUND' });
      const profile = catalogue.profileOf(one.binding.provider);
      const may = await mayBorrow(tx, one, profile, transitions);
      return may.ok ? ok({ profile, ...may.value }) : may;
    });
    if (!found.ok) return found;
    const { profile, consents, credentialReference, terms } = found.value;
    const { lending } = connectors(profile.code);
    if (!lending) return err({ kind: 'LENDS_NOTHING' });
    const answer = await lending.offers(credentialReference, consents);
    if (!answer.ok)
      return err(
        answer.error.kind === 'REFUSED'
          ? { kind: 'NOTHING_OFFERED', cause: answer.error.cause }
          : { kind: 'PROVIDER_UNAVAILABLE', retryAt: new Date(clock.now().getTime() + retryMs) },
      );
    const now = clock.now();
    const offers = answer.value
      .filter(({ until }) => until > now)
      .map((offered) => toOffer({ bindingId, accountId, profile, terms }, offered, now));
    if (offers.length === 0) return err({ kind: 'NOTHING_OFFERED', cause: 'UNSPECIFIED' });
    await unitOfWork.run((tx) => insertOffers(tx, offers));
    return ok(offers);
  };
}

interface Found {
  readonly profile: ProviderProfile;
  readonly terms: NonNullable<ProviderProfile['loans']>;
  readonly consents: Parameters<NonNullable<ReturnType<Connectors>['lending']>['offers']>[1];
  readonly credentialReference: string;
}

type About = Pick<LoanOffer, 'bindingId' | 'accountId'> & Pick<Found, 'profile' | 'terms'>;

function toOffer({ bindingId, accountId, profile, terms }: About, offered: OfferedLoan, now: Date): LoanOffer {
  const { until, offerNumber, principal, annualRateBps, months, monthly, total, firstRepaymentOn } = offered;
  const numbers = { principal, annualRateBps, months, monthly, total, firstRepaymentOn };
  const offer = {
    id: newId('offer', now.getTime()),
    bindingId,
    accountId,
    provider: profile.code,
    offerNumber,
    ...numbers,
    termsVersion: terms.version,
    words: inEachLanguage((locale) => sayLoanTerms(terms, profile, numbers, locale)),
    quotedAt: now,
    quotedUntil: new Date(Math.min(until.getTime(), now.getTime() + offerLifetimeMs)),
  };
  return { ...offer, digest: digestOfOffer(offer) };
}
