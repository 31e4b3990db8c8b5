import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import Fastify, { type FastifyInstance } from 'fastify';
import { addExplorer } from './explorer';
import { explorerWords } from './explorer.words';

describe('the explorer', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = Fastify();
    await addExplorer(app);
  });
  afterAll(() => app.close());

  it.each([
    ['en', '/explorer', {}],
    ['zh-CN', '/explorer', { 'accept-language': 'zh-TW,zh;q=0.9,en;q=0.5' }],
    ['zh-CN', '/explorer?lang=zh', { 'accept-language': 'en' }],
    ['en', '/explorer?lang=en&lang=zh', { 'accept-language': 'zh' }],
  ] as const)('speaks %s where asked to: %s %j', async (locale, url, headers) => {
    const { body, headers: answered } = await app.inject({ url, headers });
    expect(answered).toMatchObject({ 'content-language': locale, vary: 'accept-language' });
    expect(body).toContain(`<html lang="${locale}">`);
    expect(body).toContain(explorerWords[locale].liveIdle);
    expect(body).not.toMatch(/%\w+%/);
    expect(body).not.toContain('<accessToken>');
  });

  it('has comments short enough to be read beside the buttons of the editor', () => {
    // A Chinese character is as wide as two of the others.
    const widthOf = (line: string) => [...line].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);
    for (const { introduction, logIn } of Object.values(explorerWords))
      expect([introduction, logIn].flatMap((text) => text.split('\n')).filter((line) => widthOf(line) > 46)).toEqual(
        [],
      );
  });

  it('makes a new key for each run of what asks for one, and none where somebody gave it', () => {
    const window = {} as { withNewKey(body: string): string };
    runInContext(
      readFileSync(join(__dirname, 'new-key.js'), 'utf8'),
      createContext({ window, crypto: globalThis.crypto }),
    );
    const keyOf = (variables?: object, query = 'mutation LogIn($newKey: String!) { logIn }') =>
      (JSON.parse(window.withNewKey(JSON.stringify({ query, variables }))) as { variables?: { newKey?: string } })
        .variables?.newKey;
    expect(keyOf()).toMatch(/^[\w-]{16,64}$/);
    expect(keyOf()).not.toBe(keyOf());
    expect(keyOf({ newKey: 'my-own-key-of-today' })).toBe('my-own-key-of-today');
    expect(keyOf(undefined, '{ viewer { id } }')).toBeUndefined();
  });
});
