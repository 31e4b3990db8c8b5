import { playWithDeadSessions } from '@bindery/subgraph/testing';
import { aHolder, bind, mutate, newCardNumber, newKey, readBinding, startInput, unbindInput } from './testing/holder';
import { signPayload } from './providers/signed/signature';
import { startBindingService, type RunningBinding } from './testing/start-binding-service';

let service: RunningBinding;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());

const place = { en: 'Corner Bakery of Mei', 'zh-CN': '小梅面包店' };

describe('a database session that dies at any statement leaves nothing of a person in the log', () => {
  it.each([
    [
      'startBinding',
      async () => {
        const [holder, number] = [aHolder(), newCardNumber()];
        const input = startInput(holder, 'seaside-bank', { bank: { number, holderName: 'CHEN MEI LING' } });
        return {
          run: () => mutate(service, holder, 'startBinding', input),
          canaries: [number, 'CHEN MEI LING', input.consent.text],
        };
      },
    ],
    [
      'requestUnbind',
      async () => {
        const holder = aHolder();
        const { bindingId } = await bind(service, holder);
        const input = await unbindInput(service, holder, bindingId);
        const { credentialReference } = await readBinding(service, holder, bindingId);
        return {
          run: () => mutate(service, holder, 'requestUnbind', input),
          canaries: [input.proof, credentialReference],
        };
      },
    ],
    [
      'a webhook',
      async () => {
        const holder = aHolder();
        const { bindingId } = await bind(service, holder);
        const { credentialReference } = await readBinding(service, holder, bindingId);
        const at = service.clock.now().toISOString();
        const usage = { usageId: newKey(), credentialReference, kind: 'PAYMENT', place, at };
        const payload = JSON.stringify({ type: 'usage.recorded', amount: { value: 1250, currency: 'CNY' }, ...usage });
        const headers = signPayload(service.secret, newKey(), service.clock.now(), payload);
        return {
          run: () =>
            service.composed.http.app.inject({
              method: 'POST',
              url: '/provider-webhooks/seaside-bank',
              payload,
              headers: { 'content-type': 'application/json', ...headers },
            }),
          canaries: [credentialReference, place.en, place['zh-CN']],
        };
      },
    ],
  ])('%s', async (_act, prepare) => {
    const { statements, failures, found } = await playWithDeadSessions(service, prepare);
    expect(found).toEqual([]);
    expect(statements).toBeGreaterThan(3);
    expect(failures).toBeGreaterThan(0);
  });
});
