import { resolve } from 'node:path';
import { runProgram } from '@bindery/service';
import { createCommand } from '../command-line/create-command';
import { superuser, urlFor } from '../start/data/passwords';
import { rotatePasswords } from '../start/data/rotate';
import { readRunning } from '../start/data/running';
import { defaultDataFolder } from '../start/start-options';
import { recordStaffAct } from '../start/staff-acts';
import { portsFrom } from '../start/topology';

/** Changes every password of a running system's databases under it. */
async function main(): Promise<void> {
  const { data } = createCommand('npm run rotate-passwords --')
    .description(
      'Gives every login of the databases a new password while the system runs. No data is lost, nothing has to be started again: open sessions stay, new ones read the new password.',
    )
    .option('--data <folder>', 'data folder of the running system', defaultDataFolder())
    .addHelpText(
      'after',
      '\nIn containers: docker compose --file infra/compose/compose.yaml run --rm rotate-passwords\nKeys and data are not touched; what forgets them is npm start -- --reset.',
    )
    .parse()
    .opts<{ data: string }>();
  const folder = resolve(data);
  const running = readRunning(folder);
  if (!running)
    throw new Error(`Nothing runs on ${folder}.\n→ Start it with: npm start -- --data ${folder}; then run this again.`);
  const { postgres } = portsFrom(running.port);
  const changed = await rotatePasswords(folder, urlFor(folder, postgres, 'postgres', superuser));
  recordStaffAct(folder, 'secrets-rotated', { amount: changed });
  console.log(`${changed} passwords are new. They stand in ${folder}/passwords.`);
}

runProgram(main);
