import type { Id } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UsageFilter } from '../usage';
import type { ExportFormat, KeptState } from './export.rules';

@Entity('usage_export')
export class UsageExportRow {
  @PrimaryColumn('text')
  id!: Id<'usage_export'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text')
  state!: KeptState;

  @Column('text')
  format!: ExportFormat;

  @Column('text')
  locale!: Locale;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  /** Its moments are text here. */
  @Column('jsonb')
  filter!: UsageFilter;

  @Column('integer', { name: 'rows_total' })
  rowsTotal!: number;

  @Column('integer', { name: 'rows_done', default: 0 })
  rowsDone!: number;

  @Column('integer', { default: 0 })
  parts!: number;

  /** Text as pg gives bigint. */
  @Column('bigint', { default: 0 })
  bytes!: string;

  @Column('text', { nullable: true })
  cursor!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'ready_at', nullable: true })
  readyAt!: Date | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
