import type { MigrationInterface, QueryRunner } from 'typeorm';

/** WeChat Pay knows contracts by the merchant's number and by its own: which operation is about which has to be remembered here. */
export class CreateWeChatPayOperations1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE wechat_pay_operation (
        operation_id text PRIMARY KEY,
        provider text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('BIND', 'UNBIND')),
        contract_code text NOT NULL,
        contract_id text,
        token text NOT NULL,
        sign_url text,
        sign_until timestamptz,
        CHECK ((sign_url IS NULL) = (sign_until IS NULL))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX wechat_pay_operation_contract ON wechat_pay_operation (provider, contract_id) WHERE contract_id IS NOT NULL`,
    );
    await runner.query('CREATE INDEX wechat_pay_operation_code ON wechat_pay_operation (provider, contract_code)');
    await runner.query('CREATE INDEX wechat_pay_operation_token ON wechat_pay_operation (provider, token)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE wechat_pay_operation');
  }
}
