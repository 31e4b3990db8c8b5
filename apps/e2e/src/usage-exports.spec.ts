import { eventually } from '@bindery/testing';
import { documents, newKey } from '@bindery/wallet-client';
import { newHolder, urls, world, type Holder } from './system/the-system';
import { bindBankCard } from './testing/cards';
import { mutate } from './testing/mutate';

const merchant = '=HYPERLINK("http://evil","bread")';

let holder: Holder;
beforeAll(async () => {
  holder = await newHolder();
  const { cardId } = await bindBankCard(holder);
  const credential = (await holder.card(cardId)).bindings[0]?.credentialReference ?? '';
  expect(await world.pay(credential, 1250, merchant)).toMatchObject({ approved: true });
  await eventually(async () => expect((await holder.history(cardId)).usage).toHaveLength(1));
});

const get = (path: string) => fetch(`${urls.gateway}${path}`);

async function refusalOf(path: string) {
  const response = await get(path);
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return [response.status, errors[0]?.extensions.code];
}

describe('a file of uses through the gateway', () => {
  it('is CSV that spreadsheets read as text, kept by nobody on its way', async () => {
    const response = await get(await holder.exportUsage('CSV', 'Asia/Shanghai'));
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store, private, no-transform']);
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\uFEFFTime (Asia/Shanghai),Time (UTC),')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://evil"",""bread"")",12.5`);
  });

  it('is JSON, in the zone of the account where none is named', async () => {
    expect(await holder.readIn('Europe/Berlin')).toMatchObject({ __typename: 'ChangeProfileSuccess' });
    // Others hear of the zone a moment later, and files are counted: not before notification has.
    await eventually(async () => expect(await toldOfExport()).toMatch(/GMT\+[12]\b/));
    const zone = await eventually(async () => {
      const whole = (await (await get(await exportInOwnZone())).json()) as { timeZone: string; records: unknown[] };
      expect(whole.timeZone).toBe('Europe/Berlin');
      return whole;
    });
    expect(zone.records).toMatchObject([{ place: merchant, amount: { value: 1250, currency: 'CNY' } }]);
  });

  it('is told of in the inbox', async () =>
    eventually(async () => expect(await toldOfExport()).toContain('with 1 record.')));

  it('is nobody’s by another link, nor by one whose session has ended', async () => {
    const path = await holder.exportUsage('JSON', 'UTC');
    const other = path.endsWith('A') ? `${path.slice(0, -1)}Q` : `${path.slice(0, -1)}A`;
    expect(await refusalOf(other)).toEqual([404, 'NOT_FOUND']);
    expect((await get(path)).status).toBe(200);
    // From here on she is signed in on the tablet.
    await holder.logIn('Tablet');
    expect(await mutate(holder, 'endOtherSessions', { idempotencyKey: newKey() })).toMatchObject({
      __typename: 'EndOtherSessionsSuccess',
    });
    await eventually(async () => expect(await refusalOf(path)).toEqual([410, 'LINK_EXPIRED']));
  });
});

/** What the inbox says of the newest file. */
async function toldOfExport(): Promise<string | undefined> {
  const messages = (await holder.home()).inbox.edges.map(({ node }) => node);
  return messages.find(({ kind }) => kind === 'EXPORT_READY')?.body;
}

/** Asks for a file without a zone, waits for it and answers the path of a link. */
async function exportInOwnZone(): Promise<string> {
  const ordered = await holder.mutate(documents.exportUsage, { idempotencyKey: newKey(), format: 'JSON' });
  const { export: asked } = ordered as unknown as { export: { id: string } };
  return eventually(async () => {
    const input = { idempotencyKey: newKey(), exportId: asked.id };
    const link = await holder.mutate(documents.createUsageExportLink, input);
    expect(link).toMatchObject({ __typename: 'CreateUsageExportLinkSuccess' });
    return (link as unknown as { path: string }).path;
  });
}
