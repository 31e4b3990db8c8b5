import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/start-options';

/** All that may hold words for people: sources and what they read, but no tests, whose texts may be spoilt on purpose. */
const sources = ['apps', 'libs', 'tools'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|json)$/.test(file) && !/node_modules|\.spec\.ts$|[\\/]testing[\\/]/.test(file))
    .map((file) => join(folder, file)),
);

const literal = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;
const chinese = /[\u4e00-\u9fff]/;

/** Beside a character of Chinese, or a mark of it. What is quoted from a protocol, as “sha256:”, is as it is there. */
const beside = '[\\u3001-\\u3011\\u4e00-\\u9fff\\uff01-\\uff5e”]';
const halfWidth = new RegExp(`${beside}\\s?[,;:!?()]|[,;:!?()]\\s?${beside}`);
const quoted = /“[!-~]+”/g;

/** Texts of a file that hold Chinese, without what the form of messages puts into braces. */
const textsOf = (file: string): string[] =>
  (readFileSync(join(root, file), 'utf8').match(literal) ?? [])
    .map((text) => text.slice(1, -1))
    .filter((text) => chinese.test(text));

const texts = sources.map((file) => [file, textsOf(file)] as const).filter(([, some]) => some.length > 0);

describe('words in Chinese', () => {
  it('stand in many files', () => expect(texts.length).toBeGreaterThan(100));

  it.each(texts)('have the marks of Chinese, in full width: %s', (_file, some) =>
    expect(some.filter((text) => halfWidth.test(text.replace(quoted, '')))).toEqual([]),
  );

  it.each(texts)('call a dispute by the word of the glossary: %s', (_file, some) =>
    expect(some.filter((text) => text.includes('异议'))).toEqual([]),
  );
});
