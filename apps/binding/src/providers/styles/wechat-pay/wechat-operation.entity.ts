import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was asked of WeChat Pay: which contract an operation is about, and what the contract is called there. */
@Entity('wechat_pay_operation')
export class WeChatOperationRow {
  @PrimaryColumn('text', { name: 'operation_id' })
  operationId!: Id<'operation'>;

  @Column('text')
  provider!: string;

  @Column('text')
  kind!: 'BIND' | 'UNBIND';

  /** `out_contract_code`: ours. */
  @Column('text', { name: 'contract_code' })
  contractCode!: string;

  /** WeChat Pay's, once it was signed; of a BIND only. */
  @Column('text', { name: 'contract_id', nullable: true })
  contractId!: string | null;

  /** The token of the card, for an account whose contract is not signed yet. */
  @Column('text')
  token!: string;

  /** Where the holder signs, and until when it is open there. */
  @Column('text', { name: 'sign_url', nullable: true })
  signUrl!: string | null;

  @Column('timestamptz', { name: 'sign_until', nullable: true })
  signUntil!: Date | null;
}
