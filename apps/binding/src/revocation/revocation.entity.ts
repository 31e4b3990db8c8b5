import type { Id } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReaderRevocation, ReaderState, Revocation } from './revocation.rules';

/** A credential that was taken off, and when its readers are asked about next. */
@Entity('revocation')
export class RevocationRow implements Revocation {
  @PrimaryColumn('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { name: 'worst_case_until' })
  worstCaseUntil!: Date;

  /** Null when nothing more is awaited. */
  @Column('timestamptz', { name: 'next_check_at', nullable: true })
  nextCheckAt!: Date | null;
}

/** One reader that has to forget it. */
@Entity('reader_revocation')
export class ReaderRevocationRow implements ReaderRevocation {
  @PrimaryColumn('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @PrimaryColumn('text', { name: 'reader_id' })
  readerId!: string;

  @Column('jsonb')
  name!: InBothLanguages;

  @Column('jsonb', { nullable: true })
  site!: InBothLanguages | null;

  @Column('text')
  state!: ReaderState;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  @Column('timestamptz', { name: 'worst_case_until' })
  worstCaseUntil!: Date;

  @Column('boolean')
  reported!: boolean;
}
