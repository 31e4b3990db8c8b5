import { resolve } from 'node:path';
import { createSimulatedWorld } from '@bindery/simulated-world';
import { createGraphClient, createWallet } from '@bindery/wallet-client';
import { createCommand } from '../command-line/create-command';
import { oneOf, readPort } from '../command-line/readers';
import { commandFor } from '../start/commands';
import { isReady } from '../start/running-gateway';
import { defaultDataFolder } from '../start/start-options';
import { portsFrom, urlOf, usualPort } from '../start/topology';
import { demoWords } from './demo-words';
import { noEventWatch, watchEvents } from './event-watch';
import { findEventLog } from './find-event-log';
import { howToReach } from './how-to-reach';
import { playJourney } from './journey';
import { createStoryteller } from './storyteller';

interface DemoOptions {
  readonly port: number;
  readonly data: string;
  readonly json: boolean;
  readonly lang: 'en' | 'zh';
}

/** Plays a card's whole life against the running system and tells it. Exit code 1 when anything is not as told. */
async function main(): Promise<number> {
  const command = createCommand('npm run demo --')
    .description('Plays the life of two cards through the gateway of the running system, each step told and checked.')
    .option('--port <port>', 'port of the gateway', readPort, usualPort)
    .option(
      '--data <folder>',
      'data folder of the running system, which says where its event log is',
      defaultDataFolder(),
    )
    .option('--json', 'one JSON object a line, for machines', false)
    .addOption(oneOf('--lang <lang>', 'the language it is told in', ['en', 'zh']).default('en'))
    .parse();
  const { port, json, lang, ...options } = command.opts<DemoOptions>();
  const data = resolve(options.data);
  const locale = lang === 'zh' ? 'zh-CN' : 'en';
  const ports = portsFrom(port);
  const scheme = howToReach(data);
  const world = createSimulatedWorld(urlOf(ports['provider-simulator'], scheme));
  const graph = createGraphClient({ endpoint: `${urlOf(ports.gateway, scheme)}/graphql`, locale });
  const complain = (words: 'notRunning' | 'noFolder' | 'otherSystem' | 'noEvents') =>
    console.error(
      demoWords[locale][words]
        .replace('{port}', String(port))
        .replace('{command}', () => commandFor('npm start', { port, data }))
        .replace('{data}', () => data),
    );
  if (!(await isReady(port, scheme))) {
    complain('notRunning');
    return 1;
  }
  const named = command.getOptionValueSource('data') !== 'default';
  const log = findEventLog({ data, named, port, env: process.env });
  if (log.kind !== 'FOUND') complain(log.kind);
  if (log.kind === 'noFolder' || log.kind === 'otherSystem') return 1;
  const person = {
    phone: randomPhone(),
    password: 'amber-canyon-83-piano',
    displayName: locale === 'en' ? 'Demo Holder' : '演示用户',
    locale,
  } as const;
  const story = createStoryteller(locale, json ? 'json' : 'text');
  const events = log.kind === 'FOUND' ? await watchEvents(log.address) : noEventWatch;
  await playJourney(createWallet(graph, world, person), world, events, story);
  await events.stop();
  return story.end() ? 0 : 1;
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
