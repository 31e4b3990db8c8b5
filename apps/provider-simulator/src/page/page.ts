import { createHash } from 'node:crypto';
import type { Locale } from '@bindery/localisation';
import { Html, html } from './html';
import { renderNotice, type Notice } from './notice';
import type { PageModel } from './page-model';
import { pageScript } from './page.script';
import { pageStyle } from './page.style';
import { renderCards } from './sections/cards.section';
import { renderFaults } from './sections/faults.section';
import { renderTime } from './sections/time.section';
import { renderPages } from './sections/pages.section';
import { renderMessages } from './sections/messages.section';
import { renderSites } from './sections/sites.section';
import { renderDoors, renderTerminal } from './sections/uses.section';
import type { TextKey, Words } from './words';

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

// Whole elements, because a hash of the policy holds for every character between the tags, also for the spaces of an indented line.
const styleElement = new Html(`<style>${pageStyle}</style>`);
const scriptElement = new Html(`<script>${pageScript}</script>`);

/** Only the page's own style and script run, whatever a message says (CSP Level 3). */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src ${sha256(pageStyle)}`,
  `script-src ${sha256(pageScript)}`,
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  // The icon, which is none, so that no browser asks for one.
  'img-src data:',
].join('; ');

const languages: readonly { readonly locale: Locale; readonly name: string }[] = [
  { locale: 'en', name: 'English' },
  { locale: 'zh-CN', name: '中文' },
];

const sections: readonly TextKey[] = ['messages', 'cards', 'pages', 'sites', 'doors', 'terminal', 'faults', 'time'];

/** The page for people, as a whole HTML document that needs nothing from elsewhere. */
export function renderPage(model: PageModel, notice: Notice, words: Words): string {
  return html`<!doctype html>
    <html lang="${words.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.text('title')}</title>
        <link rel="icon" href="data:," />
        ${styleElement}
      </head>
      <body>
        <a class="skip" href="#content">${words.text('skip')}</a>
        ${renderHeader(model, words)}
        <main id="content" tabindex="-1">
          ${renderNotice(notice, words)}
          <p id="news" class="hidden-text" role="status" data-text="${words.text('newMessages', { n: '{n}' })}"></p>
          <div class="columns">
            <div>${renderMessages(model, words)}</div>
            <div>
              ${renderCards(model, words)} ${renderPages(model.pages, words)} ${renderSites(model, words)}
              <div class="pair">${renderDoors(model, words)}${renderTerminal(model, words)}</div>
              ${renderFaults(model, words)} ${renderTime(model, words)}
            </div>
          </div>
        </main>
        ${scriptElement}
      </body>
    </html>`.markup;
}

function renderHeader({ webhooks, filterTo }: PageModel, words: Words): Html {
  const here = `/?${new URLSearchParams({ lang: words.locale, ...(filterTo && { to: filterTo }) })}`;
  return html`<header>
    <h1>${words.text('heading')}</h1>
    <p>${words.text('intro')}</p>
    <p id="live-webhooks" data-live>
      ${words.text('webhooks', { waiting: webhooks.waiting })}
      ${webhooks.givenUp > 0 && words.text('webhooksGivenUp', { n: webhooks.givenUp })}
    </p>
    <nav aria-label="${words.text('sections')}">
      <ul class="bar">
        ${sections.map((id) => html`<li><a href="#${id}">${words.text(id)}</a></li>`)}
      </ul>
    </nav>
    <div class="tools">
      <nav aria-label="${words.text('languages')}">
        <ul class="bar">
          ${languages.map(({ locale, name }) => renderLanguage(locale, name, words))}
        </ul>
      </nav>
      <p class="bar">
        <a href="${here}">${words.text('refresh')}</a>
        <button
          id="pause"
          type="button"
          class="quiet"
          hidden
          data-pause="${words.text('pause')}"
          data-resume="${words.text('resume')}"
        >
          ${words.text('pause')}
        </button>
      </p>
    </div>
  </header>`;
}

function renderLanguage(locale: Locale, name: string, words: Words): Html {
  const current = locale === words.locale && html` aria-current="true"`;
  return html`<li><a href="/?lang=${locale}" lang="${locale}" hreflang="${locale}" ${current}>${name}</a></li>`;
}
