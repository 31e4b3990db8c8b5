import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createCommand } from '../command-line/create-command';
import { oneOf, readPort } from '../command-line/readers';
import { readOrMakeSecrets } from '../start/data/secrets';
import { root } from '../start/start-options';
import { brokerPortsFrom, usualPort } from '../start/topology';
import { toComposeEnvironments } from './compose-environment';

/** Writes the secrets of infra/compose once, and from them an env file for each container, readable by their owner only. */
async function main(): Promise<void> {
  const { port, data, brokers } = createCommand('npm run compose:secrets --')
    .description(
      'Makes the secrets for infra/compose/compose.yaml and writes an env file for each container. Safe to repeat: secrets stay.',
    )
    .option('--data <folder>', 'where they are kept', join(root, '.bindery/compose'))
    .option(
      '--port <port>',
      'port of the gateway on this machine (GATEWAY_PORT); the others follow it',
      readPort,
      usualPort,
    )
    .addOption(
      oneOf('--brokers <number>', 'how many Kafka brokers there are: three with three-brokers.env', ['1', '3']).default(
        '1',
      ),
    )
    .parse()
    .opts<{ port: number; data: string; brokers: string }>();
  const folder = resolve(data);
  mkdirSync(folder, { recursive: true });
  for (const [name, environment] of toComposeEnvironments(await readOrMakeSecrets(folder)))
    write(join(folder, `${name}.env`), toEnvFile(environment));
  // So that the demo, told of this folder, can watch the events go by, also when one broker is away.
  const kafkaBrokers = brokerPortsFrom(port)
    .slice(0, Number(brokers))
    .map((brokerPort) => `127.0.0.1:${brokerPort}`);
  write(join(folder, 'event-log.json'), JSON.stringify({ kafkaBrokers }));
  console.log(`Secrets and env files are in ${folder}`);
}

const write = (file: string, text: string) => writeFileSync(file, text, { mode: 0o600 });

/** In single quotes Compose takes a value as it stands. */
function toEnvFile(environment: Readonly<Record<string, string>>): string {
  const broken = Object.entries(environment).find(([, value]) => /['\n]/.test(value));
  if (broken) throw new Error(`${broken[0]} has a character that an env file cannot carry`);
  return Object.entries(environment)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
