import { resolve } from 'node:path';
import { closedFolderAbove } from '@bindery/persistence';
import { createCommand } from '../command-line/create-command';
import { oneOf, readPort } from '../command-line/readers';
import { services, usualPort, type Service } from './topology';

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
    .option('--port <port>', 'port of the gateway; the others follow it', readPort, usualPort)
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
