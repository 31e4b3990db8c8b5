import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pickLocale, type Locale } from '@bindery/localisation';
import { addExplorerClock } from './explorer-clock';
import { explorerWords } from './explorer.words';

/** A file of an installed package, whether or not the package exports it by name. */
const fileOf = (name: string, file: string) => join(dirname(require.resolve(`${name}/package.json`)), file);

/** GraphiQL and what it needs: nothing comes from a CDN. */
const assets = {
  'react.js': { file: fileOf('react', 'umd/react.production.min.js'), type: 'text/javascript' },
  'react-dom.js': { file: fileOf('react-dom', 'umd/react-dom.production.min.js'), type: 'text/javascript' },
  'graphiql.js': { file: fileOf('graphiql', 'graphiql.min.js'), type: 'text/javascript' },
  'graphiql.css': { file: fileOf('graphiql', 'graphiql.min.css'), type: 'text/css' },
  'words.js': { file: join(__dirname, 'words.js'), type: 'text/javascript' },
  'new-key.js': { file: join(__dirname, 'new-key.js'), type: 'text/javascript' },
  'links.js': { file: join(__dirname, 'links.js'), type: 'text/javascript' },
  'clock.js': { file: join(__dirname, 'clock.js'), type: 'text/javascript' },
  'live.js': { file: join(__dirname, 'live.js'), type: 'text/javascript' },
  'start.js': { file: join(__dirname, 'start.js'), type: 'text/javascript' },
} as const;

/** GraphiQL at `/explorer`, for people who try the graph, and in a sandbox its clock. Not served in production. */
export async function addExplorer(app: FastifyInstance, sandboxClockUrl?: string): Promise<void> {
  addExplorerClock(app, sandboxClockUrl);
  const page = await readFile(join(__dirname, 'explorer.html'), 'utf8');
  // GraphiQL's editor sets style attributes and uses data: fonts; scripts come from here only.
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; worker-src blob:; base-uri 'none'; frame-ancestors 'none'";
  app.get('/', (_request, reply) => reply.redirect('/explorer'));
  app.get<{ Querystring: { lang?: unknown } }>('/explorer', ({ query, headers }, reply) => {
    const locale = pickLocale(String(query.lang ?? '')) ?? pickLocale(headers['accept-language']) ?? 'en';
    return reply
      .type('text/html; charset=utf-8')
      .headers({ 'content-security-policy': policy, 'content-language': locale, vary: 'accept-language' })
      .send(inWords(page, locale));
  });
  for (const [name, { file, type }] of Object.entries(assets)) {
    const content = await readFile(file);
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`;
    app.get(`/explorer/${name}`, (request, reply) => {
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply
        .type(`${type}; charset=utf-8`)
        .header('etag', etag)
        .header('cache-control', 'no-cache')
        .send(content);
    });
  }
}

/** The page with its words where they belong, and once more as data for its scripts. */
function inWords(page: string, locale: Locale): string {
  const words = explorerWords[locale];
  const json = JSON.stringify(words).replaceAll('<', '\\u003c');
  const known: Readonly<Record<string, string>> = { ...words, locale, json };
  return page.replace(/%(\w+)%/g, (whole, name: string) => known[name] ?? whole);
}
