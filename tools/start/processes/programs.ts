import { join } from 'node:path';
import type { ServiceDatabase } from '@bindery/persistence';
import { joinGatewayKeys, toPublicKeySet } from '@bindery/trust';
import type { Secrets } from '../data/secrets';
import { providersFile } from '../provider-catalogue';
import { root } from '../start-options';
import { urlOf, type Ports, type Service } from '../topology';

/** One process of the system: its main file and its environment. */
export interface Program {
  readonly name: string;
  readonly main: string;
  readonly env: Readonly<Record<string, string>>;
  /** Answers 200 when the program can do its work. */
  readonly readyUrl: string;
}

export interface Surroundings {
  readonly data: string;
  readonly ports: Ports;
  readonly secrets: Secrets;
  readonly databases: Readonly<Record<Service, ServiceDatabase>>;
  /** Everything of it runs but what reads events. */
  readonly withoutConsumersOf?: Service | undefined;
  /** Where events go: one of the two. */
  readonly eventLog: (
    reader: Service | 'gateway',
  ) => { readonly EVENT_LOG_URL: string } | { readonly KAFKA_BROKERS: string };
}

export const mainFileOf = (app: string, file = 'main.ts') => join(root, 'apps', app, 'src', file);

/** Every program of the system with its whole configuration, outermost last. */
export function toPrograms(surroundings: Surroundings): readonly Program[] {
  return [
    simulator(surroundings),
    identity(surroundings),
    binding(surroundings),
    verification(surroundings),
    notification(surroundings),
    gateway(surroundings),
  ];
}

function simulator({ data, ports, secrets }: Surroundings): Program {
  return program('provider-simulator', ports, {
    SMTP_PORT: String(ports.smtp),
    BINDING_URL: urlOf(ports.binding),
    PROVIDERS_PATH: providersFile,
    PROVIDER_SECRETS: JSON.stringify(secrets.providerSecrets),
    SMS_CARRIER_KEY: secrets.smsCarrierKey,
    DATA_DIR: join(data, 'simulator'),
  });
}

function identity(surroundings: Surroundings): Program {
  const { secrets } = surroundings;
  return service('identity', surroundings, {
    ACCESS_TOKEN_PRIVATE_KEY: secrets.accessTokenKey,
    PROOF_PUBLIC_KEYS: toPublicKeySet(secrets.proofKey),
    CONTACT_KEYS: secrets.contactKeys,
    CONTACT_LOOKUP_KEY: secrets.lookupKey,
    PASSWORD_PEPPER: secrets.passwordPepper,
    REFRESH_TOKEN_KEYS: secrets.refreshKeys,
  });
}

function binding(surroundings: Surroundings): Program {
  const { ports, secrets } = surroundings;
  const providers = Object.entries(secrets.providerSecrets).map(([code, secret]) => [
    code,
    { baseUrl: `${urlOf(ports['provider-simulator'])}/providers/${code}`, secret },
  ]);
  return service('binding', surroundings, {
    PROOF_PUBLIC_KEYS: toPublicKeySet(secrets.proofKey),
    CARD_FINGERPRINT_KEYS: secrets.fingerprintKeys,
    PROVIDERS: JSON.stringify(Object.fromEntries(providers)),
    PUBLIC_URL: urlOf(ports.binding),
  });
}

function verification(surroundings: Surroundings): Program {
  const { ports, secrets } = surroundings;
  return service('verification', surroundings, {
    PROOF_PRIVATE_KEY: secrets.proofKey,
    CONTACT_KEYS: secrets.contactKeys,
    CODE_KEY: secrets.codeKey,
    // On one machine everybody has the same address, so a budget for each address would be one for all.
    CODES_PER_ADDRESS_PER_DAY: '100000',
    SMS_CARRIER_URL: urlOf(ports['provider-simulator']),
    SMS_CARRIER_KEY: secrets.smsCarrierKey,
  });
}

function notification(surroundings: Surroundings): Program {
  const { ports, secrets } = surroundings;
  return service('notification', surroundings, {
    CONTACT_KEYS: secrets.contactKeys,
    SMS_CARRIER_URL: urlOf(ports['provider-simulator']),
    SMS_CARRIER_KEY: secrets.smsCarrierKey,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
  });
}

function gateway({ ports, secrets, eventLog }: Surroundings): Program {
  const { identity, binding, verification, notification } = ports;
  return program('gateway', ports, {
    ...eventLog('gateway'),
    SUPERGRAPH_PATH: join(root, 'apps/gateway/supergraph.graphql'),
    SUBGRAPH_URLS: JSON.stringify({
      identity: urlOf(identity),
      binding: urlOf(binding),
      verification: urlOf(verification),
      notification: urlOf(notification),
    }),
    ACCESS_TOKEN_JWKS_URL: `${urlOf(identity)}/.well-known/jwks.json`,
    SUBGRAPH_KEYS: joinGatewayKeys(secrets.gatewayKeys),
    DOOR_RULES_PATH: join(root, 'apps/gateway/door-rules.json'),
    DOCUMENTS_PATH: join(root, 'apps/gateway/documents'),
    // On one machine everybody has the same address, and tests race as one account.
    REQUESTS_PER_ADDRESS: '100000',
    REQUESTS_PER_ACCOUNT: '1000',
  });
}

function service(
  name: Service,
  { ports, secrets, databases, eventLog, withoutConsumersOf }: Surroundings,
  env: Record<string, string>,
): Program {
  return program(name, ports, {
    DATABASE_URL: databases[name].appUrl,
    ...eventLog(name),
    ...(name === withoutConsumersOf ? { ROLES: 'api,relay,jobs' } : {}),
    GATEWAY_KEYS: secrets.gatewayKeys[name],
    ...env,
  });
}

function program(name: 'gateway' | 'provider-simulator' | Service, ports: Ports, env: Record<string, string>): Program {
  const port = ports[name];
  return {
    name,
    main: mainFileOf(name),
    env: { HOST: '127.0.0.1', PORT: String(port), ...env },
    readyUrl: `${urlOf(port)}/health/ready`,
  };
}
