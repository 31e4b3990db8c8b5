import { newId } from '@bindery/kernel';
import { locales } from '@bindery/localisation';
import { alertTable, type AlertedFact, type AlertFacts, renderNotification, type WordsKey } from '../alerts';
import { kinds } from '../alerts/kinds';
import { renderMessage } from './render-message';

const at = '2026-01-01T20:00:00.000Z';
const full: AlertFacts = {
  at,
  provider: 'seaside-bank',
  providerName: { 'zh-CN': '海滨银行', en: 'Seaside Bank' },
  cause: 'TOO_MANY_FAILURES',
  until: at,
  promised: '2025-12-29T20:00:00.000Z',
  restorableUntil: '2026-04-06T16:30:00.000Z',
  fee: { value: 500, currency: 'CNY' },
  receiptId: newId('receipt'),
  holdOwner: 'RISK',
  usable: true,
  hasDefault: true,
  challenged: 'UNBIND',
  version: '2026-01',
  lastDay: '2026-07-31',
  worksUntil: '2026-08-07',
  reissued: true,
};
const wordsKeys = kinds.flatMap((kind) => [
  kind.code,
  ...('variants' in kind ? Object.keys(kind.variants) : []),
]) as WordsKey[];
const render = (words: WordsKey, facts: AlertFacts, locale: 'en' | 'zh-CN' = 'en') =>
  renderNotification({ words, facts }, locale, 'Asia/Shanghai');

describe('words of notifications', () => {
  it.each(Object.keys(alertTable) as AlertedFact[])('%s has words in both languages', (fact) => {
    const { words } = alertTable[fact];
    for (const locale of locales) {
      const { title, body } = render(words, full, locale);
      expect(title.length).toBeGreaterThan(3);
      expect(body.length).toBeGreaterThan(10);
      expect(`${title}${body}`).not.toMatch(/[{}]|undefined|seaside-bank/);
    }
  });

  it.each(wordsKeys)('%s is rendered though its fact tells only when it happened', (words) => {
    for (const locale of locales) expect(render(words, { at }, locale).body).not.toMatch(/[{}]|undefined/);
  });

  it('is Chinese in Chinese and fits three parts of an SMS', () => {
    for (const words of wordsKeys) {
      const text = renderMessage({ words, facts: full, critical: true }, 'SMS', 'zh-CN', 'Asia/Shanghai').body;
      expect(text).toMatch(/^【Bindery】.*\p{Script=Han}/u);
      expect(text.length).toBeLessThanOrEqual(3 * 67);
    }
  });

  it('shows moments in the time zone of the account', () => {
    expect(render('CARD_UNBOUND', full).body).toMatch(
      /taken off on Jan 2, 2026, 04:00 AM GMT\+8.*until Apr 7, 2026, 12:30 AM GMT\+8/,
    );
    expect(renderNotification({ words: 'CARD_UNBOUND', facts: full }, 'en', 'Europe/Berlin').body).toMatch(
      /Jan 1, 2026, 09:00 PM GMT\+1/,
    );
  });

  it('says what an unbinding cost and whether it can be undone', () => {
    const providerName = { 'zh-CN': '云门门禁', en: 'CloudGate Access' };
    expect(render('CARD_UNBOUND', full).body).toMatch(/Fee charged: CN¥5\.00\. You can restore it/);
    expect(render('CARD_UNBOUND', { at, provider: 'cloudgate', providerName }).body).toMatch(
      /CloudGate Access.*No fee was charged\. It cannot be restored, but you can bind it again/,
    );
    expect(render('CARD_UNBOUND', full, 'zh-CN').body).toMatch(
      /海滨银行.*已收费用 ¥5\.00。.*2026年4月7日 00:30 GMT\+8 之前可在应用中恢复/,
    );
  });

  it('says of a card that is held what nobody in particular has to lift', () => {
    expect(render('CARD_HELD', { ...full, holdOwner: 'VALIDITY' }).body).toMatch(
      /by our check of its expiry date\. It is blocked here for now\..* The app shows the reason, what can be done, and what that does not stop\.$/,
    );
  });

  it('calls a provider by its code where an older event told no name', () => {
    expect(render('CARD_UNBOUND', { at, provider: 'cloudgate' }).title).toBe('Your cloudgate card was taken off');
  });

  it('tells why an account is locked and until when', () => {
    expect(render('ACCOUNT_LOCKED', full)).toMatchObject({
      title: 'Somebody is guessing your password',
      body: expect.stringMatching(
        /too many wrong passwords, and on Jan 2, 2026.* Where you have signed in before, you still can/,
      ),
    });
    expect(render('ACCOUNT_LOCKED', { at, until: full.until }).body).toMatch(/The lock ends on Jan 2, 2026/);
    expect(render('ACCOUNT_LOCKED', { at }).body).toMatch(/It stays locked until it is lifted/);
  });

  it('says how much is refunded with a dispute, where its event tells', () => {
    const decided = (facts: Partial<AlertFacts>, locale?: 'zh-CN') =>
      render('DISPUTE_DECIDED', { ...full, ...facts }, locale).body;
    expect(decided({ refunded: true })).toContain(' The fee of CN¥5.00 is refunded.');
    expect(decided({ refunded: true }, 'zh-CN')).toContain('费用 ¥5.00 将退还。');
    expect(decided({ refunded: true, fee: undefined })).toContain(' The fee is refunded.');
    expect(decided({ refunded: false })).not.toMatch(/refunded/);
  });

  it('tells who was promised an answer that it is late, stays open, and what to do meanwhile, by what it is about', () => {
    const late = (cause: string, locale?: 'zh-CN') => render('CASE_OVERDUE', { ...full, cause }, locale).body;
    expect(late('MANDATE_LEFT')).toMatch(
      /not answered .* by Dec 30, 2025, 04:00 AM.*, as we had told you, and are sorry\. It stays open, and we answer by Jan 2, 2026.* You can give the merchant your new card yourself\.$/,
    );
    expect(late('MANDATE_LEFT', 'zh-CN')).toMatch(
      /未能如前所告于 2025年12月30日.*深表歉意.*仍在处理中.*2026年1月2日.*更新为新卡。$/,
    );
    expect(late('REFUSED')).toMatch(/You can ask Seaside Bank to block it there too\.$/);
    expect(late('SOMETHING_NEW')).toMatch(/The app shows what you can do meanwhile\.$/);
  });

  it('names what did not go over to a new card, and when it is collected next; not by SMS', () => {
    const mandates = [{ merchant: 'Video Club', nextOn: '2026-12-01' }, { merchant: 'Gym' }];
    const facts = { ...full, matter: 'MANDATE_LEFT', mandates };
    expect(render('CASE_OPENED', facts).body).toMatch(
      /: Video Club \(next on Dec 1, 2026\), Gym\. Give these merchants your new card\. We look into it and answer by Jan 2, 2026/,
    );
    expect(render('CASE_OPENED', facts, 'zh-CN').body).toMatch(/：Video Club（下次扣款日 2026年12月1日）、Gym。请向/);
    const sms = renderMessage({ words: 'CASE_OPENED', facts, critical: false }, 'SMS', 'en', 'Asia/Shanghai').body;
    expect(sms).toMatch(/give the merchants the new one\. We look into it/);
    expect(sms).not.toContain('Video Club');
  });

  it('tells how what was looked into has ended: in the words of who closed it, or by itself', () => {
    const closed = (more: Partial<AlertFacts>, locale?: 'zh-CN') =>
      render('CASE_CLOSED', { ...full, matter: 'MANDATE_LEFT', ...more }, locale).body;
    expect(closed({ ended: 'PEOPLE', answer: 'The shop has your new card.' })).toMatch(
      /recurring payments that did not go over to it\. We closed it on Jan 2, 2026.*: The shop has your new card\.$/,
    );
    expect(closed({ ended: 'ITSELF' })).toMatch(/It has settled by itself on Jan 2, 2026/);
    expect(closed({ ended: 'ITSELF' }, 'zh-CN')).toMatch(/自行了结。$/);
  });
});
