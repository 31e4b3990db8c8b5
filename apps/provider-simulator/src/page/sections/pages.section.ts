import { html, type Html } from '../html';
import type { PeoplePage } from '../people-page';
import type { Words } from '../words';

/** Where people do what no form of this page does: the ways to the companies' own pages. */
export function renderPages(pages: readonly PeoplePage[], words: Words): Html {
  return html`<section aria-labelledby="pages">
    <h2 id="pages">${words.text('pages')}</h2>
    <ul id="live-pages" data-live>
      ${pages.map((page) => html`<li>${renderPage(page, words)}</li>`)}
    </ul>
  </section>`;
}

function renderPage({ kind, provider, path, lastFour = '', passes = 0 }: PeoplePage, words: Words): Html {
  const text = words.text(`page.${kind}`, { provider: words.providerName(provider), lastFour, passes });
  return path === undefined ? html`${text}` : html`<a href="${path}">${text}</a>`;
}
