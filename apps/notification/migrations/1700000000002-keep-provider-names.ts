import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The names of the day on which events began to tell them. Providers that came later are not missing here. */
const names = {
  'seaside-bank': { 'zh-CN': '海滨银行', en: 'Seaside Bank' },
  'harbour-bank': { 'zh-CN': '港湾银行', en: 'Harbour Bank' },
  cloudgate: { 'zh-CN': '云门门禁', en: 'CloudGate Access' },
};

/** Notifications of before keep the name of their provider as newer ones do: nobody else here knows it. */
export class KeepProviderNames1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE notification SET facts = facts || jsonb_build_object('providerName', $1::jsonb -> (facts ->> 'provider'))
       WHERE $1::jsonb ? (facts ->> 'provider') AND NOT facts ? 'providerName'`,
      [JSON.stringify(names)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE notification SET facts = facts - 'providerName'`);
  }
}
