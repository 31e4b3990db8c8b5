import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Id } from '@bindery/kernel';
import { DateTimeScalar, enumOf, MoneyType, ProofActionEnum } from '@bindery/subgraph';
import type { Money } from '@bindery/values';
import { BindingType } from '../cards';
import { AllowedPurposeEnum, ProviderTermsType } from '../catalogue';
import { LenderStandingEnum } from '../lender-requests';
import { loanStates } from './loan.rules';

export const LoanStateEnum = enumOf('LoanState', 'How a loan stands.', loanStates, {
  OPENING: 'Its lender is asked; nothing is lent yet.',
  RUNNING: 'It is lent and not paid back.',
  REFUSED: 'Its lender opened nothing.',
  SETTLED: 'It is paid back.',
  REVOKING: 'It was found not to be the holder’s; its lender is asked to revoke it.',
  REVOKED: 'Its lender has revoked it: nothing is owed.',
});

@ObjectType('LoanOfferProof', { description: 'What has to be proved to take an offer.' })
class LoanOfferProofType {
  @Field(() => ProofActionEnum, {
    description: 'OPEN_LOAN, of the binding, with the digest of the offer as planDigest.',
  })
  action!: keyof typeof ProofActionEnum;

  @Field(() => [String], { description: 'Any one of these, best first, e.g. SMS_CODE.' })
  factors!: string[];
}

@ObjectType('LoanOffer', { description: 'What a lender offers, in the words that are agreed to.' })
export class LoanOfferType {
  @Field(() => ID, { description: 'Its id, e.g. offer_01h455vb4pex5vsknk084sn02q; not one for node.' })
  id!: Id<'offer'>;

  @Field(() => MoneyType, { description: 'What is lent.' })
  principal!: Money;

  @Field(() => Int, { description: 'Rate per year in hundredths of a percent, e.g. 1440 for 14.4%.' })
  annualRateBps!: number;

  @Field(() => Int, { description: 'How many repayments, one a month, e.g. 6.' })
  months!: number;

  @Field(() => MoneyType, { description: 'What is paid back each month.' })
  monthly!: Money;

  @Field(() => MoneyType, { description: 'What is paid back in all.' })
  total!: Money;

  @Field(() => String, { description: 'Day of the first repayment, e.g. 2026-02-01.' })
  firstRepaymentOn!: string;

  @Field({ description: 'The words of this offer, which name it: they go into openLoan word for word.' })
  terms!: ProviderTermsType;

  @Field({ description: 'Names exactly this offer; goes into the challenge as planDigest.' })
  digest!: string;

  @Field(() => DateTimeScalar, { description: 'Until when it can be taken, UTC.' })
  quotedUntil!: Date;

  @Field({ description: 'What has to be proved to take it.' })
  proof!: LoanOfferProofType;
}

@ObjectType('LoanOffers', { description: 'What the lender of a binding offers now.' })
export class LoanOffersType {
  @Field(() => [LoanOfferType], { description: 'Best first, as the lender has them; one at least.' })
  offers!: LoanOfferType[];

  @Field(() => [AllowedPurposeEnum], {
    description: 'What the holder allows this lender, without which it offers nothing.',
  })
  needs!: (keyof typeof AllowedPurposeEnum)[];
}

@ObjectType('Loan', { description: 'A loan that was opened through here.' })
export class LoanType {
  @Field(() => ID, { description: 'Its id, e.g. loan_01h455vb4pex5vsknk084sn02q; not one for node.' })
  id!: Id<'loan'>;

  @Field(() => LoanStateEnum, { description: 'How it stands, e.g. RUNNING.' })
  state!: keyof typeof LoanStateEnum;

  @Field({ description: 'How it stands, in the language of the caller.' })
  text!: string;

  @Field(() => MoneyType, { description: 'What was lent.' })
  principal!: Money;

  @Field(() => Int, { description: 'Rate per year in hundredths of a percent, e.g. 1440 for 14.4%.' })
  annualRateBps!: number;

  @Field(() => Int, { description: 'How many repayments, one a month, e.g. 6.' })
  months!: number;

  @Field(() => MoneyType, { description: 'What is paid back each month.' })
  monthly!: Money;

  @Field(() => MoneyType, { description: 'What is paid back in all.' })
  total!: Money;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'What is not paid back, as its lender said last; null while it is asked for.',
  })
  outstanding!: Money | null;

  @Field(() => String, {
    nullable: true,
    description: 'Day of the next repayment, e.g. 2026-02-01; null when none is due.',
  })
  nextRepaymentOn!: string | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'What its lender gives back of one that was revoked; null if nothing.',
  })
  refunded!: Money | null;

  @Field(() => LenderStandingEnum, {
    nullable: true,
    description: 'How far the lender is with what it was asked last about it.',
  })
  atProvider!: keyof typeof LenderStandingEnum | null;

  @Field(() => ID, {
    description:
      'Id of the consent in whose words it was opened, e.g. consent_01h455vb4pex5vsknk084sn02q; in Account.consents.',
  })
  consentId!: Id<'consent'>;

  @Field(() => BindingType, {
    nullable: true,
    description:
      'The binding that it stands with: that which it was opened with, or the one that took its place by a move.',
  })
  binding!: BindingType | null;

  @Field(() => DateTimeScalar, { description: 'When the holder took the offer, UTC.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its lender confirmed it, UTC; null if it has not.',
  })
  openedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was over, UTC; null if it is not.' })
  endedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the holder can dispute it, with openDispute about UNAUTHORISED_LOAN, UTC; null when not.',
  })
  disputableUntil!: Date | null;
}
