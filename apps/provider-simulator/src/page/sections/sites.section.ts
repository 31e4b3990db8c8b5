import { placedDoors } from '../../providers/provider';
import { html, type Html } from '../html';
import type { PageModel } from '../page-model';
import type { Words } from '../words';

/** What the administrator of a site does: invite a member, and see to the readers. */
export function renderSites({ providers, invitations, readersOnline }: PageModel, words: Words): Html {
  const sites = [...providers.values()].flatMap(({ code, sites: own }) =>
    own.filter(({ invites }) => invites).map((site) => ({ code, site })),
  );
  return html`<section aria-labelledby="sites">
    <h2 id="sites">${words.text('sites')}</h2>
    <form method="post" action="/page/invitations">
      <input type="hidden" name="lang" value="${words.locale}" />
      <p>
        <label for="invite-site">${words.text('site')}</label>
        <select id="invite-site" name="place">
          ${sites.map(({ code, site }) => html`<option value="${code} ${site.code}">${site.name[words.locale]}</option>`)}
        </select>
      </p>
      <p>
        <label for="invite-member">${words.text('member')}</label>
        <input
          id="invite-member"
          name="memberNumber"
          required
          maxlength="40"
          autocomplete="off"
          aria-describedby="invite-hint"
        />
        <span id="invite-hint" class="hint"
          >${sites.map(({ site: { name, members } }) => words.text('memberHint', { site: name[words.locale], from: `${members.prefix}${members.from}`, to: `${members.prefix}${members.to}` }))}</span
        >
      </p>
      <button>${words.text('invite')}</button>
    </form>
    <div id="live-invitations" data-live>
      ${invitations.map(
        ({ card, code, expiresAt }) =>
          html`<p>${words.text('invitation', { card: words.cardName(card), code, until: new Date(expiresAt) })}</p>`,
      )}
    </div>
    <h3>${words.text('readers')}</h3>
    <p class="hint">${words.text('readersHint')}</p>
    ${placedDoors(providers).map(({ provider, site, door }) => renderReader(provider, `${site.name[words.locale]} · ${door.name[words.locale]}`, door.id, readersOnline.has(door.id), words))}
  </section>`;
}

function renderReader(provider: string, name: string, id: string, online: boolean, words: Words): Html {
  const label = words.text(online ? 'readerCut' : 'readerJoin', { reader: name });
  return html`<form method="post" action="/page/readers">
    <input type="hidden" name="lang" value="${words.locale}" />
    <input type="hidden" name="provider" value="${provider}" />
    <input type="hidden" name="reader" value="${id}" />
    <input type="hidden" name="online" value="${online ? '' : 'yes'}" />
    <button class="quiet">${label}</button>
  </form>`;
}
