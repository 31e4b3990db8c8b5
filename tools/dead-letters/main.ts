import {
  askForReplay,
  discardDeadLetters,
  findDeadLetter,
  listDeadLetters,
  toSqlSession,
  type DeadLetter,
  type SqlSession,
} from '@bindery/messaging';
import { withClient } from '@bindery/persistence';
import { createCommand } from '../command-line/create-command';
import { oneOf, readPort, readPostgresUrl, wholeNumber } from '../command-line/readers';
import { defaultDataFolder } from '../start/start-options';
import { recordStaffAct } from '../start/staff-acts';
import { services, usualPort } from '../start/topology';
import { databaseUrlOf } from './service-database';
import { toDetails, toRow } from './letter-text';

interface Options {
  readonly service: string;
  readonly data: string;
  readonly port: number;
  readonly databaseUrl?: string;
  readonly type?: string;
  readonly yes?: boolean;
}

const program = createCommand('npm run dead-letters --').description(
  'Messages that a service could not handle: see them, have them tried again, give them up.',
);

const letterNumber = (text: string): string => String(wholeNumber(text));
const listNumbers = (text: string, before: readonly string[]): string[] => [...before, letterNumber(text)];

const command = (name: string, words: string) =>
  program
    .command(name)
    .description(words)
    .addOption(oneOf('--service <name>', 'the service whose consumer put them aside', services).makeOptionMandatory())
    .option('--database-url <url>', 'its database; else that of a system started by npm start', readPostgresUrl)
    .option('--data <folder>', 'data folder of that system', defaultDataFolder())
    .option('--port <port>', "port of that system's gateway", readPort, usualPort);

const changing = (name: string, words: string) =>
  command(name, words)
    .argument('[numbers...]', 'numbers of the letters; all open ones when left out', listNumbers, [])
    .option('--type <type>', 'only those of this type of event')
    .option('--yes', 'do it; without this, only say what would be done');

command('list', 'those that wait for a decision')
  .option('--type <type>', 'only those of this type of event')
  .action((options: Options) =>
    inDatabase(options, async (session) => {
      const letters = await listDeadLetters(session, { eventType: options.type });
      console.log(letters.length ? letters.map(toRow).join('\n') : `No dead letters in ${options.service}.`);
    }),
  );

command('show', 'all of one, with headers and value')
  .argument('<number>', 'number of the letter', letterNumber)
  .action((number: string, options: Options) =>
    inDatabase(options, async (session) => {
      const letter = await findDeadLetter(session, number);
      if (!letter) throw new Error(`${options.service} has no dead letter ${number}.`);
      console.log(toDetails(letter));
    }),
  );

changing('replay', 'have the running consumers of the service try them again').action(
  (numbers: string[], options: Options) =>
    change(numbers, options, { words: 'be tried again', action: 'dead-letters-replayed', apply: askForReplay }),
);

changing('discard', 'give them up for good; the rows stay for the record').action(
  (numbers: string[], options: Options) =>
    change(numbers, options, { words: 'be discarded', action: 'dead-letters-discarded', apply: discardDeadLetters }),
);

interface Change {
  readonly words: string;
  readonly action: 'dead-letters-replayed' | 'dead-letters-discarded';
  readonly apply: (session: SqlSession, positions: readonly string[]) => Promise<number>;
}

async function change(numbers: readonly string[], options: Options, { words, action, apply }: Change): Promise<void> {
  await inDatabase(options, async (session) => {
    const letters = (
      await listDeadLetters(session, { positions: numbers.length ? numbers : undefined, eventType: options.type })
    ).filter(isOpen);
    for (const letter of letters) console.log(toRow(letter));
    if (!options.yes) return console.log(`${letters.length} would ${words}. Nothing was changed; add --yes to do it.`);
    const changed = await apply(
      session,
      letters.map(({ position }) => position),
    );
    recordStaffAct(options.databaseUrl ? undefined : options.data, action, {
      amount: changed,
      labels: { service: options.service },
    });
    console.log(`${changed} will ${words}.`);
  });
}

const isOpen = ({ state }: DeadLetter) => state === 'OPEN';

const inDatabase = (
  { service, data, port, databaseUrl }: Options,
  work: (session: SqlSession) => Promise<void>,
): Promise<void> =>
  withClient(databaseUrl ?? databaseUrlOf(service, data, port), (client) => work(toSqlSession(client)));

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
