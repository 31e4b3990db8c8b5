import { resolve } from 'node:path';
import { createCommand } from '../command-line/create-command';
import { atLeastOne, readPort, wholeNumber } from '../command-line/readers';
import { defaultDataFolder } from '../start/start-options';
import { usualPort } from '../start/topology';

export interface ChaosOptions {
  readonly faults: number;
  readonly seed: number;
  readonly pause: number;
  readonly data: string;
  readonly port: number;
  readonly holders: number;
}

// Paragraphs are one line each: commander folds them to the terminal's width.
const description = [
  'Plays random faults against a running system while holders register, bind, unbind, restore, replace and move cards, report them lost and found, call for help, dispute, take consents back and have their uses written, and then says what became of it. Services are killed, stopped and frozen, the log (PostgreSQL or Kafka) is frozen and killed, old messages are sent again.',
  'The verdict, once everything has come to rest: every committed event is in the log, in order, once per version; every consumer has handled it; the versions, change records and events of each binding agree and fold into its row; each unbind has one proof, one alert, one receipt, one confirmed operation; each successor that is bound has its place, each dispute its evidence and one event, each file is there; what is reported lost is held; what was acknowledged is there; no card is bound here and gone at its provider, or the reverse; none of its holders was told anything twice; there are no dead letters.',
].join('\n\n');

const after = `
Give it a system with a data folder of its own, which nobody uses by hand meanwhile: the verdict is over all that the folder holds.
It has to run with --supervise; without that the first fault ends it.

Exit code 0: nothing is wrong. 1: something is. 130: Ctrl-C (or SIGTERM), and nothing is wrong so far.
Ctrl-C during the faults ends them, and the verdict so far follows; while things come to rest it ends all at once, without a verdict.

Example, in two terminals:
  npm start -- --supervise --data /var/tmp/chaos --port 5000          (with --kafka: over Apache Kafka)
  npm run chaos -- --faults 200 --seed 7 --data /var/tmp/chaos --port 5000

Counts on about 2 s for each fault, with the usual pause. docs/chaos.md has the runs that were made.`;

/** Reads the command line; `--help` and mistakes end the process with words of commander's. */
export function readChaosOptions(): ChaosOptions {
  const options = createCommand('npm run chaos --')
    .description(description)
    .option('--faults <count>', 'how many', atLeastOne, 200)
    .option(
      '--seed <number>',
      'the same seed chooses the same faults; a new one each time when left out',
      wholeNumber,
      Date.now() % 1e6,
    )
    .option(
      '--pause <ms>',
      'longest pause between two faults; on a slow machine a longer one, so that holders get on between them',
      atLeastOne,
      1_500,
    )
    .option('--data <folder>', 'data folder of the running system', defaultDataFolder())
    .option('--port <port>', 'port of its gateway', readPort, usualPort)
    .option('--holders <count>', 'how many live at the same time', atLeastOne, 6)
    .addHelpText('after', after)
    .parse()
    .opts<ChaosOptions>();
  return { ...options, data: resolve(options.data) };
}
