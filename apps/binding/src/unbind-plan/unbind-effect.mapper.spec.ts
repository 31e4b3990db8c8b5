import { toUnbindEffect } from './unbind-effect.mapper';
import { say } from '../unbind/unbind.words';

/** Half past midnight of 5 March where holders live, 4 March in UTC. */
const quotedAt = new Date('2026-03-04T16:30:00Z');
const quote = { quotedAt, quotedUntil: quotedAt, settledBy: quotedAt };
const inWords = (locale: 'en' | 'zh-CN') =>
  toUnbindEffect({ type: 'RESTORABLE', windowDays: 1, strategy: 'REACTIVATE' }, quote, () => 'card', locale).text;

describe('days and moments in what is said of an unbinding', () => {
  it('are those of the holder, and those of the fields beside them', () => {
    expect(inWords('en')).toBe('You can undo it until Mar 6, 2026, 12:30 AM GMT+8.');
    expect(inWords('zh-CN')).toBe('2026年3月6日 00:30 GMT+8 之前可以撤销。');
  });

  it.each([
    ['en', 'A recurring payment to Video Club runs on this card, the next one on Jul 1, 2027.'],
    ['zh-CN', 'Video Club 的自动扣款正使用此卡，下次扣款日为 2027年7月1日。'],
  ] as const)('are told in %s as a person writes them, also where a merchant collects next', (locale, text) => {
    const mandate = { type: 'MANDATE', id: 'm-1', merchant: 'Video Club', nextOn: '2027-07-01' } as const;
    expect(toUnbindEffect(mandate, quote, () => 'card', locale).text).toBe(text);
  });

  it('are given as moments too: when an unbinding is through, and until when its fee can be disputed', () => {
    const settledBy = new Date('2026-03-04T16:40:30Z');
    const amount = { value: 500, currency: 'CNY' };
    const fee = { type: 'FEE', amount, source: { en: 'terms', 'zh-CN': '条款' }, refundableDays: 60 } as const;
    const toEffect = (effect: Parameters<typeof toUnbindEffect>[0]) =>
      toUnbindEffect(effect, { ...quote, settledBy }, () => 'card', 'en');
    expect(toEffect({ type: 'TAKES_EFFECT', withinSeconds: 30 })).toMatchObject({ settledUntil: settledBy });
    expect(toEffect(fee)).toMatchObject({ amount, refundableUntil: new Date('2026-05-03T16:30:00Z') });
  });

  it('are told in the same zone by the receipt', () => {
    expect(say('en', 'receipt.lead', { card: 'Visa', at: quotedAt })).toMatch(/on Mar 5, 2026, 12:30 AM GMT\+8/);
    expect(say('zh-CN', 'receipt.lead', { card: 'Visa', at: quotedAt })).toMatch(/于 2026年3月5日 00:30 GMT\+8 解绑/);
  });
});
