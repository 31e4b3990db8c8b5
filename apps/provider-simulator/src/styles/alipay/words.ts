import type { Locale } from '@bindery/localisation';
import type { SigningFault } from './signing';

interface SigningWords extends Readonly<Record<SigningFault, string>> {
  readonly title: string;
  readonly asks: string;
  readonly account: string;
  readonly accountHint: string;
  readonly agree: string;
  readonly agreed: string;
  readonly failed: string;
}

/** The page on which a user agrees, in both languages. */
export const words: Readonly<Record<Locale, SigningWords>> = {
  en: {
    title: 'Alipay: authorise payments',
    asks: 'The merchant asks to take payments from your Alipay account without asking each time. You can end this agreement in Alipay at any time.',
    account: 'Alipay account you are signed in with',
    accountHint: 'Mobile number or e-mail address. Accounts that end in 0002 are not accepted.',
    agree: 'Agree',
    agreed: 'You have agreed. You may go back to your wallet now.',
    failed: 'This was not agreed',
    LINK_INVALID: 'This link was not signed by a merchant that Alipay knows.',
    LINK_EXPIRED: 'This link has expired. Ask for a new one in your wallet.',
    ACCOUNT_REFUSED: 'Alipay does not accept this account for such an agreement.',
    SIGNED_BY_OTHER: 'Another account has agreed to this already.',
    REFUSED: 'Alipay has refused this agreement.',
  },
  'zh-CN': {
    title: '支付宝：免密支付授权',
    asks: '商户申请从您的支付宝账户免密扣款。您可随时在支付宝中解除该协议。',
    account: '您登录的支付宝账号',
    accountHint: '手机号或电子邮箱。以 0002 结尾的账号不被接受。',
    agree: '同意协议并授权',
    agreed: '授权成功，您可以返回卡包了。',
    failed: '未能授权',
    LINK_INVALID: '该链接没有支付宝认可的商户签名。',
    LINK_EXPIRED: '该链接已过期，请在卡包中重新获取。',
    ACCOUNT_REFUSED: '支付宝不接受该账号签署此类协议。',
    SIGNED_BY_OTHER: '该协议已由其他账号签署。',
    REFUSED: '支付宝拒绝了该协议。',
  },
};
