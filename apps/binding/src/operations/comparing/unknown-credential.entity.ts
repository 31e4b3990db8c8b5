import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A credential that a provider lists and nobody here knows of: taken off if it is an orphan of ours, else people look into it. */
@Entity('unknown_credential')
export class UnknownCredentialRow {
  @PrimaryColumn('text')
  provider!: string;

  @PrimaryColumn('text', { name: 'credential_reference' })
  credentialReference!: string;

  @Column('timestamptz', { name: 'first_seen_at' })
  firstSeenAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt!: Date;

  /** Null while it may be on its way: a bind whose outcome has yet to come. */
  @Column('text', { name: 'case_id', nullable: true })
  caseId!: Id<'case'> | null;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { name: 'answer_by', nullable: true })
  answerBy!: Date | null;

  /** When the provider listed it no more, or it was known after all. */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
