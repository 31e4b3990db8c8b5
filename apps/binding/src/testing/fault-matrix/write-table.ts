import { meaningless, troubles } from './columns';
import type { PlayedKind } from './deed';

/** The words of a provider, by operation and trouble. */
export type Results = ReadonlyMap<PlayedKind, ReadonlyMap<string, string>>;

const head = `# What each provider’s connector makes of each fault

Written by the suite that plays it, and compared with it by every run:
\`BINDERY_WRITE_FAULTS=1 npx jest -c apps/binding/jest.config.cjs fault-matrix\` after a change of connectors.

A cell with words was played against the provider simulator. One with a dash and a letter was not: it means nothing there, and the letter says why.
Whatever was played was judged by the same rules: what is said to be confirmed is so at the provider; what is refused had no effect; what is unknown
or pending is found out by asking; sent again, an operation has no second effect; a spoilt message is refused or has none; an older message that comes
after a newer one is taken and has none; a message that says the opposite of the outcome comes once and has none; a key that nobody knows is asked for
once, where keys can be asked for; and all ends in time, but for what nobody ever ends, which stays pending.

| word | |
|---|---|
| answered | the answer to the request was its end |
| told | a message of the provider told the end, and asked the provider said the same |
| asked | nothing was told; it was asked for |
| unknown | there was no answer that says what became of it |
| sent again | asked, the provider had not heard of it, or it can be done once only |
| refused, pending | how it ended; otherwise it was confirmed |
| message refused | a message was posted that was not taken; it came again as it should be |
| asked for keys once | for the key that nobody knows, and not for the next message either |
| shown, not shown | whether the phone shows it at once; a push that was lost is made good by the next change |
`;

const legend = Object.entries(meaningless)
  .map(([letter, words]) => `| –${letter} | ${words} |`)
  .join('\n');

export function writeTable(all: ReadonlyMap<string, Results>): string {
  const sections = [...all].map(([code, results]) => {
    const kinds = [...results.keys()];
    const rows = troubles.map(
      ({ name }) => `| ${[name, ...kinds.map((kind) => results.get(kind)?.get(name))].join(' | ')} |`,
    );
    return `## ${code}\n\n| | ${kinds.join(' | ')} |\n|${'---|'.repeat(kinds.length + 1)}\n${rows.join('\n')}\n`;
  });
  return `${head}${legend}\n\n${sections.join('\n')}`;
}
