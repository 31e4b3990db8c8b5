import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The names of the day on which events began to tell them. Kinds that came later are not missing here. */
const names = {
  BANK_CARD: { 'zh-CN': '银行卡', en: 'bank card' },
  ACCESS_CARD: { 'zh-CN': '门禁卡', en: 'access card' },
  WALLET: { 'zh-CN': '钱包', en: 'wallet' },
};

/** Bindings of before keep what their kind is called as newer ones do: nobody else here knows it. */
export class KeepKindNames1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_binding ADD COLUMN kind_name jsonb');
    await runner.query('UPDATE known_binding SET kind_name = $1::jsonb -> kind WHERE $1::jsonb ? kind', [
      JSON.stringify(names),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_binding DROP COLUMN kind_name');
  }
}
