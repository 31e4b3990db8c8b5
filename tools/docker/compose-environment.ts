import { withUser } from '@bindery/persistence';
import { toPrograms } from '../start/processes/programs';
import type { Secrets } from '../start/data/secrets';
import { root } from '../start/start-options';
import { portsFrom, services, usualPort, type Service } from '../start/topology';

type Environment = Readonly<Record<string, string>>;

/** Where an image has the checkout, see infra/docker/Dockerfile. */
const rootInImage = '/bindery';

/** Every program listens on its usual port, each in a container with its own name. */
const ports = portsFrom(usualPort);
const hostOf: Readonly<Record<string, string>> = { smtp: 'provider-simulator' };

/**
 * The environment of each container of the Compose file, by name: what `npm start` would give the same program, with the
 * addresses of the Compose network. Kafka's address, roles and NODE_ENV are in the Compose file.
 */
export function toComposeEnvironments(secrets: Secrets): ReadonlyMap<string, Environment> {
  const databases = Object.fromEntries(services.map((service) => [service, databaseOf(service, secrets)])) as Record<
    Service,
    ReturnType<typeof databaseOf>
  >;
  const programs = toPrograms({
    data: '/var/lib/bindery',
    ports,
    secrets,
    databases,
    eventLog: () => ({ KAFKA_BROKERS: '' }),
  });
  return new Map([
    ...programs.map(({ name, env }) => [name, toContainer(env)] as const),
    ['postgres', { POSTGRES_PASSWORD: secrets.postgresPassword }],
    [
      'provision',
      {
        ADMIN_DATABASE_URL: adminUrl(secrets),
        OWNER_PASSWORD: secrets.ownerPassword,
        APP_PASSWORD: secrets.appPassword,
      },
    ],
  ]);
}

const adminUrl = ({ postgresPassword }: Secrets) =>
  withUser('postgres://postgres:5432/postgres', 'postgres', postgresPassword);

const databaseOf = (service: Service, { ownerPassword, appPassword }: Secrets) => ({
  ownerUrl: withUser(`postgres://postgres:5432/${service}`, `${service}_owner`, ownerPassword),
  appUrl: withUser(`postgres://postgres:5432/${service}`, `${service}_app`, appPassword),
});

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
  Object.entries(ports).reduce(
    (text, [name, port]) => text.replaceAll(`127.0.0.1:${port}`, `${hostOf[name] ?? name}:${port}`),
    value,
  );
