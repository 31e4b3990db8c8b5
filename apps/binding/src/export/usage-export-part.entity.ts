import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A part of the file, compressed (gzip, RFC 1952); the parts in their order, each by itself. */
@Entity('usage_export_part')
export class UsageExportPartRow {
  @PrimaryColumn('text', { name: 'export_id' })
  exportId!: Id<'usage_export'>;

  @PrimaryColumn('integer')
  part!: number;

  @Column('bytea')
  content!: Buffer;
}
