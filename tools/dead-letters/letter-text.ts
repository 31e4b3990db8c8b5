import type { DeadLetter } from '@bindery/messaging';

/** One line for a list. */
export const toRow = ({
  position,
  state,
  failedAt,
  topic,
  partition,
  offset,
  eventType,
  tries,
  cause,
}: DeadLetter): string =>
  `${position.padStart(6)}  ${state.padEnd(6)} ${failedAt.toISOString()}  ${eventType ?? '(no type)'}  ${topic}/${partition}@${offset}  ${tries} tries  ${cause.split('\n')[0]?.slice(0, 120)}`;

/** A value may be megabytes of anything. */
const shownCharacters = 4_000;

export const toDetails = (letter: DeadLetter): string =>
  [
    toRow(letter),
    '',
    `consumer  ${letter.consumer}`,
    `key       ${letter.key ?? '(none)'}`,
    ...Object.entries(letter.headers).map(([name, value]) => `header    ${name}: ${value}`),
    '',
    letter.value.length > shownCharacters
      ? `${letter.value.slice(0, shownCharacters)} … (${letter.value.length} characters)`
      : letter.value,
  ].join('\n');
