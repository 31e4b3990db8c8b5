import { runProgram } from '@bindery/service';
import { rotatePasswords } from '../start/data/rotate';
import { recordStaffAct } from '../start/staff-acts';
import { passwordsParent } from './compose-environment';

/** The whole of the Compose file's `rotate-passwords`: new passwords for every login of the database, while all runs. */
runProgram(async () => {
  const changed = await rotatePasswords(passwordsParent, process.env.ADMIN_DATABASE_URL ?? '');
  recordStaffAct(undefined, 'secrets-rotated', { amount: changed });
  console.log(`${changed} passwords are new.`);
});
