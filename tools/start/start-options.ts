import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { closedFolderAbove } from '@bindery/persistence';
import { createCommand } from '../command-line/create-command';
import { oneOf, readPort } from '../command-line/readers';
import { portsFrom, services, usualPort, type Service } from './topology';

export interface StartOptions {
  /** The gateway's port; everything else listens at fixed distances from it. */
  readonly port: number;
  /** Folder of the database, keys and logs. */
  readonly data: string;
  readonly reset: boolean;
  readonly kafka: boolean;
  /** Start a service again that dies, instead of stopping everything. */
  readonly supervise: boolean;
  /** A service that reads no events meanwhile, so that `npm run replay` can move it. */
  readonly withoutConsumersOf?: Service;
}

export const root = resolve(__dirname, '../..');

/** Reads the command line; `--help` and mistakes end the process with words of commander's. */
export function readStartOptions(argv: readonly string[]): StartOptions {
  const command = createCommand('npm start --')
    .description(
      'Starts all of Bindery on this machine: PostgreSQL, the subgraphs, the gateway and the provider simulator.',
    )
    .option('--port <port>', 'port of the gateway; the others follow it', readPortToUse, usualPort)
    .option('--data <folder>', 'where the database, keys and logs are kept', defaultDataFolder())
    .option('--reset', 'begin anew: forget all data of the folder', false)
    .option('--kafka', 'carry events over a real Apache Kafka (needs Java 17 and Maven) instead of PostgreSQL', false)
    .option('--supervise', 'start a service again that dies, instead of stopping everything', false)
    .addOption(oneOf('--without-consumers-of <service>', 'this service reads no events, for npm run replay', services))
    .helpOption('--help', 'show this help')
    .addHelpText(
      'after',
      '\nExamples:\n  npm start\n  npm start -- --port 5000 --data /tmp/bindery\n  npm start -- --reset',
    );
  const options = command.parse([...argv]).opts<StartOptions>();
  return { ...options, data: resolve(options.data) };
}

/** In the checkout; as root, whose PostgreSQL runs under another user, only where that user can get at it. */
export function defaultDataFolder(): string {
  const inCheckout = resolve(root, '.bindery');
  return process.getuid?.() === 0 && closedFolderAbove(inCheckout) ? '/var/tmp/bindery' : inCheckout;
}

/** Ports from 1024 that browsers and `fetch` never go to (https://fetch.spec.whatwg.org/#bad-port). */
const blockedPorts = [
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
];

function readPortToUse(text: string): number {
  const port = readPort(text);
  const blocked = Object.values(portsFrom(port)).find((each) => blockedPorts.includes(each));
  if (blocked)
    throw new InvalidArgumentError(`Browsers refuse port ${blocked}, which it would need. Try ${port + 100}.`);
  return port;
}
