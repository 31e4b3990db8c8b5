import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What became of a request to suspend, resume or void a pass: the same id never has a second effect. */
@Entity('pass_operation')
export class PassOperationRow {
  @PrimaryColumn('text', { name: 'operation_id' })
  operationId!: string;

  @Column('text')
  provider!: string;

  @Column('text', { name: 'serial_number', nullable: true })
  serialNumber!: string | null;

  /** Why it was refused; null where it was carried out. */
  @Column('text', { nullable: true })
  cause!: string | null;

  @Column('timestamptz', { name: 'carried_out_at' })
  carriedOutAt!: Date;
}
