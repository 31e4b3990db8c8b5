import type { Locale } from '@bindery/localisation';
import { html, type Html } from '../../page/html';
import { plainPage } from '../../page/plain-page';
import type { SigningFault } from './signing';
import { words } from './words';

const page = (locale: Locale, content: Html): string => plainPage(locale, words[locale].title, content);

/** `link`: the parameters that the merchant signed; they come back with the form and are looked at again. */
export function askPage(locale: Locale, action: string, link: string): string {
  const { asks, account, accountHint, agree } = words[locale];
  return page(
    locale,
    html`<p>${asks}</p>
      <form method="post" action="${action}">
        <input type="hidden" name="link" value="${link}" />
        <p>
          <label for="account">${account}</label>
          <input id="account" name="account" required maxlength="100" autocomplete="username" aria-describedby="hint" />
        </p>
        <p id="hint">${accountHint}</p>
        <button>${agree}</button>
      </form>`,
  );
}

export const agreedPage = (locale: Locale): string => page(locale, html`<p role="status">${words[locale].agreed}</p>`);

export const failedPage = (locale: Locale, fault: SigningFault): string =>
  page(
    locale,
    html`<h2>${words[locale].failed}</h2>
      <p role="alert">${words[locale][fault]}</p>`,
  );
