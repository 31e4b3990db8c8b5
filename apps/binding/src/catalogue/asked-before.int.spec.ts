import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());

const asked = `requirements { operation factors documents reviewers when }
  activationDeadlineDays cardGraceDays documentGraceDays deviceMove { carries perYear }`;
const read = async (code: string) =>
  (await service.ask(`query ($code: String!) { provider(code: $code) { capabilities { ${asked} } } }`, { code })).data
    .provider.capabilities;

/** By a code, and nobody looks at it. */
const byCode = (operation: string) => ({ operation, factors: ['SMS_CODE'], documents: [], reviewers: 0, when: null });

describe('what a provider asks for, before anything is started', () => {
  it('of a bank, which gives a card back', async () => {
    expect(await read('seaside-bank')).toEqual({
      requirements: [byCode('BIND'), byCode('UNBIND'), byCode('RESTORE')],
      activationDeadlineDays: 30,
      cardGraceDays: 0,
      documentGraceDays: 0,
      deviceMove: { carries: ['NUMBER', 'HISTORY'], perYear: null },
    });
  });

  it('of what happens outside: whether it reaches every device, and is told', async () => {
    const outside = async (code: string) => {
      const query = `query ($code: String!) { provider(code: $code) { capabilities { suspend suspendableByHolder cascadesToBindings signalsRemoval } } }`;
      return (await service.ask(query, { code })).data.provider.capabilities;
    };
    const atBank = { suspendableByHolder: true, cascadesToBindings: true, signalsRemoval: true };
    expect(await outside('seaside-bank')).toEqual({ suspend: 'NATIVE', ...atBank });
    expect(await outside('token-pocket')).toEqual({
      suspend: 'EMULATED',
      suspendableByHolder: true,
      cascadesToBindings: false,
      signalsRemoval: false,
    });
  });

  it('of everybody, how a card is bound and taken off', async () => {
    const { data } = await service.ask('{ providers { code capabilities { requirements { operation } } } }');
    expect(data.providers.length).toBeGreaterThan(10);
    for (const { capabilities } of data.providers) {
      const asked = capabilities.requirements.map(({ operation }: Answer) => operation);
      expect(asked.slice(0, 2)).toEqual(['BIND', 'UNBIND']);
    }
  });

  it('of a bank that looks at who binds a card anew', async () => {
    const { data } = await service.ask('{ provider(code: "lotus-bank") { cardElements } }');
    expect(data.provider.cardElements).toEqual(['HOLDER_NAME', 'ID_NUMBER', 'PHONE']);
    expect(await read('lotus-bank')).toMatchObject({
      requirements: [{ operation: 'BIND', reviewers: 1, when: 'REBIND' }, byCode('UNBIND'), byCode('RESTORE')],
      cardGraceDays: 7,
    });
  });

  it('of an access system, which gives nothing back', async () => {
    expect(await read('cloudgate')).toEqual({
      requirements: [byCode('BIND'), byCode('UNBIND')],
      activationDeadlineDays: 7,
      cardGraceDays: 0,
      documentGraceDays: 0,
      deviceMove: { carries: ['HISTORY'], perYear: null },
    });
  });

  it('of a lender, which wants a document that two people look at, and a proof for each loan', async () => {
    expect(await read('harvest-loans')).toEqual({
      requirements: [
        { operation: 'BIND', factors: ['SMS_CODE'], documents: ['MAINLAND_ID'], reviewers: 2, when: 'ALWAYS' },
        byCode('UNBIND'),
        byCode('OPEN_LOAN'),
      ],
      activationDeadlineDays: null,
      cardGraceDays: 0,
      documentGraceDays: 15,
      deviceMove: { carries: ['NUMBER', 'HISTORY', 'LOANS'], perYear: null },
    });
  });
});
