import { consentTo } from '../../testing/consent';
import { aHolder, mutate, startInput, type Holder } from '../../testing/holder';
import { startBindingService, type RunningBinding } from '../../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => {
  service = await startBindingService();
});
afterAll(() => service.stop());
beforeEach(() => {
  holder = aHolder();
});

const start = (input: object) => mutate(service, holder, 'startBinding', input);

describe('the consent of startBinding', () => {
  it.each(['\ud800', '\0', 'I agree.\udc00'])('is refused where it is not well formed: %j', async (bad) => {
    for (const field of ['text', 'version']) {
      const { consent, ...input } = startInput(holder);
      expect(await start({ ...input, consent: { ...consent, [field]: bad } })).toMatchObject({
        __typename: 'InvalidInputError',
        field: `consent.${field}`,
      });
    }
  });

  const text = consentTo('seaside-bank').text;

  it.each([
    ['another version', { version: '2025-12', text }],
    ['a version with more', { version: '2026-01 ', text }],
    ['words in a version', { version: '2026-01\r\nYour card is blocked: https://evil.example', text }],
    ['other words', { version: '2026-01', text: 'nothing' }],
    ['fewer words', { version: '2026-01', text: text.slice(0, -1) }],
    ['more words', { version: '2026-01', text: `${text} I take it all back.` }],
    ['words hidden in it', { version: '2026-01', text: text.replace(' ', ' \u200b') }],
    [
      'the words as they were before they were filled in',
      { version: '2026-01', text: text.replace('Seaside Bank', '{name}') },
    ],
    ['the words of another provider', { version: '2026-01', text: consentTo('harbour-bank').text }],
  ])('is refused to %s, with the terms as they are', async (_what, consent) => {
    const input = startInput(holder);
    expect(await start({ ...input, consent })).toMatchObject({
      __typename: 'TermsChangedError',
      code: 'TERMS_CHANGED',
      message: expect.stringContaining('read the current terms'),
      remedies: [{ code: 'CorrectInput' }],
      terms: { ...consentTo('seaside-bank'), locale: 'en' },
    });
    const { sql } = service;
    expect(await sql('SELECT 1 FROM consent WHERE account_id = $1', [holder.viewer.accountId])).toEqual([]);
    holder = { ...holder, claims: { ...holder.claims, locale: 'zh-CN' } };
    expect(await start({ ...input, consent })).toMatchObject({
      message: expect.stringMatching(/条款/),
      terms: { ...consentTo('seaside-bank', 'zh-CN'), locale: 'zh-CN' },
    });
  });

  it.each(['zh-CN', 'en'] as const)(
    'is recorded before anything is sent, in our words and the language shown: %s (invariant 3)',
    async (locale) => {
      const shown = consentTo('seaside-bank', locale);
      const { binding } = await start({ ...startInput(holder), consent: { ...shown, text: ` ${shown.text}\r\n` } });
      const rows = await service.sql('SELECT version, text, locale FROM consent WHERE binding_id = $1', [binding.id]);
      expect(rows).toEqual([{ ...shown, locale }]);
    },
  );
});
