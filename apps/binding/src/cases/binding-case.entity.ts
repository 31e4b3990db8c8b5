import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something about a binding that people have to look into. */
@Entity('binding_case')
export class BindingCaseRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'binding_id' })
  bindingId!: string;

  @Column('text')
  about!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
