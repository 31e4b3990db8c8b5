import { join } from 'node:path';
import { root } from '../start-options';
import { readyUrlOf, services, urlOf, type ProgramName, type Service } from '../topology';
import { ownEnvironments, type Environment } from './own-environments';
import type { Surroundings } from './surroundings';

/** One process of the system: its main file and its environment. */
export interface Program {
  readonly name: string;
  readonly main: string;
  readonly env: Environment;
  /** Answers 200 when the program can do its work. */
  readonly readyUrl: string;
}

export const mainFileOf = (app: string, file = 'main.ts') => join(root, 'apps', app, 'src', file);

/** Every program of the system with its whole configuration, outermost last. */
export const toPrograms = (surroundings: Surroundings): readonly Program[] => [
  program('provider-simulator', surroundings),
  ...services.map((name) => program(name, surroundings, commonEnvironment(name, surroundings))),
  program('gateway', surroundings, surroundings.eventLog('gateway')),
];

/** What every service has, whatever it is for. */
const commonEnvironment = (
  name: Service,
  { ports, secrets, databases, eventLog, withoutConsumersOf }: Surroundings,
): Environment => ({
  DATABASE_URL: databases[name].appUrl,
  ...eventLog(name),
  ...(name === withoutConsumersOf ? { ROLES: 'api,relay,jobs' } : {}),
  GATEWAY_KEYS: secrets.gatewayKeys[name],
  SUPPORT_URL: `${urlOf(ports['provider-simulator'])}/support`,
});

function program(name: ProgramName, surroundings: Surroundings, common: Environment = {}): Program {
  const port = surroundings.ports[name];
  return {
    name,
    main: mainFileOf(name),
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      ...common,
      ...ownEnvironments[name]?.(surroundings),
    },
    readyUrl: readyUrlOf(port),
  };
}
