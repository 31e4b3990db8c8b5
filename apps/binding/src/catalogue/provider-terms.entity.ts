import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The words of one version of a provider's terms, exactly as they are shown. Whoever agreed to them can read them for ever. */
@Entity('provider_terms')
export class ProviderTermsRow {
  @PrimaryColumn('text')
  provider!: string;

  @PrimaryColumn('text')
  version!: string;

  @Column('text', { name: 'text_zh_cn' })
  textZhCn!: string;

  @Column('text', { name: 'text_en' })
  textEn!: string;

  @Column('timestamptz')
  since!: Date;
}
