import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last update tag of a pass type. */
@Entity('pass_tag')
export class PassTagRow {
  @PrimaryColumn('text', { name: 'pass_type' })
  passType!: string;

  @Column('bigint')
  last!: string;
}
