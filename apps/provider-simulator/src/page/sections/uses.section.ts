import type { ShownCredential } from '../../credentials/list-credentials';
import { placedDoors } from '../../providers/provider';
import { html, type Html } from '../html';
import type { PageModel } from '../page-model';
import type { Words } from '../words';

const currencies = ['CNY', 'USD', 'EUR', 'HKD'];

export function renderDoors({ credentials, providers }: PageModel, words: Words): Html {
  const cards = credentials.filter(({ provider }) => providers.get(provider)?.uses.includes('DOOR_OPENED'));
  return html`<section aria-labelledby="doors">
    <h2 id="doors">${words.text('doors')}</h2>
    <form method="post" action="/page/taps">
      <input type="hidden" name="lang" value="${words.locale}" />
      ${renderCardChoice('tap-card', cards, words, words.text('doorsNone'))}
      <p>
        <label for="tap-door">${words.text('door')}</label>
        <select id="tap-door" name="doorId">
          ${placedDoors(providers).map(({ site, door }) => html`<option value="${door.id}">${site.name[words.locale]} · ${door.name[words.locale]}</option>`)}
        </select>
      </p>
      <button>${words.text('tap')}</button>
    </form>
  </section>`;
}

export function renderTerminal({ credentials, providers }: PageModel, words: Words): Html {
  const cards = credentials.filter(({ provider }) => providers.get(provider)?.uses.includes('PAYMENT'));
  return html`<section aria-labelledby="terminal">
    <h2 id="terminal">${words.text('terminal')}</h2>
    <form method="post" action="/page/payments">
      <input type="hidden" name="lang" value="${words.locale}" />
      ${renderCardChoice('pay-card', cards, words, words.text('terminalNone'))}
      <p>
        <label for="pay-amount">${words.text('amount')}</label>
        <input
          id="pay-amount"
          name="amount"
          inputmode="decimal"
          required
          pattern="[0-9]{1,7}([.][0-9]{1,2})?"
          title="${words.text('amountHint')}"
          value="12.50"
          aria-describedby="pay-hint"
        />
        <span id="pay-hint" class="hint">${words.text('amountHint')}</span>
      </p>
      <p>
        <label for="pay-currency">${words.text('currency')}</label>
        <select id="pay-currency" name="currency">
          ${currencies.map((code) => html`<option>${code}</option>`)}
        </select>
      </p>
      <p>
        <label for="pay-merchant">${words.text('merchant')}</label>
        <input
          id="pay-merchant"
          name="merchant"
          required
          maxlength="100"
          value="${words.text('merchantExample')}"
          autocomplete="off"
        />
      </p>
      <button>${words.text('pay')}</button>
    </form>
  </section>`;
}

const order: Record<ShownCredential['status'], number> = { ACTIVE: 0, SUSPENDED: 1, ABSENT: 2 };

/** Removed cards stay in the choice, at its end: what a reader says to them is worth seeing. */
function renderCardChoice(id: string, cards: readonly ShownCredential[], words: Words, none: string): Html {
  const option = (card: ShownCredential) =>
    words.text('cardOption', {
      card: words.cardName(card),
      provider: words.providerName(card.provider),
      status: words.text(`status.${card.status}`),
      reference: card.credentialReference.slice(-4),
    });
  const sorted = cards.toSorted((a, b) => order[a.status] - order[b.status]);
  return html`<p>
    <label for="${id}">${words.text('card')}</label>
    <select id="${id}" name="credentialReference" required data-live>
      ${sorted.length === 0 ? html`<option value="">${none}</option>` : sorted.map((card) => html`<option value="${card.credentialReference}">${option(card)}</option>`)}
    </select>
  </p>`;
}
