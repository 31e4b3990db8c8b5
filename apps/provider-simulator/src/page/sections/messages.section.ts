import type { ShownMessage } from '../../messages/find-messages';
import { html, type Html } from '../html';
import type { Words } from '../words';

/** More would bury the newest. */
export const messagesShown = 50;

export function renderMessages(messages: readonly ShownMessage[], filterTo: string | undefined, words: Words): Html {
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
      ${messages.length === 0 && html`<p>${words.text('messagesNone')}</p>`}
      ${messages.map((message) => renderMessage(message, words))}
      ${messages.length === messagesShown && html`<p>${words.text('messagesMore', { n: messagesShown })}</p>`}
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
