import { resolve } from 'node:path';
import { createSimulatedWorld, TimeNotMoved } from '@bindery/simulated-world';
import { InvalidArgumentError } from 'commander';
import { createCommand, wrongCallExitCode } from '../command-line/create-command';
import { readPort } from '../command-line/readers';
import { howToReach } from '../demo/how-to-reach';
import { commandFor } from '../start/commands';
import { defaultDataFolder } from '../start/start-options';
import { portsFrom, urlOf, usualPort } from '../start/topology';

interface ClockOptions {
  readonly advance?: string;
  readonly to?: string;
  readonly port: number;
  readonly data: string;
  readonly json: boolean;
}

/** Tells the time of a running sandbox, or moves it forward. Exit code 1 when it was not moved, or not all programs have followed. */
async function main(): Promise<number> {
  const command = createCommand('npm run sandbox-clock --')
    .description(
      'Tells what time it is in the running sandbox, or moves the time of the whole system forward; never back, and never in production.',
    )
    .option('--advance <duration>', 'move time forward by an ISO 8601 duration, e.g. PT1H, P30D, P1Y', readDuration)
    .option('--to <moment>', 'move time forward to a moment, e.g. 2027-01-31T09:00:00Z', readMoment)
    .option('--port <port>', 'port of the gateway', readPort, usualPort)
    .option('--data <folder>', 'data folder of the running system', defaultDataFolder())
    .option('--json', 'one JSON object, for machines', false)
    .addHelpText(
      'after',
      '\nAccess tokens end after ten minutes and sessions after their time, so who is signed in may have to log in again.\nExit codes: 0 told or moved; 1 not moved, or not all programs have followed; 2 wrong call.',
    )
    .parse();
  const { advance, to, port, json, ...options } = command.opts<ClockOptions>();
  if (advance !== undefined && to !== undefined)
    command.error('error: say --advance or --to, not both', { exitCode: wrongCallExitCode });
  const data = resolve(options.data);
  const world = createSimulatedWorld(urlOf(portsFrom(port)['provider-simulator'], howToReach(data)));
  const move = advance === undefined ? (to === undefined ? undefined : { to }) : { advance };
  const time = await (move ? world.moveTime(move) : world.time()).catch((error: unknown) => {
    if (error instanceof TimeNotMoved) throw error;
    throw new Error(`Nothing answers on port ${port}. Start it with: ${commandFor('npm start', { port, data })}`);
  });
  if (!time) throw new TimeNotMoved('NO_SANDBOX', 'time cannot be moved here: this is no sandbox');
  const { behind = [] } = time;
  if (json) console.log(JSON.stringify(time));
  else console.log(`It is ${time.now} in the sandbox.`);
  if (behind.length > 0) console.error(`Not all programs have followed yet: ${behind.join(', ')}`);
  return behind.length > 0 ? 1 : 0;
}

function readDuration(text: string): string {
  if (!/^P(?=.)[\dYMWDTHS]+$/.test(text)) throw new InvalidArgumentError('A duration looks like PT1H, P30D or P1Y.');
  return text;
}

function readMoment(text: string): string {
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text);
  if (!isMoment || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('A moment looks like 2027-01-31T09:00:00Z.');
  return new Date(text).toISOString();
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
