import { createCommand } from '../command-line/create-command';
import { atLeastOne, oneOf, wholeNumber } from '../command-line/readers';

/** As `raceNames` of binding has them. */
export const raceNames = [
  'unbind',
  'restore-rebind',
  'replace',
  'succeed',
  'move',
  'suspend-unbind',
  'dispute-lapse',
] as const;
export type RaceName = (typeof raceNames)[number];

export interface RacesOptions {
  readonly rounds: number;
  readonly parallel: number;
  readonly seed: number;
  readonly only: readonly RaceName[];
}

// Paragraphs are one line each: commander folds them to the terminal's width.
const description = [
  'Has many people race for one thing, round after round: the same card taken off, restored and bound anew, replaced, moved, suspended and taken off, disputed while its window ends.',
  'The binding service runs in this process on a PostgreSQL of its own, with a provider in memory that answers while the race goes on; requests come as the gateway signs them, through the whole service. The gateway is left out, as it decides nothing of a race.',
  'After each round: one winner; every other answer is a member of its union that says what is so now; a key has one effect; versions, change records and events agree and fold into the row; one proof, receipt, charge and confirmed operation for each unbind; at most one binding of a card on a device; one default; each operation asked of the provider once, and the card stands there as here; no open operation, no job left, no deadlock.',
].join('\n\n');

const after = `
Exit code 0: nothing is wrong. 1: something is.
Ctrl-C ends at once, and says what was found so far.

Examples:
  npm run races                                        all races; counts on an hour or two on two cores
  npm run races -- --only unbind move --rounds 20 --seed 7

docs/chaos.md has the runs that were made.`;

/** Reads the command line; `--help` and mistakes end the process with words of commander's. */
export function readRacesOptions(): RacesOptions {
  const options = createCommand('npm run races --')
    .description(description)
    .option('--rounds <count>', 'of each race', atLeastOne, 500)
    .option('--parallel <count>', 'requests that come at the same time', atLeastOne, 200)
    .option(
      '--seed <number>',
      'the same seed lays out the same races; who wins them is chance; a new one each time when left out',
      wholeNumber,
      Date.now() % 1e6,
    )
    .addOption(oneOf('--only <race...>', 'only these', raceNames).default(raceNames, 'all'))
    .addHelpText('after', after)
    .parse();
  return options.opts<RacesOptions>();
}
