import type { EntityManager } from 'typeorm';
import { ProviderTermsRow } from './provider-terms.entity';
import type { ProviderProfile } from './provider-profile.rules';

type Terms = ProviderProfile['terms'];

/** The words of a version; null where it was never given. */
export async function findTerms(db: EntityManager, provider: string, version: string): Promise<Terms | null> {
  const row = await db.findOneBy(ProviderTermsRow, { provider, version });
  return row && { version, text: { 'zh-CN': row.textZhCn, en: row.textEn } };
}

/** Keeps the words of a version that is new; of one that is there they stay as they are. */
export async function insertTerms(
  tx: EntityManager,
  provider: string,
  { version, text }: Terms,
  since: Date,
): Promise<void> {
  await tx
    .createQueryBuilder()
    .insert()
    .into(ProviderTermsRow)
    .values({ provider, version, textZhCn: text['zh-CN'], textEn: text.en, since })
    .orIgnore()
    .execute();
}
