import { createTranslator, type Locale } from '@bindery/localisation';
import { html, type Html } from '../../../page/html';
import { plainPage } from '../../../page/plain-page';
import type { Phone, WalletPass } from '../../../records/phone';
import { en } from './texts.en';
import { zhCn } from './texts.zh-cn';

const say = createTranslator({ en, 'zh-CN': zhCn });
export type WalletNotice = Extract<keyof typeof en, `notice.${string}`> extends `notice.${infer Name}` ? Name : never;

export interface WalletPageModel {
  readonly phones: readonly Phone[];
  readonly notice?: WalletNotice;
  /** Path of the page. */
  readonly path: string;
}

/** Phones with their passes, and forms to add one and take one off. */
export function renderWalletPage({ phones, notice, path }: WalletPageModel, locale: Locale): string {
  const text = (key: keyof typeof en, values?: Record<string, string>) => say(locale, key, values);
  const passes = phones.flatMap((phone) => phone.passes.map((pass) => ({ phone, pass })));
  const under = html`<p>${text('intro')}</p>
    <nav aria-label="${text('languages')}">
      <ul class="bar">
        <li><a href="${path}?lang=en" lang="en" hreflang="en">English</a></li>
        <li><a href="${path}?lang=zh-CN" lang="zh-CN" hreflang="zh-CN">中文</a></li>
      </ul>
    </nav>`;
  const content = html`<p class="notice" role="status">${notice && text(`notice.${notice}`)}</p>
    <section aria-labelledby="add">
      <h2 id="add">${text('add')}</h2>
      <form method="post" action="${path}/additions">
        <input type="hidden" name="lang" value="${locale}" />
        <p>
          <label for="phone">${text('phone')}</label>
          <input
            id="phone"
            name="phone"
            required
            maxlength="40"
            pattern="[A-Za-z0-9-]+"
            aria-describedby="phone-hint"
            autocomplete="off"
          />
          <span id="phone-hint" class="hint">${text('phoneHint')}</span>
        </p>
        <p>
          <label for="link">${text('link')}</label>
          <input id="link" name="url" type="url" required maxlength="1000" autocomplete="off" />
        </p>
        <button>${text('addButton')}</button>
      </form>
    </section>
    ${passes.length === 0 && html`<p>${text('none')}</p>`}
    ${passes.map(({ phone, pass }) => renderPass(phone, pass, { path, locale, text }))}`;
  return plainPage(locale, text('title'), content, under);
}

interface Rendering {
  readonly path: string;
  readonly locale: Locale;
  readonly text: (key: keyof typeof en, values?: Record<string, string>) => string;
}

function renderPass(phone: Phone, pass: WalletPass, { path, locale, text }: Rendering): Html {
  const number = pass.serialNumber.slice(0, 8);
  const heading = `pass-${phone.deviceLibraryId}-${number}`;
  return html`<section aria-labelledby="${heading}">
    <h2 id="${heading}">${text('passOf', { phone: phone.name, number })}</h2>
    ${pass.voided && html`<p><strong>${text('voided')}</strong></p>`}
    <dl>
      ${pass.shown[locale].map(
        ({ label, value }) =>
          html`<dt class="meta">${label}</dt>
            <dd>${value}</dd>`,
      )}
      <dt class="meta">${text('code')}</dt>
      <dd>${pass.barcode === null ? text('noCode') : html`<code>${pass.barcode}</code>`}</dd>
    </dl>
    <form method="post" action="${path}/removals">
      <input type="hidden" name="lang" value="${locale}" />
      <input type="hidden" name="phone" value="${phone.name}" />
      <input type="hidden" name="serialNumber" value="${pass.serialNumber}" />
      <button class="quiet" aria-label="${text('removeOf', { phone: phone.name, number })}">${text('remove')}</button>
    </form>
  </section>`;
}
