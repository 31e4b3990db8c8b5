import { createPhonesOutside } from '@bindery/simulated-world';
import { newId, unwrap, type Id } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { loadProviderCatalogue } from '../../catalogue/provider-catalogue';
import { CardNumber } from '../../providers/kinds/bank-card/card-number.rules';
import { isObligationAct, type CredentialPage, type OperationRequest, type SentKind } from '../../providers';
import { abilitiesOf, type ConnectorStyleCode } from '../../providers/styles';
import { createCards } from '../fault-matrix/cards';
import { carryOut } from '../fault-matrix/follow-deed';
import { createLendingDeeds } from '../fault-matrix/lending-deeds';
import { createObligationDeeds } from '../fault-matrix/obligation-deeds';
import type { Player } from '../fault-matrix/player';
import { playerOf } from '../fault-matrix/players';
import type { Bench } from '../fault-matrix/start-bench';

const catalogue = loadProviderCatalogue();

/** The first provider of a style that fits. */
function providerOf(style: ConnectorStyleCode, fits: (code: string) => boolean = () => true): string {
  const found = [...catalogue.values()].find(({ code, style: own }) => own === style && fits(code));
  if (!found) throw new Error(`no provider of ${style} can show it`);
  return found.code;
}
const profileOf = (code: string) => {
  const profile = catalogue.get(code);
  if (!profile) throw new Error(`there is no ${code}`);
  return profile;
};

/** A bind from its beginning to its end, with all that was seen on the way. */
async function bindAt(bench: Bench, { code, act, card }: Player) {
  const connector = bench.usual.connectors(code);
  const token = unwrap(await connector.tokenise(card())).token;
  const operationId = newId('operation');
  const request: OperationRequest = { operationId, kind: 'BIND', token };
  await connector.send(request);
  const steps = new Set<string>();
  const reference = await eventually(
    async () => {
      const standing = await connector.query(operationId, request);
      const activation = 'activation' in standing ? standing.activation : undefined;
      if (activation && steps.size === 0) {
        for (const { kind } of activation.steps) steps.add(kind);
        await act?.(operationId, activation);
      }
      if (standing.status !== 'CONFIRMED' || standing.credentialReference === undefined)
        throw new Error(`still ${standing.status}`);
      return standing.credentialReference;
    },
    { withinMs: 15_000 },
  );
  return { request, reference, steps };
}

interface Play {
  readonly bench: Bench;
  readonly style: ConnectorStyleCode;
}
type Ability = (play: Play, word: string) => Promise<void>;

const order = ({ bench }: Play, code: string, reference: string, what: string, body?: object) =>
  bench.simulator.order('POST', `/providers/${code}/credentials/${reference}/${what}`, body);
const owe = ({ bench }: Play, code: string, reference: string, owed: object) =>
  bench.simulator.order('PUT', `/providers/${code}/credentials/${reference}/obligations`, owed);
const stands = async ({ bench }: Play, code: string, reference: string, status: string) =>
  expect(await bench.usual.connectors(code).credentialStatus(reference)).toEqual({ ok: true, value: status });

async function boundOf(play: Play, code = providerOf(play.style)) {
  const player = playerOf(play.bench, code);
  return { code, connector: play.bench.usual.connectors(code), ...(await bindAt(play.bench, player)) };
}

/** Carries a request out with a card that stands as it has to; answers the credential before and after it. */
async function done({ bench }: Play, code: string, kind: SentKind) {
  const player = playerOf(bench, code);
  const deed = await createCards(bench, player).deed(kind);
  const { credentialReference } = await carryOut(bench, player, deed);
  return { before: deed.credentialReference ?? '', after: credentialReference };
}

const mandate = { id: 'm-1', merchant: 'Video Club', amount: { value: 1_500, currency: 'CNY' } };
const amount = { value: 4_200, currency: 'CNY' };
const owedBy: Readonly<Record<string, object>> = {
  balance: { balance: amount, pending: [], mandates: [] },
  pendingPayment: { balance: null, pending: [{ id: 'p-1', amount, text: 'Taxi' }], mandates: [] },
  mandate: { balance: null, pending: [], mandates: [mandate] },
};

async function lendTo(play: Play) {
  const code = providerOf(play.style, (one) => profileOf(one).loans != null);
  const player = playerOf(play.bench, code);
  const deed = await createLendingDeeds(play.bench, player, createCards(play.bench, player))('OPEN_LOAN');
  await carryOut(play.bench, player, deed);
  return { code, reference: deed.credentialReference ?? '' };
}

/** A card that its holder activates at the bank itself, of which nothing more is known. */
async function activateAtBank(play: Play): Promise<void> {
  const code = providerOf(play.style, (one) => profileOf(one).kind === 'BANK_CARD');
  const connector = play.bench.usual.connectors(code);
  const card = { kind: 'BANK_CARD', number: unwrap(CardNumber.parse('4000000000090003')) } as const;
  const { token } = unwrap(await connector.tokenise(card));
  const operationId = newId('operation');
  await connector.send({ operationId, kind: 'BIND', token });
  await eventually(async () => expect(await connector.query(operationId)).toEqual({ status: 'ACTIVATION_REQUIRED' }));
  await play.bench.simulator.order('POST', `/providers/${code}/operations/${operationId}/activation`);
  await eventually(async () => expect(await connector.query(operationId)).toMatchObject({ status: 'CONFIRMED' }));
}

/** A holder takes it off where it is. */
async function removeOutside(play: Play, code: string, reference: string): Promise<void> {
  if (play.style !== 'APPLE_WALLET') return void (await order(play, code, reference, 'removal'));
  const phones = createPhonesOutside(play.bench.simulator.url);
  const pass = (await phones.passesOn('matrix')).find(({ barcode }) => barcode === reference);
  await phones.removePass('matrix', pass?.serialNumber ?? '');
}

const told = ({ bench }: Play, type: string, of: { reference?: string; id?: Id<'operation'> }) =>
  eventually(
    () =>
      expect(bench.inbox.heard).toContainEqual(
        expect.objectContaining({
          type,
          ...(of.reference !== undefined && { credentialReference: of.reference }),
          ...(of.id !== undefined && { operationId: of.id }),
        }),
      ),
    { withinMs: 10_000 },
  );

/** How each ability shows, by the first word of its name. */
const plays: Readonly<Record<string, Ability>> = {
  async kind(play, word) {
    const code = providerOf(play.style, (one) => profileOf(one).kind === word);
    expect(playerOf(play.bench, code).card().kind).toBe(word);
    await boundOf(play, code);
  },
  async suspends(play) {
    const code = providerOf(play.style, (one) => profileOf(one).suspend.mode === 'NATIVE');
    for (const [kind, status] of [
      ['SUSPEND', 'SUSPENDED'],
      ['RESUME', 'ACTIVE'],
    ] as const)
      await stands(play, code, (await done(play, code, kind)).before, status);
  },
  async returns(play, word) {
    const code = providerOf(play.style, (one) => profileOf(one).restore.strategy === word);
    const { before, after = before } = await done(play, code, 'RESTORE');
    expect(after === before).toBe(word === 'REACTIVATE');
    await stands(play, code, after, 'ACTIVE');
  },
  async tells(play, word) {
    const { connector, request, reference } = await boundOf(play);
    const confirmed = { status: 'CONFIRMED', credentialReference: reference };
    if (word === 'WEBHOOK') await told(play, 'operation.confirmed', { id: request.operationId, reference });
    else if (word === 'POLL') expect(await connector.query(request.operationId, request)).toEqual(confirmed);
    else expect(await connector.send(request)).toEqual(confirmed);
  },
  async step(play, word) {
    if (word === 'AT_PROVIDER') return activateAtBank(play);
    const asks = (code: string) => profileOf(code).sites?.[0]?.code === 'north-tower' || code === 'lotus-bank';
    const always = abilitiesOf(play.style).step?.when === 'ALWAYS';
    const { steps } = await boundOf(
      play,
      providerOf(play.style, (code) => always || asks(code)),
    );
    expect([...steps]).toEqual([word]);
  },
  async obligation(play, word) {
    if (word === 'loan') {
      const { code, reference } = await lendTo(play);
      const { loans = [] } = unwrap(await play.bench.usual.connectors(code).obligations(reference));
      return expect(loans.length).toBeGreaterThan(0);
    }
    const { code, connector, reference } = await boundOf(play);
    await owe(play, code, reference, owedBy[word] ?? {});
    expect(unwrap(await connector.obligations(reference))).toMatchObject(owedBy[word] ?? {});
  },
  async act(play, word) {
    if (!isObligationAct(word)) throw new Error(`nothing is done by ${word}`);
    const code = providerOf(play.style, (one) => profileOf(one).obligationActs.includes(word));
    const player = playerOf(play.bench, code);
    const deed = await createObligationDeeds(play.bench, player, createCards(play.bench, player))(word);
    const before = await player.truth();
    const { credentialReference } = await carryOut(play.bench, player, deed);
    await deed.mustBeDone(before, await player.truth(), credentialReference);
  },
  lends: async (play) => void (await lendTo(play)),
  async keepsNumber(play) {
    const code = providerOf(play.style, (one) => profileOf(one).deviceMove.carries.includes('NUMBER'));
    const twins = await createCards(play.bench, playerOf(play.bench, code)).twins();
    expect(new Set(twins).size).toBe(2);
    for (const reference of twins) await stands(play, code, reference, 'ACTIVE');
  },
  async signalsRemoval(play) {
    const { code, reference } = await boundOf(play);
    await removeOutside(play, code, reference);
    await told(play, 'credential.removed', { reference });
    await stands(play, code, reference, 'ABSENT');
  },
  async pauses(play) {
    const { code, connector, reference } = await boundOf(play);
    for (const [what, held] of [
      ['suspension', true],
      ['resumption', false],
    ] as const) {
      await order(play, code, reference, what);
      expect(await connector.heldByProvider?.(reference)).toEqual({ ok: true, value: held });
      // It is as we want it: the provider's own hold is another matter.
      await stands(play, code, reference, 'ACTIVE');
    }
  },
  async tellsUses(play) {
    const { code, reference } = await boundOf(play);
    await owe(play, code, reference, owedBy.mandate ?? {});
    await order(play, code, reference, 'charges', { mandateId: mandate.id });
    await eventually(() => expect(play.bench.inbox.used).toContain(reference), { withinMs: 10_000 });
  },
  async lists(play) {
    const { connector, reference } = await boundOf(play);
    const listed: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const answer = await connector.list?.(after);
      if (!answer?.ok) throw new Error('there is no list');
      const page: CredentialPage = answer.value;
      listed.push(...page.credentials.map(({ credentialReference }) => credentialReference));
      after = page.next;
    }
    expect(listed).toContain(reference);
  },
  async tellsReaders(play) {
    const { code, connector, reference } = await boundOf(play);
    expect((await connector.readers?.(reference))?.ok).toBe(true);
    await order(play, code, reference, 'removal');
    const reports = await connector.propagation?.(reference);
    expect(reports?.ok && reports.value.length).toBeGreaterThan(0);
  },
};

/** Plays one ability that a style declares, with its real connector and the simulated world. Throws where nobody here can show it, or it does not hold. */
export async function playAbility(bench: Bench, style: ConnectorStyleCode, name: string): Promise<void> {
  const [first = '', word = ''] = name.split(' ');
  const play = plays[first];
  if (!play) throw new Error(`${style} declares ${name}, and nobody plays it`);
  await play({ bench, style }, word);
}
