import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisputeEvidence } from './disputes.rules';

/** What was known when a dispute was opened; its rows are never changed. */
@Entity('dispute_evidence')
export class DisputeEvidenceRow implements DisputeEvidence {
  @PrimaryColumn('text', { name: 'dispute_id' })
  disputeId!: Id<'dispute'>;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt!: Date;

  @Column('jsonb')
  evidence!: object;

  /** SHA-256 of the evidence as it was written, base64url. */
  @Column('text')
  digest!: string;
}
