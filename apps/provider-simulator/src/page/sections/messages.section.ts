import type { ShownMessage } from '../../messages/find-messages';
import { html, type Html } from '../html';
import type { PageModel } from '../page-model';
import type { Words } from '../words';
import { renderPager } from './pager';

export function renderMessages({ messages, filterTo, cards }: PageModel, words: Words): Html {
  const shown = { to: filterTo, cards: String(cards.page) };
  return html`<section aria-labelledby="messages">
    <h2 id="messages">${words.text('messages')}</h2>
    <form method="get" action="/" class="row">
      <input type="hidden" name="lang" value="${words.locale}" />
      <p>
        <label for="filter-to">${words.text('filterTo')}</label
        ><input id="filter-to" name="to" value="${filterTo}" autocomplete="off" />
      </p>
      <button>${words.text('filter')}</button>
    </form>
    <div id="live-messages" data-live>
      ${messages.items.length === 0 && html`<p>${words.text('messagesNone')}</p>`}
      ${messages.items.map((message) => renderMessage(message, words))}
      ${renderPager('messages', messages, shown, words)}
    </div>
  </section>`;
}

function renderMessage({ id, channel, to, subject, text, at, state }: ShownMessage, words: Words): Html {
  const isMail = channel === 'EMAIL';
  return html`<article class="message" data-message="${id}" aria-labelledby="${id}">
    <h3 id="${id}"><span class="badge">${words.text(isMail ? 'email' : 'sms')}</span> ${words.text('to', { to })}</h3>
    <p class="meta">
      <time datetime="${at}">${words.moment(at)}</time>${state && html` · ${words.text(`sms.${state}`)}`}
    </p>
    ${isMail && html`<p class="subject">${subject || words.text('noSubject')}</p>`}
    <p class="words">${text.trim()}</p>
  </article>`;
}
