import type { Locale } from '@bindery/localisation';

const en = {
  title: 'Sign in WeChat Pay (simulated)',
  asks: 'A wallet asks for a contract: it may have payments taken from your WeChat Pay account. You can end it at any time, here or in WeChat.',
  account: 'Account at the wallet',
  sign: 'Sign the contract',
  signed: 'Signed. You can go back to the wallet.',
  SESSION_UNKNOWN: 'This page was not opened by a wallet.',
  SESSION_OVER: 'This page was open for ten minutes. Open it again from the wallet.',
  NOT_OPEN: 'There is nothing to sign here any more.',
};

/** What the page says that a holder signs on. */
export const words: Readonly<Record<Locale, Record<keyof typeof en, string>>> = {
  en,
  'zh-CN': {
    title: '微信支付签约（模拟）',
    asks: '卡包申请与您签订委托代扣协议：签约后可从您的微信支付账户扣款。您可随时在卡包或微信中解约。',
    account: '卡包账户',
    sign: '确认签约',
    signed: '签约成功，请返回卡包。',
    SESSION_UNKNOWN: '此页面不是由卡包打开的。',
    SESSION_OVER: '签约页面十分钟内有效，请从卡包重新打开。',
    NOT_OPEN: '此处没有待签约的协议。',
  },
};
