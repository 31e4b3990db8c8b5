import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/start-options';

/** Things that nobody can do here, as sentences for people promise them: support and disputes are offered by remedies and steps, which know whether there is a way. */
const promises =
  /contact support|ask support|tell support|tell us|let us know|was this you|your consents|dispute (it|this)|联系客服|告知我们|告诉我们|是您本人操作|授权记录(?!')|(?<!借款)提出申诉/i;

/** The names of offers, and what a code says of itself: there is one only where there is a way. */
const named = new Set(['remedy-words.ts', 'next-steps.words.en.ts', 'next-steps.words.zh-cn.ts']);

const catalogues = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(words(\.(en|zh-cn))?|-words)\.ts$/.test(file) && !file.includes('node_modules'))
    .map((file) => join(folder, file)),
);

describe('what people are told', () => {
  it('stands in many catalogues', () => expect(catalogues.length).toBeGreaterThan(40));

  it.each(catalogues.filter((file) => !named.has(file.split('/').at(-1) ?? '')))(
    'promises nothing that is not there: %s',
    (file) => expect(promises.exec(readFileSync(join(root, file), 'utf8'))?.[0]).toBeUndefined(),
  );
});
