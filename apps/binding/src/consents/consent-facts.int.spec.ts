import { newId } from '@bindery/kernel';
import { findBinding } from '../lifecycle';
import { aHolder, bankCard, bind, mutate, startInput } from '../testing/holder';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';
import { consentFacts } from './record-consent';

let service: RunningBinding;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());

describe('whether a consent is recorded', () => {
  it('is read, of a binding that there is and of one that is only being begun', async () => {
    const holder = aHolder();
    const { bindingId } = await bind(service, holder);
    const { manager } = service.composed.dataSource;
    const found = await findBinding(manager, bindingId);
    const about = { accountId: holder.viewer.accountId, binding: null, slot: null };
    const consentIds = [found?.binding.consentId ?? null, newId('consent'), null];
    const subjects = consentIds.map((consentId) => ({ ...about, consentId }));
    expect(await consentFacts.consentRecorded(manager, subjects)).toEqual([true, false, false]);
  });

  it('leaves nothing of a start that is refused', async () => {
    const holder = aHolder();
    const card = bankCard();
    const start = () => mutate(service, holder, 'startBinding', startInput(holder, 'seaside-bank', card));
    expect(await start()).toMatchObject({ __typename: 'StartBindingSuccess' });
    expect(await start()).toMatchObject({ __typename: 'AlreadyBoundError' });
    const { accountId } = holder.viewer;
    const { manager } = service.composed.dataSource;
    const rows = (await manager.query(
      'SELECT c.binding_id = b.id AS same FROM consent c LEFT JOIN binding b ON b.consent_id = c.id WHERE c.account_id = $1',
      [accountId],
    )) as unknown[];
    expect(rows).toEqual([{ same: true }]);
  });
});
