import type { ShownCredential } from '../../credentials/list-credentials';
import type { AwaitedActivation, PageModel } from '../page-model';
import { html, type Html } from '../html';
import type { Words } from '../words';
import { renderPager } from './pager';
import { renderTable } from './table';

export function renderCards({ cards, messages, activations, filterTo, pauses }: PageModel, words: Words): Html {
  const shown = { to: filterTo, messages: String(messages.page) };
  return html`<section aria-labelledby="cards">
    <h2 id="cards">${words.text('cards')}</h2>
    <div id="live-cards" data-live>
      ${activations.length > 0 && html`<h3>${words.text('activations')}</h3>`}
      ${activations.map((activation) => renderActivation(activation, words))}
      ${
        cards.items.length === 0
          ? html`<p>${words.text('cardsNone')}</p>`
          : renderTable(
              'cards',
              ['card', 'provider', 'status', 'since', 'reference', 'action'],
              cards.items.map((card) => renderCard(card, pauses(card.provider), words)),
              words,
            )
      }
      ${renderPager('cards', cards, shown, words)}
    </div>
  </section>`;
}

function renderCard(card: ShownCredential, canPause: boolean, words: Words): Html {
  const { credentialReference, provider, status, boundAt } = card;
  return html`<tr>
    <th scope="row">${words.cardName(card)}</th>
    <td>${words.providerName(provider)}</td>
    <td>
      <span class="badge status-${status}">${words.text(`status.${status}`)}</span>
      ${card.heldByProvider === true && status !== 'ABSENT' && html`<span class="badge">${words.text('held')}</span>`}
    </td>
    <td><time datetime="${boundAt}">${words.moment(boundAt)}</time></td>
    <td><code>${credentialReference}</code></td>
    <td>${status !== 'ABSENT' && html`${canPause && renderHold(card, words)}${renderRemoval(card, words)}`}</td>
  </tr>`;
}

function renderRemoval(card: ShownCredential, words: Words): Html {
  const label = words.text('removeCard', { card: words.cardName(card), provider: words.providerName(card.provider) });
  return html`<form method="post" action="/page/removals">
    <input type="hidden" name="lang" value="${words.locale}" />
    <input type="hidden" name="provider" value="${card.provider}" />
    <input type="hidden" name="credentialReference" value="${card.credentialReference}" />
    <button class="quiet" aria-label="${label}">${words.text('remove')}</button>
  </form>`;
}

/** The issuer, or the administrator of a site, suspends it of their own accord. */
function renderHold(card: ShownCredential, words: Words): Html {
  const held = card.heldByProvider === true;
  const named = { card: words.cardName(card), provider: words.providerName(card.provider) };
  return html`<form method="post" action="/page/holds">
    <input type="hidden" name="lang" value="${words.locale}" />
    <input type="hidden" name="provider" value="${card.provider}" />
    <input type="hidden" name="credentialReference" value="${card.credentialReference}" />
    <input type="hidden" name="held" value="${held ? '' : 'yes'}" />
    <button class="quiet" aria-label="${words.text(held ? 'releaseCard' : 'holdCard', named)}">
      ${words.text(held ? 'release' : 'hold')}
    </button>
  </form>`;
}

function renderActivation({ provider, operationId, card }: AwaitedActivation, words: Words): Html {
  return html`<form method="post" action="/page/activations">
    <input type="hidden" name="lang" value="${words.locale}" />
    <input type="hidden" name="provider" value="${provider}" />
    <input type="hidden" name="operationId" value="${operationId}" />
    <button>${words.text('activate', { card: words.cardName(card), provider: words.providerName(provider) })}</button>
  </form>`;
}
