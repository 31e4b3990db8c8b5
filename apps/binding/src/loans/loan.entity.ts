import type { Id } from '@bindery/kernel';
import type { Money } from '@bindery/values';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Loan, LoanState } from './loan.rules';

/** A row of `loan`. */
@Entity('loan')
export class LoanRow implements Loan {
  @PrimaryColumn('text')
  id!: Id<'loan'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text', { name: 'card_id' })
  cardId!: Id<'card'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text')
  provider!: string;

  @Column('text', { name: 'offer_number' })
  offerNumber!: string;

  @Column('text', { name: 'consent_id' })
  consentId!: Id<'consent'>;

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

  @Column('text')
  state!: LoanState;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'loan_number', nullable: true })
  loanNumber!: string | null;

  @Column('jsonb', { nullable: true })
  outstanding!: Money | null;

  @Column('date', { name: 'next_repayment_on', nullable: true })
  nextRepaymentOn!: string | null;

  @Column('timestamptz', { name: 'changed_at', nullable: true })
  changedAt!: Date | null;

  @Column('jsonb', { nullable: true })
  refunded!: Money | null;

  @Column('text', { nullable: true })
  cause!: string | null;

  @Column('text', { name: 'proof_id' })
  proofId!: Id<'proof'>;

  @Column('text', { name: 'device_id' })
  deviceId!: Id<'device'>;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
