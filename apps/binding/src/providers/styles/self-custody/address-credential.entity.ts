import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address whose holder has proved to have its key. */
@Entity('address_credential')
export class AddressCredentialRow {
  @PrimaryColumn('text')
  reference!: string;

  @Column('text')
  provider!: string;

  /** The bind or restore that it was proved for. */
  @Column('text', { name: 'operation_id' })
  operationId!: Id<'operation'>;

  @Column('timestamptz', { name: 'proved_at' })
  provedAt!: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;
}
