import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createCommand } from '../command-line/create-command';
import { oneOf, readPort } from '../command-line/readers';
import { passwordOf, superuser } from '../start/data/passwords';
import { readOrMakeSecrets, type Secrets } from '../start/data/secrets';
import { root } from '../start/start-options';
import { brokerPortsFrom, brokers, programs, readers, usualPort } from '../start/topology';
import { toComposeEnvironments } from './compose-environment';
import { openAuthority, type Authority } from './internal-ca';

interface Options {
  readonly port: number;
  readonly data: string;
  readonly brokers: string;
  readonly renewCertificates: boolean;
}

/** Every container that others connect to, or that shows who it is. */
const certified = ['postgres', ...brokers, ...programs, 'provision'];

/** Containers run as this user, who alone may read what is written here. */
const userOfContainers = 1000;

/** Writes the secrets of infra/compose once, and from them what each container is given, readable by their owner only. */
async function main(): Promise<void> {
  const options = createCommand('npm run compose:secrets --')
    .description(
      'Makes the secrets for infra/compose/compose.yaml: passwords, keys, an authority of its own with a certificate for each container, and an env file for each. Safe to repeat: secrets stay, and a certificate that ends within 30 days is made anew (then: docker compose restart).',
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
    .option('--renew-certificates', 'make all certificates anew, with the same authority', false)
    .parse()
    .opts<Options>();
  const folder = resolve(options.data);
  makePrivate(folder);
  const secrets = await readOrMakeSecrets(folder);
  const authority = openAuthority(join(folder, 'tls'));
  const renewed = writeIdentities(folder, secrets, (name, into) =>
    authority.certify(name, into, options.renewCertificates),
  );
  for (const [name, environment] of toComposeEnvironments(secrets))
    write(join(folder, `${name}.env`), toEnvFile(environment));
  writeForTools(folder, secrets, options, authority.certificateFile);
  giveToContainers(folder);
  console.log(`Secrets and env files are in ${folder}`);
  if (renewed)
    console.log(`${renewed} certificates are new. Containers that run take them with: docker compose restart`);
}

/** A folder for each container, mounted there and nowhere else. Answers how many certificates are new. */
function writeIdentities(folder: string, { kafkaPasswords }: Secrets, certify: Authority['certify']): number {
  const placeOf = (name: string) => join(folder, 'identities', name);
  makePrivate(join(folder, 'identities'));
  const renewed = certified.filter((name) => certify(name, placeOf(name)));
  // For the first start, which makes the cluster with it. After that the server knows better.
  write(join(placeOf('postgres'), 'password'), passwordOf(folder, superuser));
  const logins = Object.entries(kafkaPasswords).map(([login, password]) => `${login} ${password}\n`);
  for (const broker of brokers) write(join(placeOf(broker), 'logins'), logins.join(''));
  return renewed.length;
}

/** Where the demo, told of this folder, finds the system and can watch the events go by, also when one broker is away. */
function writeForTools(
  folder: string,
  { kafkaPasswords }: Secrets,
  { port, brokers: count }: Options,
  authorityFile: string,
): void {
  const kafkaBrokers = brokerPortsFrom(port)
    .slice(0, Number(count))
    .map((brokerPort) => `127.0.0.1:${brokerPort}`);
  const [reader = ''] = readers;
  const kafkaSecurity = {
    ca: readFileSync(authorityFile, 'utf8'),
    login: { username: reader, password: kafkaPasswords[reader] },
  };
  write(join(folder, 'event-log.json'), JSON.stringify({ kafkaBrokers, kafkaSecurity }));
}

const write = (file: string, text: string) => writeFileSync(file, text, { mode: 0o600 });

function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
}

/** Root's files are given to the user of the containers; anybody else has to be that user. */
function giveToContainers(folder: string): void {
  const user = process.getuid?.() ?? userOfContainers;
  if (user === 0)
    for (const part of ['identities', 'passwords'])
      for (const entry of ['.', ...readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })])
        chownSync(join(folder, part, entry), userOfContainers, userOfContainers);
  else if (user !== userOfContainers)
    console.warn(
      `Containers run as user ${userOfContainers} and you are user ${user}: they will not be able to read these files. Run this as root or as that user.`,
    );
}

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
