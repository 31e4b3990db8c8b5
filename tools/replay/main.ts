import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { topics } from '@bindery/event-contracts';
import {
  comingAgain,
  createEventLog,
  GroupAtWork,
  planReplay,
  replayGroup,
  toSqlSession,
  type ReplayFrom,
  type SqlSession,
} from '@bindery/messaging';
import { createLog } from '@bindery/service';
import { withClient } from '@bindery/persistence';
import { createCommand } from '../command-line/create-command';
import { oneOf, readBrokers, readPort, readPostgresUrl } from '../command-line/readers';
import { databaseUrlOf, eventLogAddressOf } from '../dead-letters/service-database';
import { defaultDataFolder } from '../start/start-options';
import { commandFor } from '../start/commands';
import { recordStaffAct } from '../start/staff-acts';
import { services, usualPort } from '../start/topology';
import { toTable } from './plan-text';

interface Options {
  readonly service: string;
  readonly from: ReplayFrom;
  readonly topic?: readonly string[];
  readonly applyAgain?: boolean;
  readonly yes?: boolean;
  readonly data: string;
  readonly port: number;
  readonly kafka?: boolean;
  readonly eventLogUrl?: string;
  readonly kafkaBrokers?: string;
  readonly databaseUrl?: string;
}

const program = createCommand('npm run replay --')
  .description(
    'Has the consumers of a service read the event log again from a time on. Without --yes it only says what would happen.',
  )
  .addOption(oneOf('--service <name>', 'the service whose consumers shall read again', services).makeOptionMandatory())
  .addOption(
    new Option('--from <time>', 'an ISO 8601 time with its zone, as 2026-11-20T08:00:00+08:00, or: start')
      .argParser(readFrom)
      .makeOptionMandatory(),
  )
  .addOption(oneOf('--topic <topic...>', 'only these topics; all that the service reads when left out', topics))
  .option('--apply-again', 'also apply events again that were handled already; without this they are passed over')
  .option('--yes', 'do it; without this, only say what would be done')
  .option(
    '--event-log-url <url>',
    "the event log on PostgreSQL, as the service's user; else that of a system started by npm start",
    readPostgresUrl,
  )
  .option(
    '--kafka-brokers <list>',
    'host:port of some brokers, separated by commas; instead of --event-log-url',
    readBrokers,
  )
  .option(
    '--database-url <url>',
    "the service's database, for --apply-again; else that of a system started by npm start",
    readPostgresUrl,
  )
  .option('--data <folder>', 'data folder of that system', defaultDataFolder())
  .option('--port <port>', "port of that system's gateway", readPort, usualPort)
  .option('--kafka', 'that system was started with --kafka');

function readFrom(text: string): ReplayFrom {
  if (text === 'start') return text;
  const hasZone = /T.*(Z|[+-]\d\d:\d\d)$/.test(text);
  const time = new Date(text);
  if (!hasZone || Number.isNaN(time.getTime()))
    throw new InvalidArgumentError('A time looks like 2026-11-20T08:00:00+08:00; the oldest event is: start.');
  return time;
}

async function replay(options: Options): Promise<void> {
  const { service, from, topic, kafkaBrokers } = options;
  const address = kafkaBrokers
    ? { kafkaBrokers: kafkaBrokers.split(',') }
    : options.eventLogUrl
      ? { eventLogUrl: options.eventLogUrl }
      : eventLogAddressOf(service, options);
  const log = createLog({ service: 'replay', level: 'silent', format: 'json' });
  const transport = createEventLog(address, { service, log });
  try {
    const steps = await planReplay(transport.groups, service, from, topic);
    if (!steps.length) throw new Error(`${service} has read nothing yet${topic ? ` of ${topic.join(', ')}` : ''}.`);
    console.log(toTable(steps));
    const count = steps.reduce((sum, step) => sum + comingAgain(step), 0);
    console.log(
      `\n${count} events come again. ${options.applyAgain ? applyWarning : 'Those that were handled are passed over; only gaps are filled.'}`,
    );
    const members = await transport.groups.countMembers(service);
    const withoutConsumers = commandFor('npm start', { ...options, data: resolve(options.data) }, [
      `--without-consumers-of ${service}`,
    ]);
    if (members)
      console.log(
        `\n${members} of its consumers are at work. Stop them first (the processes with the role consumers; of a system on this machine: ${withoutConsumers}), and start them again afterwards.`,
      );
    if (!options.yes) return console.log('\nNothing was changed; add --yes to do it.');
    const forgotten = options.applyAgain
      ? await inDatabase(options, (session) =>
          replayGroup({ transport, group: service, from, steps, applyAgainIn: session }),
        )
      : await replayGroup({ transport, group: service, from, steps });
    const isNamed = options.eventLogUrl !== undefined || kafkaBrokers !== undefined;
    recordStaffAct(isNamed ? undefined : options.data, 'events-replayed', { amount: count, labels: { service } });
    console.log(
      `\nDone${options.applyAgain ? `; ${forgotten} events will be applied again` : ''}. The consumers of ${service} begin there when they start.`,
    );
  } finally {
    await transport.close();
  }
}

const applyWarning =
  'WARNING: all of them take effect again: messages are sent twice, counters count twice, unless a handler tells old versions by itself.';

const inDatabase = <T>(
  { service, data, port, databaseUrl }: Options,
  work: (session: SqlSession) => Promise<T>,
): Promise<T> => withClient(databaseUrl ?? databaseUrlOf(service, data, port), (client) => work(toSqlSession(client)));

replay(program.parse().opts<Options>()).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(
      error instanceof GroupAtWork ? 'Nothing was changed.' : error instanceof Error ? error.message : error,
    );
    process.exit(1);
  },
);
