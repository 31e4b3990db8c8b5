import type { MigrationInterface } from 'typeorm';
import { TestClock, type Clock } from '@bindery/kernel';
import { migrate, withClient, type AppRights } from '@bindery/persistence';
import { createLog, createMetrics, readConfig, type Config, type Metrics } from '@bindery/service';
import { createTestDatabase } from '@bindery/testing';
import { createTestGateway } from '@bindery/trust/testing';
import type { GatewayClaims } from '@bindery/trust';
import type { ComposedService } from '../compose/compose-service';
import type { ServiceConfig, Surroundings } from '../compose/foundation';
import { bringRights } from '../compose/run-migrations';
import { createInMemoryLog } from './in-memory-log';

type ConfigShape = Parameters<typeof readConfig>[0];

/** An answer of the graph; tests say by `toMatchObject` what they expect of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- its shape is what the tests are about
export type Answer = any;

export interface TestSubgraphOptions<Shape extends ConfigShape, Composed> {
  readonly name: string;
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly appRights: AppRights;
  readonly configShape: Shape;
  /** What the service wants in its environment besides what all services do. */
  readonly env: Readonly<Record<string, string>>;
  readonly compose: (
    config: Config<Shape> & ServiceConfig,
    surroundings: Surroundings & TestSurroundings,
  ) => Promise<Composed>;
  /** Which parts run; the API alone and the consumers when left out. Jobs run when a test says so, or in the role `jobs`. */
  readonly roles?: string;
  readonly clock?: Clock;
  /** Where support is reached; null: nowhere. */
  readonly supportUrl?: string | null;
  /** A real event log instead of the one that hands over at once. */
  readonly eventLogUrl?: string;
}

type TestSurroundings = Required<Pick<Surroundings, 'clock'>>;

/** What every service's test fixture has; each adds what its own world needs. */
export interface TestSubgraph<Composed> {
  readonly composed: Composed;
  readonly clock: TestClock;
  readonly metrics: Metrics;
  /** Other services' events come from here. */
  readonly eventLog: ReturnType<typeof createInMemoryLog>;
  /** Every line the service logged. */
  readonly lines: string[];
  /** What the gateway would answer for this subgraph; `claims.viewer` is who is signed in. */
  ask(query: string, variables?: object, claims?: Partial<GatewayClaims>): Promise<Answer>;
  /** What the gateway sends along when it asks for this path, for one request. */
  signPath(path: string): Record<string, string>;
  /** Where its database is, as the app's user: for what works beside the service. */
  readonly databaseUrl: string;
  /** As the app's user, with the rights of the running service. */
  sql<Row = Record<string, unknown>>(text: string, parameters?: unknown[]): Promise<Row[]>;
  /** As the owner of the tables, e.g. to make rows older than they are. */
  sqlAsOwner(text: string, parameters?: unknown[]): Promise<void>;
  stop(): Promise<void>;
}

/** A whole service in the test's process: a real PostgreSQL as the app's user, requests signed as the gateway does, a clock to move, an event log that hands over at once. */
export async function startTestSubgraph<Shape extends ConfigShape, Composed extends ComposedService>({
  name,
  migrations,
  appRights,
  configShape,
  env,
  compose,
  roles = 'api,consumers',
  clock = new TestClock(new Date()),
  supportUrl = 'https://support.example/help',
  eventLogUrl,
}: TestSubgraphOptions<Shape, Composed>): Promise<TestSubgraph<Composed>> {
  const database = await createTestDatabase(name, migrationsOf(name, migrations, appRights));
  const gateway = await createTestGateway();
  const config = readConfig(configShape, {
    NODE_ENV: 'test',
    PORT: '0',
    ROLES: roles,
    DATABASE_URL: database.appUrl,
    EVENT_LOG_URL: eventLogUrl ?? database.appUrl,
    GATEWAY_KEYS: gateway.keys,
    ...(supportUrl === null ? {} : { SUPPORT_URL: supportUrl }),
    ...env,
  });
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const log = createLog({ service: name, level: 'trace', format: 'json', destination });
  const metrics = createMetrics(name);
  const eventLog = createInMemoryLog();
  const composed = await compose(config as Config<Shape> & ServiceConfig, {
    log,
    metrics,
    clock,
    transport: eventLogUrl ? undefined : eventLog,
  });
  // Requests are handed to the app; nothing has to listen.
  const running = composed.components.filter((component) => component !== composed.http);
  for (const component of running) await component.start();
  return {
    composed,
    clock: clock as TestClock,
    metrics,
    eventLog,
    lines,
    databaseUrl: database.appUrl,
    async ask(query, variables = {}, claims = {}) {
      const request = await gateway.sign(name, { query, variables }, claims);
      return (await composed.http.app.inject({ method: 'POST', url: '/graphql', ...request })).json();
    },
    signPath: (path) => gateway.signPath(name, path),
    sql: (text, parameters = []) => composed.dataSource.query(text, parameters),
    sqlAsOwner: (text, parameters = []) =>
      withClient(database.ownerUrl, async (owner) => void (await owner.query(text, parameters))),
    async stop() {
      await composed.http.stop();
      for (const component of running.reverse()) await component.stop();
      await database.drop();
    },
  };
}

/** Brings a test's database up: the service's tables and those of its jobs. */
const migrationsOf = (
  name: string,
  migrations: TestSubgraphOptions<never, never>['migrations'],
  appRights: AppRights,
) =>
  Object.assign(
    async (ownerUrl: string) => {
      await migrate('up', ownerUrl, [...migrations]);
      await bringRights(ownerUrl, `${name}_app`, appRights);
    },
    // The template is known by this text: other migrations, another template.
    { toString: () => [...migrations.map(String), JSON.stringify(appRights)].join('\n') },
  );
