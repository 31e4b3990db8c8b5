import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Pass, PassStanding } from './pass.rules';

@Entity('pass')
export class PassRow implements Pass {
  @PrimaryColumn('text', { name: 'serial_number' })
  serialNumber!: string;

  @Column('text')
  provider!: string;

  @Column('text', { name: 'pass_type' })
  passType!: string;

  @Column('text', { name: 'credential_reference' })
  credentialReference!: string;

  @Column('text', { name: 'operation_id' })
  operationId!: string;

  @Column('text', { name: 'holder_name' })
  holderName!: string;

  @Column('text')
  number!: string;

  @Column('text', { name: 'token_key' })
  tokenKey!: string;

  @Column('text')
  standing!: PassStanding;

  @Column('bigint', { name: 'issued_tag' })
  issuedTag!: string;

  @Column('bigint', { name: 'update_tag' })
  updateTag!: string;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt!: Date;

  @Column('timestamptz', { name: 'added_at', nullable: true })
  addedAt!: Date | null;

  @Column('timestamptz', { name: 'modified_at' })
  modifiedAt!: Date;
}
