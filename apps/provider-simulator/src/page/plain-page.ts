import { createHash } from 'node:crypto';
import type { Locale } from '@bindery/localisation';
import { html, Html } from './html';
import { pageStyle } from './page.style';

const styleElement = new Html(`<style>${pageStyle}</style>`);
const styleHash = createHash('sha256').update(pageStyle).digest('base64');

/** No script at all: forms are enough. */
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; img-src data:`;

export const plainPageHeaders = (locale: Locale): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-language': locale,
  vary: 'accept-language',
  'cache-control': 'no-store',
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  // The address may be all that it takes to sign.
  'referrer-policy': 'no-referrer',
});

/** A page that a company shows its own customer. `under`: what stands under its title. */
export const plainPage = (locale: Locale, title: string, content: Html, under: Html = html``): string =>
  html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${styleElement}
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          ${under}
        </header>
        <main>${content}</main>
      </body>
    </html>`.markup;
