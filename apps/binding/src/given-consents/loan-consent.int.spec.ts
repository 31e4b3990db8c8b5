import { lend } from '../testing/borrower';
import { open } from '../testing/disputes';
import { aHolder, bind, newKey } from '../testing/holder';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());

describe('the consent of a loan', () => {
  it('says that the loan can be disputed only until it is', async () => {
    const holder = aHolder();
    const bound = await bind(service, holder);
    const { id: loanId, consentId } = await lend(service, holder, bound);
    const withdraw = async (): Promise<Answer> => {
      const query = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename
        ... on Problem { message remedies { code } } } }`;
      const input = { idempotencyKey: newKey(), consentId };
      return (await service.ask(query, { input }, holder.claims)).data.withdrawConsent;
    };
    expect(await withdraw()).toMatchObject({
      __typename: 'ConsentOfLoanError',
      message: expect.stringMatching(/dispute the loan\.$/),
      remedies: [{ code: 'OpenDispute' }, { code: 'ContactProvider' }],
    });
    await open(service, holder, bound.bindingId, 'UNAUTHORISED_LOAN', { loanId });
    expect(await withdraw()).toMatchObject({
      __typename: 'ConsentOfLoanError',
      message: expect.stringMatching(/taking it back\.$/),
      remedies: [{ code: 'ContactProvider' }],
    });
  });
});
