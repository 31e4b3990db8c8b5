import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createPhonesOutside, createSimulatedWorld, createWeChatUser } from '@bindery/simulated-world';
import type { StaffRole } from '@bindery/trust';
import { createGraphClient, createWallet, type Person, type Wallet } from '@bindery/wallet-client';
import { createCommand } from '../command-line/create-command';
import { oneOf, readPort } from '../command-line/readers';
import { commandFor } from '../start/commands';
import type { DemoAccount } from '../start/demo-accounts';
import { isReady } from '../start/running-gateway';
import { defaultDataFolder } from '../start/start-options';
import { portsFrom, urlOf, usualPort } from '../start/topology';
import { demoWords } from './demo-words';
import { noEventWatch, watchEvents } from './event-watch';
import { findEventLog } from './find-event-log';
import { howToReach } from './how-to-reach';
import { playJourney } from './journey';
import type { Scene } from './scene';
import { createStoryteller } from './storyteller';

interface DemoOptions {
  readonly port: number;
  readonly data: string;
  readonly json: boolean;
  readonly lang: 'en' | 'zh';
  readonly keepTime: boolean;
  readonly all: boolean;
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
    .option(
      '--all',
      'play the life of every named system besides, and what can become of any card: lost, replaced, moved, disputed',
      false,
    )
    .option('--keep-time', 'leave the clock of the sandbox alone, and out what needs it moved', false)
    .option('--json', 'one JSON object a line, for machines', false)
    .addOption(oneOf('--lang <lang>', 'the language it is told in', ['en', 'zh']).default('en'))
    .parse();
  const { port, json, lang, keepTime, all, ...options } = command.opts<DemoOptions>();
  const data = resolve(options.data);
  const locale = lang === 'zh' ? 'zh-CN' : 'en';
  const ports = portsFrom(port);
  const scheme = howToReach(data);
  const outside = urlOf(ports['provider-simulator'], scheme);
  const world = createSimulatedWorld(outside);
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
  const newWallet = () =>
    createWallet(graph, world, {
      phone: randomPhone(),
      password: 'amber-canyon-83-piano',
      displayName: locale === 'en' ? 'Demo Holder' : '演示用户',
      locale,
    });
  const story = createStoryteller(locale, json ? 'json' : 'text');
  const events = log.kind === 'FOUND' ? await watchEvents(log.address) : noEventWatch;
  const startedAt = performance.now();
  await playJourney(all ? 'all' : 'twoCards', {
    wallet: newWallet(),
    newWallet,
    staff: staffOf(data, (person) => createWallet(graph, world, { ...person, locale })),
    world,
    weChat: createWeChatUser(outside),
    phones: createPhonesOutside(outside),
    events,
    story,
    keepsTime: keepTime,
  });
  await events.stop();
  return story.end(all ? (performance.now() - startedAt) / 1000 : undefined) ? 0 : 1;
}

/** The apps of those of our own people whom the data folder has. */
function staffOf(data: string, newWallet: (person: Omit<Person, 'locale'>) => Wallet): Scene['staff'] {
  const file = join(data, 'demo-accounts.json');
  const accounts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly DemoAccount[]) : [];
  const withRole = accounts.flatMap(({ role, name: displayName, phone, password }) =>
    role ? [{ role, wallet: newWallet({ phone, password, displayName }) }] : [],
  );
  const staff: Partial<Record<StaffRole, Wallet[]>> = {};
  for (const { role, wallet } of withRole) (staff[role] ??= []).push(wallet);
  return staff;
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
