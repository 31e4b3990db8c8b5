import { fillBoundCredentials } from '../../migrations/1700000000034-bound-credentials';
import { askAsReader } from '../testing/ask-as-reader';
import { accessCard, aHolder, bind, mutate, readBinding, unbind, type Holder } from '../testing/holder';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));

/** Where what readers are told of and what is bound are not the same: rows that only one of them has. */
const differences = () =>
  service.sql(`WITH told AS (SELECT binding_id, provider, credential_reference, coalesce(holds, '[]') AS holds,
           coalesce(sync, '{"state": "IN_SYNC"}') AS sync, expires_on, coalesce(to_jsonb(doors), '[]') AS doors FROM bound_credential),
         bound AS (SELECT b.id, b.provider, b.credential_reference, b.holds, b.sync, c.expires_on, jsonb_path_query_array(c.doors, '$[*].id')
           FROM binding b JOIN card c ON c.id = b.card_id WHERE b.phase = 'BOUND' AND b.credential_reference IS NOT NULL)
       (TABLE told EXCEPT TABLE bound) UNION ALL (TABLE bound EXCEPT TABLE told)`);

async function bindAccessCard() {
  const bound = await bind(service, holder, 'cloudgate', accessCard());
  const { credentialReference } = await readBinding(service, holder, bound.bindingId);
  return { ...bound, credentialReference: credentialReference as string };
}

const reasonOf = async (credentialReference: string, door?: string) =>
  (await askAsReader(service.composed.http.app, { credentialReference, door }, service.clock.now())).body.reason;

describe('what readers are told of', () => {
  it('follows a binding through its life, in the very transactions', async () => {
    const { bindingId, credentialReference } = await bindAccessCard();
    expect(await differences()).toEqual([]);
    expect(await reasonOf(credentialReference)).toBe('ACTIVE');
    expect(await mutate(service, holder, 'suspendBinding', { bindingId })).toMatchObject({
      __typename: 'SuspendBindingSuccess',
    });
    expect(await differences()).toEqual([]);
    expect(await reasonOf(credentialReference)).toBe('SUSPENDED');
    await service.jobs.run();
    expect(await differences()).toEqual([]);
    await unbind(service, holder, bindingId);
    expect(await differences()).toEqual([]);
    expect(await reasonOf(credentialReference)).toBe('UNREGISTERED');
    expect(await service.sql('SELECT FROM bound_credential WHERE binding_id = $1', [bindingId])).toEqual([]);
  });

  it('follows the card: its doors and its last day', async () => {
    const { cardId, credentialReference } = await bindAccessCard();
    await service.sql(`UPDATE card SET doors = '[{"id": "vault"}]', expires_on = '2020-01-31' WHERE id = $1`, [cardId]);
    expect(await differences()).toEqual([]);
    expect(await reasonOf(credentialReference, 'vault')).toBe('EXPIRED');
    await service.sql(`UPDATE card SET doors = '[]', expires_on = NULL WHERE id = $1`, [cardId]);
    expect(await differences()).toEqual([]);
    expect(await reasonOf(credentialReference, 'vault')).toBe('DOOR_NOT_GRANTED');
    expect(await reasonOf(credentialReference)).toBe('ACTIVE');
  });

  it('follows a credential that gets another name, and is forgotten by the old one', async () => {
    const { bindingId, credentialReference } = await bindAccessCard();
    await service.sql('UPDATE binding SET credential_reference = $2 WHERE id = $1', [
      bindingId,
      `${credentialReference}-2`,
    ]);
    expect(await differences()).toEqual([]);
    expect([await reasonOf(credentialReference), await reasonOf(`${credentialReference}-2`)]).toEqual([
      'UNREGISTERED',
      'ACTIVE',
    ]);
  });

  it('is nothing that the service itself can write', async () => {
    const { bindingId } = await bindAccessCard();
    for (const text of [
      `UPDATE bound_credential SET holds = NULL WHERE binding_id = '${bindingId}'`,
      `DELETE FROM bound_credential WHERE binding_id = '${bindingId}'`,
      `INSERT INTO bound_credential (binding_id, provider, credential_reference) VALUES ('${bindingId}', 'cloudgate', 'cred_mine')`,
    ])
      await expect(service.sql(text)).rejects.toMatchObject({ code: '42501' });
  });

  it('is filled from what was bound before there was such a table', async () => {
    await bindAccessCard();
    await service.sqlAsOwner('DELETE FROM bound_credential');
    expect(await differences()).not.toEqual([]);
    for (let time = 0; time < 2; time++) {
      await fillBoundCredentials(async (text, values) => {
        if (text.startsWith('SELECT')) return service.sql(text, values);
        await service.sqlAsOwner(text, values);
        return [];
      });
      expect(await differences()).toEqual([]);
    }
  });
});
