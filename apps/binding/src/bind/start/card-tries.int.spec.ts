import cardNumber from 'card-validator';
import { newId } from '@bindery/kernel';
import { aHolder, accessCard, bankCard, newCardNumber, newKey, startInput, type Holder } from '../../testing/holder';
import { startBindingService, type Answer, type RunningBinding } from '../../testing/start-binding-service';

const minute = 60_000;
let service: RunningBinding;
beforeAll(async () => (service = await startBindingService({ env: { CARDS_PER_ADDRESS_PER_HOUR: '40' } })));
afterAll(() => service.stop());

let addresses = 0;
const newAddress = () => `198.18.0.${++addresses}`;

async function start(holder: Holder, card: object, clientAddress = newAddress(), more: object = {}): Promise<Answer> {
  const provider = 'access' in card ? 'cloudgate' : 'seaside-bank';
  const query = `mutation ($input: StartBindingInput!) { startBinding(input: $input) { __typename
    ... on TooManyRequestsError { retryAt } ... on BindingRefusedError { reason } ... on Problem { code message remedies { code } } } }`;
  const input = { idempotencyKey: newKey(), ...startInput(holder, provider, card), ...more };
  const { data, errors } = await service.ask(query, { input }, { ...holder.claims, clientAddress });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.startBinding;
}

let declined = 0;
/** Another number each time that is well made, and that the bank does not take: it ends with 0002. */
function declinedCard() {
  for (;;) {
    const number = `411111${String(++declined).padStart(6, '0')}0002`;
    if (cardNumber.number(number).isValid) return bankCard(number);
  }
}

const kinds = (answers: Answer[]) =>
  Object.fromEntries(
    [...new Set(answers.map(({ __typename }) => __typename as string))].map((kind) => [
      kind,
      answers.filter(({ __typename }) => __typename === kind).length,
    ]),
  );

describe('tries of cards', () => {
  it.each([
    ['cards', declinedCard],
    ['memberships', () => accessCard(`RG-9${String(++declined).padStart(3, '0')}`)],
  ])(
    'ends for an account with its fifth declined one of an hour, of %s, forty at once too, and says until when',
    async (_what, card) => {
      const holder = aHolder();
      const answers = await Promise.all(Array.from({ length: 40 }, () => start(holder, card())));
      expect(kinds(answers)).toEqual({ BindingRefusedError: 5, TooManyRequestsError: 35 });
      const refused = await start(holder, bankCard());
      expect(refused).toMatchObject({
        __typename: 'TooManyRequestsError',
        code: 'TOO_MANY_REQUESTS',
        retryAt: new Date(service.clock.now().getTime() + 60 * minute).toISOString(),
        remedies: [{ code: 'StopRetrying' }, { code: 'TryAgain' }, { code: 'ContactSupport' }],
      });
      service.clock.advance(60 * minute);
      expect(await start(holder, bankCard())).toMatchObject({ __typename: 'StartBindingSuccess' });
    },
  );

  it('are counted by the device too, whichever account is used on it', async () => {
    const deviceId = newId('device');
    const onIt = (): Holder => {
      const { viewer } = aHolder();
      return { viewer: { ...viewer, deviceId }, claims: { viewer: { ...viewer, deviceId } } };
    };
    const answers = [];
    for (let n = 0; n < 7; n++) answers.push(await start(onIt(), declinedCard()));
    expect(kinds(answers)).toEqual({ BindingRefusedError: 5, TooManyRequestsError: 2 });
  });

  it('are counted by the address too, whichever accounts and devices', async () => {
    const address = newAddress();
    const answers = await Promise.all(Array.from({ length: 15 }, () => start(aHolder(), declinedCard(), address)));
    expect(kinds(answers)).toEqual({ BindingRefusedError: 10, TooManyRequestsError: 5 });
  });

  it('have twenty in an hour for cards that are taken, which no decline is', async () => {
    const holder = aHolder();
    const answers = [];
    for (let n = 0; n < 22; n++) answers.push(await start(holder, bankCard(newCardNumber())));
    expect(kinds(answers)).toEqual({ StartBindingSuccess: 20, TooManyRequestsError: 2 });
  });

  it('are one for one card, however often and at once it is handed over', async () => {
    const [holder, card] = [aHolder(), declinedCard()];
    const answers = await Promise.all(Array.from({ length: 30 }, () => start(holder, card)));
    expect(kinds(answers)).toEqual({ BindingRefusedError: 30 });
    for (let n = 0; n < 4; n++)
      expect(await start(holder, declinedCard())).toMatchObject({ reason: 'CARD_NOT_ACCEPTED' });
    expect(await start(holder, declinedCard())).toMatchObject({ __typename: 'TooManyRequestsError' });
  });

  it('are none while the provider is away, nor for a number that cannot be right, nor for a repetition', async () => {
    const holder = aHolder();
    service.providers['seaside-bank'].away = true;
    for (let n = 0; n < 8; n++)
      expect(await start(holder, bankCard())).toMatchObject({ __typename: 'ProviderUnavailableError' });
    service.providers['seaside-bank'].away = false;
    for (let n = 0; n < 8; n++)
      expect(await start(holder, bankCard('4111111111111112'))).toMatchObject({ __typename: 'CardNumberInvalidError' });
    const again = { idempotencyKey: newKey() };
    const card = bankCard();
    for (let n = 0; n < 25; n++)
      expect(await start(holder, card, undefined, again)).toMatchObject({ __typename: 'StartBindingSuccess' });
    expect(await start(holder, bankCard())).toMatchObject({ __typename: 'StartBindingSuccess' });
  });
});
