import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProfileChange, ProviderEntry } from '../catalogue';
import type { Loosening } from './loosening.rules';
import type { ProposalDecision } from './profile-proposal.rules';

/** A change that loosens a profile, who proposed it, and who decided. Added once, decided once. */
@Entity('profile_proposal')
export class ProfileProposalRow {
  @PrimaryColumn('text')
  id!: Id<'proposal'>;

  @Column('text')
  provider!: string;

  @Column('integer', { name: 'base_version' })
  baseVersion!: number;

  /** As it was written, its texts with placeholders. */
  @Column('jsonb')
  entry!: ProviderEntry;

  @Column('jsonb')
  changes!: ProfileChange[];

  @Column('jsonb')
  loosens!: Loosening[];

  @Column('text')
  note!: string;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: Id<'account'>;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  /** Null while nobody has decided. */
  @Column('text', { nullable: true })
  decision!: ProposalDecision | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: Id<'account'> | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
