import { withPassfile } from '@bindery/persistence';
import { passfileOf, superuser, type Login } from '../start/data/passwords';
import type { Secrets } from '../start/data/secrets';
import { toPrograms } from '../start/processes/programs';
import { root } from '../start/start-options';
import { portsFrom, readers, readyUrlOf, services, usualPort, type Service } from '../start/topology';

type Environment = Readonly<Record<string, string>>;

/** Where an image has the checkout, see infra/docker/Dockerfile. */
const rootInImage = '/bindery';

/** Where a container has what it proves itself by, as the Compose file mounts it: its certificate and key, and the authority's certificate. */
const identityFolder = '/run/identity';
/** Where it has the passwords of its logins: the folder `passwords` of a data folder, or the part of it that is its own. */
export const passwordsParent = '/run';

/** Every program listens on its usual port, each in a container with its own name. */
const ports = portsFrom(usualPort);
const hostOf: Readonly<Record<string, string>> = { smtp: 'provider-simulator' };

const authorityFile = `${identityFolder}/ca.pem`;

/** A database as one of its logins, from inside a container. */
const databaseUrl = (database: string, login: Login): string =>
  withPassfile(
    `postgres://postgres:5432/${database}?sslmode=verify-full&sslrootcert=${authorityFile}`,
    login,
    passfileOf(passwordsParent, login),
  );

/**
 * The environment of each container of the Compose file, by name: what `npm start` would give the same program without its limits
 * for development, with the addresses of the Compose network, all of them over TLS. Kafka's address, roles and NODE_ENV are in the
 * Compose file.
 */
export function toComposeEnvironments(secrets: Secrets): ReadonlyMap<string, Environment> {
  const programs = toPrograms({
    data: '/var/lib/bindery',
    ports,
    secrets,
    databases: Object.fromEntries(services.map((service) => [service, databaseOf(service)])) as Record<
      Service,
      ReturnType<typeof databaseOf>
    >,
    eventLog: () => ({ KAFKA_BROKERS: '' }),
  });
  return new Map([
    ...programs.map(
      ({ name, env }) => [name, { ...toContainer(env), ...everywhere(env), ...kafkaOf(name, secrets) }] as const,
    ),
    ['provision', { ADMIN_DATABASE_URL: databaseUrl('postgres', superuser), ...kafkaOf('provision', secrets) }],
  ]);
}

export const databaseOf = (service: Service) => ({
  ownerUrl: databaseUrl(service, `${service}_owner`),
  appUrl: databaseUrl(service, `${service}_app`),
});

/** How every program is spoken to, and whom it trusts. */
const everywhere = ({ PORT }: Environment): Environment => ({
  TLS_CERT_FILE: `${identityFolder}/tls.crt`,
  TLS_KEY_FILE: `${identityFolder}/tls.key`,
  NODE_EXTRA_CA_CERTS: authorityFile,
  HEALTH_URL: readyUrlOf(Number(PORT)),
});

const kafkaOf = (login: string, { kafkaPasswords }: Secrets): Environment =>
  ['provision', ...services, ...readers].includes(login)
    ? {
        KAFKA_TLS: 'on',
        KAFKA_SSL_CA_FILE: authorityFile,
        KAFKA_SASL_USERNAME: login,
        KAFKA_SASL_PASSWORD: kafkaPasswords[login] ?? '',
      }
    : {};

/** Support is for people, who are outside of the network: its address is the operator's to give. */
function toContainer({
  HOST: _host,
  KAFKA_BROKERS: _brokers,
  SUPPORT_URL: _support,
  ...env
}: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, toAddressesOfCompose(value.replaceAll(root, rootInImage))]),
  );
}

const toAddressesOfCompose = (value: string) =>
  Object.entries(ports)
    .reduce((text, [name, port]) => text.replaceAll(`127.0.0.1:${port}`, `${hostOf[name] ?? name}:${port}`), value)
    .replaceAll('http://', 'https://')
    .replaceAll('smtp://', 'smtps://');
