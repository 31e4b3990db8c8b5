import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A text that somebody was asked to sign. Used at most once, and for one operation. */
@Entity('address_challenge')
export class AddressChallengeRow {
  /** SHA-256 of the nonce, base64url. */
  @PrimaryColumn('text', { name: 'nonce_hash' })
  nonceHash!: string;

  @Column('text')
  provider!: string;

  @Column('text', { name: 'operation_id' })
  operationId!: Id<'operation'>;

  @Column('text')
  kind!: 'BIND' | 'RESTORE';

  /** The first, second … text of its operation. */
  @Column('integer')
  round!: number;

  /** Chain and address by CAIP-10. */
  @Column('text')
  account!: string;

  @Column('text')
  nonce!: string;

  @Column('text')
  message!: string;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  /** Answers that were looked at. */
  @Column('integer')
  tries!: number;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
