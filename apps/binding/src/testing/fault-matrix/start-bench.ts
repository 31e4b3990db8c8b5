import type { DataSource } from 'typeorm';
import { migrateJobs, type JobPart } from '@bindery/jobs';
import { systemClock } from '@bindery/kernel';
import { createDataSource, createUnitOfWork, migrate } from '@bindery/persistence';
import { createLog } from '@bindery/service';
import { createTestDatabase, freePort } from '@bindery/testing';
import { migrations } from '../../../migrations';
import { loadProviderCatalogue } from '../../catalogue/provider-catalogue';
import { addressClasses, passClasses, weChatPayClasses, type ProviderMessage } from '../../providers';
import { createConnectors, type ConnectorSet, type ConnectorsOptions } from '../../providers/create-connectors';
import { createJobDrain } from '../job-drain';
import { startSimulator, type RunningSimulator } from '../start-simulator';
import { startInbox, type Inbox } from './start-inbox';

/** Longer than anything that answers at all; `hasty` is for answers that are held back. */
const patientMs = 10_000;
const hastyMs = 1_000;

export interface Bench {
  readonly simulator: RunningSimulator;
  readonly inbox: Inbox;
  readonly dataSource: DataSource;
  readonly usual: ConnectorSet;
  /** Waits for no answer that is held back. */
  readonly hasty: ConnectorSet;
  /** With a clock that goes wrong by so many minutes. */
  aheadBy(minutes: number): ConnectorSet;
  /** With keys that it has yet to fetch, and `changes` of what it has of the provider; it takes its messages until they are settled. */
  renewKeys(provider: string, changes?: Readonly<Record<string, unknown>>): void;
  settleKeys(provider: string): void;
  stop(): Promise<void>;
}

interface Made extends Partial<Pick<ConnectorsOptions, 'profiles' | 'providers'>> {
  readonly minutesAhead?: number;
}

/** Every connector with what it keeps, beside the real simulator; jobs run as they come. */
export async function startBench(): Promise<Bench> {
  const database = await createTestDatabase('binding', (ownerUrl) => migrate('up', ownerUrl, migrations));
  await migrateJobs(database.ownerUrl, new URL(database.appUrl).username);
  const entities = [...addressClasses.entities, ...passClasses.entities, ...weChatPayClasses.entities];
  const dataSource = await createDataSource({ url: database.appUrl, entities }).initialize();
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const simulator = await startSimulator(publicUrl);
  const made: ConnectorSet[] = [];
  const profiles = loadProviderCatalogue();
  const make = (jobMs: number, { minutesAhead = 0, ...others }: Made = {}): ConnectorSet => {
    const set = createConnectors({
      profiles,
      providers: simulator.providers,
      publicUrl,
      clock: { now: () => new Date(Date.now() + minutesAhead * 60_000), onMove: systemClock.onMove },
      log: createLog({ service: 'test', level: 'silent', format: 'json' }),
      security: { record: () => undefined },
      db: dataSource.manager,
      unitOfWork: createUnitOfWork(dataSource),
      timeouts: { interactiveMs: patientMs, jobMs },
      ...others,
    });
    made.push(set);
    return set;
  };
  const usual = make(patientMs);
  const hasty = make(hastyMs);
  const byMinutes = new Map([-6, -4, 4, 6].map((minutes) => [minutes, make(patientMs, { minutesAhead: minutes })]));
  const renewed = new Map<string, ConnectorSet>();
  const receiving: ConnectorSet = {
    ...usual,
    inboundOf: (provider) => (renewed.get(provider) ?? usual).inboundOf(provider),
  };
  const inbox = await startInbox(port, () => receiving, usual);
  const jobs = runJobs(dataSource, hasty, inbox);

  return {
    simulator,
    inbox,
    dataSource,
    usual,
    hasty,
    aheadBy: (minutes) => byMinutes.get(minutes) ?? usual,
    renewKeys(provider, changes) {
      const only = new Map([...profiles].filter(([code]) => code === provider));
      const providers = { [provider]: { ...simulator.providers[provider], ...changes } };
      renewed.set(provider, make(patientMs, { profiles: only, providers }));
    },
    settleKeys: (provider) => void renewed.delete(provider),
    async stop() {
      await jobs.stop();
      for (const set of made) await set.close();
      await simulator.stop();
      await inbox.stop();
      await dataSource.destroy();
      await database.drop();
    },
  };
}

/** What connections put off, until it is stopped; what fails comes again. */
function runJobs(dataSource: DataSource, set: ConnectorSet, { heard }: Inbox) {
  const tell = async (message: ProviderMessage) => void heard.push(message);
  const handlers = {
    'work-of-style': ({ provider, work }: { provider: string; work: Record<string, string> }) =>
      set.work(provider, work, tell),
  };
  const drain = createJobDrain(dataSource, handlers as unknown as JobPart['handlers'], systemClock);
  let running = true;
  const rounds = (async () => {
    while (running) {
      await drain.run({ mayFail: true });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return {
    async stop() {
      running = false;
      await rounds;
    },
  };
}
