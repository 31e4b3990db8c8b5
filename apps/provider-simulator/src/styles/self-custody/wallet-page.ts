import type { Locale } from '@bindery/localisation';
import { html, type Html } from '../../page/html';
import { plainPage } from '../../page/plain-page';
import { walletChains } from './chains';
import { readMessage, type NotSigned } from './sign-message';
import { say } from './words';

interface Asked {
  readonly chain: string;
  readonly account: number;
  readonly message: string;
}

const render = (locale: Locale, name: string, body: Html): string =>
  plainPage(locale, say(locale, 'title', { name }), body);

/** The wallet as it opens: its addresses, and where to put a text. */
export const openPage = (
  locale: Locale,
  name: string,
  addresses: readonly { readonly chain: string; readonly address: string }[],
): string =>
  render(
    locale,
    name,
    html`<p>${say(locale, 'intro')}</p>
      <section>
        <form method="post" action="wallet/read">
          <div class="fields">
            <p>
              <label for="chain">${say(locale, 'chain')}</label>
              <select id="chain" name="chain">
                ${walletChains.map(({ id, name: chainName }) => html`<option value="${id}">${chainName}</option>`)}
              </select>
            </p>
            <p>
              <label for="account">${say(locale, 'account')}</label>
              <input id="account" name="account" type="number" min="0" max="9" value="0" required />
            </p>
          </div>
          <p>
            <label for="message">${say(locale, 'message')}</label>
            <textarea id="message" name="message" rows="12" cols="60" maxlength="4000" required></textarea>
          </p>
          <button>${say(locale, 'read')}</button>
        </form>
      </section>
      <section>
        <h2>${say(locale, 'addresses')}</h2>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">${say(locale, 'chain')}</th>
                <th scope="col">${say(locale, 'address')}</th>
              </tr>
            </thead>
            <tbody>
              ${addresses.map(
                ({ chain, address }) =>
                  html`<tr>
                    <th scope="row">${chain}</th>
                    <td><code>${address}</code></td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </section>`,
  );

/** A text before it is signed: who asks stands above it. */
export const readPage = (locale: Locale, name: string, { chain, account, message }: Asked): string =>
  render(
    locale,
    name,
    html`<section>
      <h2>${say(locale, 'asks', { domain: readMessage(message)?.domain ?? '?' })}</h2>
      <p class="words">${message}</p>
      <form method="post" action="sign">
        <input type="hidden" name="chain" value="${chain}" />
        <input type="hidden" name="account" value="${account}" />
        <input type="hidden" name="message" value="${message}" />
        <p class="bar">
          <button>${say(locale, 'sign')}</button>
          <a href="../wallet">${say(locale, 'back')}</a>
        </p>
      </form>
    </section>`,
  );

export const signedPage = (
  locale: Locale,
  name: string,
  { address, signature }: { readonly address: string; readonly signature: string },
): string =>
  render(
    locale,
    name,
    html`<section>
      <h2 role="status">${say(locale, 'signed', { address })}</h2>
      <p>
        <label for="signature">${say(locale, 'signature')}</label>
        <textarea id="signature" rows="6" cols="60" readonly>${signature}</textarea>
      </p>
      <p><a href="../wallet">${say(locale, 'back')}</a></p>
    </section>`,
  );

export const notSignedPage = (locale: Locale, name: string, why: NotSigned, message: string): string =>
  render(
    locale,
    name,
    html`<section>
      <p class="notice" role="alert">${say(locale, why, { domain: readMessage(message)?.domain ?? '?' })}</p>
      <p><a href="../wallet">${say(locale, 'back')}</a></p>
    </section>`,
  );
