import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { createSimulatedWorld } from '@bindery/simulated-world';
import { createGraphClient, createWallet } from '@bindery/wallet-client';
import { defaultDataFolder } from '../start/start-options';
import { portsFrom, urlOf, usualPort } from '../start/topology';
import { demoWords } from './demo-words';
import { noEventWatch, watchEvents, type EventLogAddress, type EventWatch } from './event-watch';
import { playJourney } from './journey';
import { createStoryteller } from './storyteller';

interface DemoOptions {
  readonly port: string;
  readonly data: string;
  readonly json: boolean;
  readonly lang: string;
}

/** Plays a card's whole life against the running system and tells it. Exit code 1 when anything is not as told. */
async function main(): Promise<number> {
  const { port, data, json, lang } = new Command('npm run demo --')
    .description('Plays the life of two cards through the gateway of the running system, each step told and checked.')
    .option('--port <port>', 'port of the gateway', String(usualPort))
    .option(
      '--data <folder>',
      'data folder of the running system, which says where its event log is',
      defaultDataFolder(),
    )
    .option('--json', 'one JSON object a line, for machines', false)
    .option('--lang <lang>', 'en or zh', 'en')
    .parse()
    .opts<DemoOptions>();
  const locale = lang.startsWith('zh') ? 'zh-CN' : 'en';
  const ports = portsFrom(Number(port));
  const world = createSimulatedWorld(urlOf(ports['provider-simulator']));
  const graph = createGraphClient({ endpoint: `${urlOf(ports.gateway)}/graphql`, locale });
  const running = await fetch(`${urlOf(ports.gateway)}/health/ready`).then(
    (response) => response.ok,
    () => false,
  );
  if (!running) {
    console.error(demoWords[locale].notRunning.replace('{port}', port));
    return 1;
  }
  const person = {
    phone: randomPhone(),
    password: 'amber-canyon-83-piano',
    displayName: locale === 'en' ? 'Demo Holder' : '演示用户',
    locale,
  } as const;
  const story = createStoryteller(locale, json ? 'json' : 'text');
  const events = await openEventWatch(data);
  await playJourney(createWallet(graph, world, person), world, events, story);
  await events.stop();
  return story.end() ? 0 : 1;
}

/** The running system says in its data folder where its events are; elsewhere the usual variables do. */
async function openEventWatch(data: string): Promise<EventWatch> {
  const file = join(data, 'event-log.json');
  const { EVENT_LOG_URL, KAFKA_BROKERS } = process.env;
  if (existsSync(file)) return watchEvents(JSON.parse(readFileSync(file, 'utf8')) as EventLogAddress);
  if (EVENT_LOG_URL ?? KAFKA_BROKERS)
    return watchEvents({ eventLogUrl: EVENT_LOG_URL, kafkaBrokers: KAFKA_BROKERS?.split(',') });
  return noEventWatch;
}

/** A mobile number of its own for each run, so that the demo can be played again and again. */
const randomPhone = () => `+86139${String(Math.floor(Math.random() * 1e8)).padStart(8, '1')}`;

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
