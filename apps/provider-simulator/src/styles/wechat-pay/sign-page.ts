import type { Locale } from '@bindery/localisation';
import { html, type Html } from '../../page/html';
import { plainPage } from '../../page/plain-page';
import type { SignFault } from './sign-contract';
import { words } from './words';

const page = (locale: Locale, content: Html): string => plainPage(locale, words[locale].title, content);

export function askPage(locale: Locale, session: string, account: string): string {
  const { asks, account: label, sign } = words[locale];
  return page(
    locale,
    html`<p>${asks}</p>
      <p>${label}: <strong>${account}</strong></p>
      <form method="post" action="sign">
        <input type="hidden" name="session" value="${session}" />
        <button>${sign}</button>
      </form>`,
  );
}

export const signedPage = (locale: Locale): string => page(locale, html`<p role="status">${words[locale].signed}</p>`);

export const failedPage = (locale: Locale, fault: SignFault): string =>
  page(locale, html`<p role="alert">${words[locale][fault]}</p>`);
