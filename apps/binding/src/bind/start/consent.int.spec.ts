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

  it('is to the version of the terms that the provider has; other words of the caller are refused', async () => {
    const { consent, ...input } = startInput(holder);
    for (const version of ['2025-12', '2026-01 ', '2026-01\r\nYour card is blocked: https://evil.example']) {
      expect(await start({ ...input, consent: { ...consent, version } })).toMatchObject({
        __typename: 'InvalidInputError',
        field: 'consent.version',
        code: 'TERMS_CHANGED',
        message: 'The provider’s terms have changed. Please read them again before you agree.',
      });
    }
    expect(await service.composed.dataSource.query("SELECT 1 FROM consent WHERE version <> '2026-01'")).toEqual([]);
  });

  it('is recorded before anything is sent (invariant 3)', async () => {
    const { binding } = await start(startInput(holder));
    expect(
      await service.composed.dataSource.query('SELECT version, text FROM consent WHERE binding_id = $1', [binding.id]),
    ).toEqual([{ version: '2026-01', text: 'I agree.' }]);
  });
});
