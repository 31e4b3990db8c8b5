/** Whatever asks this computer or the database what time it is, past the clock of the platform. */
const pastTheClock = /\bDate\.now\b|\bnew Date\(\)|\bclock_timestamp\(\)|\bcurrent_timestamp\b|(?<![.\w])now\(\)/i;

const isComment = (line: string) => /^\s*(\/\/|\*|\/\*)/.test(line);

/** The lines of a source file that do, comments left out. */
export const linesPastTheClock = (source: string): string[] =>
  source.split('\n').filter((line) => !isComment(line) && pastTheClock.test(line));
