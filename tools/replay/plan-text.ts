import { comingAgain, type ReplayStep } from '@bindery/messaging';

/** A line for each partition: where the group stands, where it would go on, and how many events that brings again. */
export const toTable = (steps: readonly ReplayStep[]): string =>
  [
    `${'topic / partition'.padEnd(28)}${'stands at'.padStart(12)}${'end'.padStart(12)}${'goes to'.padStart(12)}${'events'.padStart(10)}`,
    ...steps.map((step) => {
      const { topic, partition, offset, end, goesTo } = step;
      return `${`${topic} / ${partition}`.padEnd(28)}${offset.padStart(12)}${end.padStart(12)}${goesTo.padStart(12)}${String(comingAgain(step)).padStart(10)}`;
    }),
  ].join('\n');
