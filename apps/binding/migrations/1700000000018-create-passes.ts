import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE pass (
     serial_number text PRIMARY KEY,
     provider text NOT NULL,
     pass_type text NOT NULL,
     credential_reference text NOT NULL UNIQUE,
     operation_id text NOT NULL UNIQUE,
     holder_name text NOT NULL,
     number text NOT NULL,
     token_key text NOT NULL,
     standing text NOT NULL CHECK (standing IN ('VALID', 'SUSPENDED', 'VOIDED')),
     issued_tag bigint NOT NULL,
     update_tag bigint NOT NULL CHECK (update_tag >= issued_tag),
     issued_at timestamptz NOT NULL,
     added_at timestamptz,
     modified_at timestamptz NOT NULL CHECK (modified_at = date_trunc('second', modified_at)))`,
  // What is void stays void, whoever asks.
  `CREATE FUNCTION keep_pass_void() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF OLD.standing = 'VOIDED' AND NEW.standing <> 'VOIDED' THEN
       RAISE EXCEPTION 'pass % is void', OLD.serial_number USING ERRCODE = 'check_violation';
     END IF;
     RETURN NEW;
   END $$`,
  'CREATE TRIGGER pass_stays_void BEFORE UPDATE ON pass FOR EACH ROW EXECUTE FUNCTION keep_pass_void()',
  `CREATE TABLE pass_registration (
     device_library_id text NOT NULL,
     serial_number text NOT NULL REFERENCES pass,
     push_token text NOT NULL,
     update_tag bigint NOT NULL,
     notified_tag bigint NOT NULL,
     registered_at timestamptz NOT NULL,
     PRIMARY KEY (device_library_id, serial_number))`,
  'CREATE INDEX pass_registration_of_pass ON pass_registration (serial_number)',
  `CREATE TABLE pass_operation (
     operation_id text PRIMARY KEY,
     provider text NOT NULL,
     serial_number text REFERENCES pass,
     cause text,
     carried_out_at timestamptz NOT NULL)`,
  'CREATE TABLE pass_tag (pass_type text PRIMARY KEY, last bigint NOT NULL)',
];

const down = [
  'DROP TABLE pass_tag',
  'DROP TABLE pass_operation',
  'DROP TABLE pass_registration',
  'DROP TABLE pass',
  'DROP FUNCTION keep_pass_void',
];

/** Passes that the platform issues itself, the devices that hold them, and what was asked of each. */
export class CreatePasses1700000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
