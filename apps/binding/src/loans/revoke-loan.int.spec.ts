import { lend } from '../testing/borrower';
import { open, uphold } from '../testing/disputes';
import { aHolder, bind, readBinding, settle, unbind } from '../testing/holder';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());

const year = 366 * 24 * 60 * 60_000;

describe('a loan that was found to be nobody’s own', () => {
  it('of an account that has no name at its lender any more is seen to by people, and the dispute is upheld all the same', async () => {
    const holder = aHolder();
    const bound = await bind(service, holder);
    await unbind(service, holder, bound.bindingId);
    await settle(service);
    service.clock.advance(year);
    await service.jobs.run();
    expect(await readBinding(service, holder, bound.bindingId)).toMatchObject({
      phase: 'RETIRED',
      credentialReference: null,
    });
    const loan = await lend(service, holder, bound);
    const { dispute } = await open(service, holder, bound.bindingId, 'UNAUTHORISED_LOAN', { loanId: loan.id });
    expect(await uphold(service, dispute.id)).toMatchObject({ state: 'UPHELD' });
    const query = 'query ($id: ID!) { binding(id: $id) { loans { id state } cases { about closedAt } } }';
    expect((await service.ask(query, { id: bound.bindingId }, holder.claims)).data.binding).toEqual({
      loans: [{ id: loan.id, state: 'REVOKING' }],
      cases: [{ about: 'LENDER_REFUSED', closedAt: null }],
    });
    expect(await service.sql('SELECT id FROM lender_request WHERE binding_id = $1', [bound.bindingId])).toEqual([]);
  });
});
