import { defaultDataFolder } from './start-options';
import { usualPort } from './topology';

/** What somebody gave a command, and has to give again for the same system. */
export interface Given {
  readonly port: number;
  readonly data: string;
  readonly kafka?: boolean;
  readonly supervise?: boolean;
}

/** Those that are not what goes without saying, as they are typed. */
const flagsOf = ({ port, data, kafka, supervise }: Given): readonly string[] => [
  ...(port === usualPort ? [] : [`--port ${port}`]),
  ...(data === defaultDataFolder() ? [] : [`--data ${quoted(data)}`]),
  ...(kafka ? ['--kafka'] : []),
  ...(supervise ? ['--supervise'] : []),
];

/** A path as a shell takes it for one word. */
const quoted = (path: string) => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);

/** `npm start` or another command as it is typed, with what was given and `own` flags, which go before. */
export function commandFor(command: string, given: Given, own: readonly string[] = []): string {
  const isOwn = (flag: string) => own.some((each) => each.split(' ')[0] === flag.split(' ')[0]);
  const flags = [...flagsOf(given).filter((flag) => !isOwn(flag)), ...own];
  return flags.length > 0 ? `${command} -- ${flags.join(' ')}` : command;
}

/** A text in which every `npm start` has what was given, besides the flags that it names itself. */
export const withGiven = (text: string, given: Given): string =>
  text.replace(/npm start(?: -- (--[\w-]+(?: [\w./-]+)?(?: --[\w-]+(?: [\w./-]+)?)*))?/g, (_all, flags?: string) =>
    commandFor('npm start', given, flags?.split(/ (?=--)/) ?? []),
  );
