import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who of our own people may do what, and who said so. */
export class GrantStaffRoles1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE staff_role (
         id text PRIMARY KEY,
         account_id text NOT NULL REFERENCES account,
         role text NOT NULL CHECK (role IN ('OPERATOR', 'AGENT', 'REVIEWER')),
         granted_at timestamptz NOT NULL,
         granted_by text NOT NULL,
         revoked_at timestamptz,
         revoked_by text,
         CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
       )`,
    );
    await runner.query('CREATE UNIQUE INDEX staff_role_held ON staff_role (account_id, role) WHERE revoked_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staff_role');
  }
}
