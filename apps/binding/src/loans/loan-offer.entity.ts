import type { Id } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';
import type { Money } from '@bindery/values';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LoanOffer } from './loan.rules';

/** A row of `loan_offer`. */
@Entity('loan_offer')
export class LoanOfferRow implements LoanOffer {
  @PrimaryColumn('text')
  id!: Id<'offer'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text')
  provider!: string;

  @Column('text', { name: 'offer_number' })
  offerNumber!: string;

  @Column('jsonb')
  principal!: Money;

  @Column('integer', { name: 'annual_rate_bps' })
  annualRateBps!: number;

  @Column('integer')
  months!: number;

  @Column('jsonb')
  monthly!: Money;

  @Column('jsonb')
  total!: Money;

  @Column('date', { name: 'first_repayment_on' })
  firstRepaymentOn!: string;

  @Column('text', { name: 'terms_version' })
  termsVersion!: string;

  @Column('jsonb')
  words!: InBothLanguages;

  @Column('text')
  digest!: string;

  @Column('timestamptz', { name: 'quoted_at' })
  quotedAt!: Date;

  @Column('timestamptz', { name: 'quoted_until' })
  quotedUntil!: Date;
}
