import { setTimeout as pause } from 'node:timers/promises';
import { unwrap } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { isObligationAct, sentKinds, type ProviderMessage, type SentKind } from '../../providers';
import { createCards } from './cards';
import { isLending, type Trouble } from './columns';
import type { Deed, PlayedKind } from './deed';
import { followDeed, toldAgainst, toldOf, type Ended } from './follow-deed';
import { Broken, mustBeTrue, mustBeUnchanged, statusAfter } from './invariants';
import { createLendingDeeds } from './lending-deeds';
import { createObligationDeeds } from './obligation-deeds';
import type { Player } from './player';
import type { Truth } from './read-truth';
import type { Bench } from './start-bench';

/** How much there was in the inbox before a cell. */
interface Place {
  readonly posted: number;
  readonly heard: number;
}

const spoilt = ['wrong-signature', 'unknown-key'];
const isOfCard = (kind: PlayedKind): kind is SentKind => (sentKinds as readonly PlayedKind[]).includes(kind);
/** Longer than the simulator takes to settle, so that a second effect would be there. */
const settledMs = 150;

/** Plays one provider, a cell after another; what a cell leaves behind is the next one’s card. */
export function createCells(bench: Bench, player: Player) {
  const { simulator, inbox } = bench;
  const connector = bench.usual.connectors(player.code);
  const cards = createCards(bench, player);
  const aboutObligations = createObligationDeeds(bench, player, cards);
  const ofLenders = createLendingDeeds(bench, player, cards);

  /** What a cell plays, with all that has to be there before it. */
  function prepare(kind: PlayedKind): Promise<Deed> {
    if (isLending(kind)) return ofLenders(kind);
    return isObligationAct(kind) ? aboutObligations(kind) : cards.deed(kind);
  }

  async function send(deed: Deed, { fault, minutesAhead: [minutes = 0] = [] }: Trouble) {
    const { code } = player;
    const set = fault?.mode === 'timeout-then-success' ? bench.hasty : bench.aheadBy(minutes);
    return deed.send(set.connectors(code));
  }

  /** Sent once more, it is what it was; and nothing has happened a second time. */
  async function sendAgain(deed: Deed, ended: Ended, after: Truth): Promise<void> {
    await deed.send(connector);
    await pause(settledMs);
    mustBeUnchanged(after, await player.truth(), `sent again after it ended ${ended.status}`);
    const { status } = await deed.query(connector);
    const isSame =
      ended.status === 'PENDING' ? status === 'PENDING' || status === 'ACTIVATION_REQUIRED' : status === ended.status;
    if (!isSame) throw new Broken(`it ended ${ended.status}, and sent again it is ${status}`);
  }

  /** What was posted, and how it was taken. */
  async function judgeMessages(deed: Deed, ended: Ended, mode: string | undefined, from: Place) {
    const posted = () => inbox.posted.slice(from.posted).filter(({ provider }) => provider === player.code);
    const isTold = toldOf(bench, deed).length > 0;
    if (mode === 'twice' && isTold) await eventually(() => expect(toldOf(bench, deed)).toHaveLength(2));
    if (mode === 'replay' && isTold)
      await eventually(() =>
        expect(new Set(posted().map(({ fingerprint }) => fingerprint)).size).toBeLessThan(posted().length),
      );
    if (mode !== undefined && spoilt.includes(mode) && isTold) expect(posted().some(({ taken }) => !taken)).toBe(true);
    if (mode === 'out-of-order' && isTold) await judgeOlder(deed, ended);
    if (mode === 'contradict') await judgeContrary(deed, ended, from);
    mustBeTrue(toldOf(bench, deed), ended.status, mode);
    return posted().some(({ taken }) => !taken) ? ['refused'] : [];
  }

  /** One message said the opposite, and nothing is another for it. */
  async function judgeContrary(deed: Deed, ended: Ended, from: Place): Promise<void> {
    const after = await player.truth();
    const reference = deed.credentialReference ?? ended.credentialReference;
    const contrary = () =>
      toldAgainst(bench, deed, reference).filter((message) => inbox.heard.indexOf(message) >= from.heard);
    await eventually(() => expect(contrary().length).toBeGreaterThan(0));
    await mustStand(deed, ended, after, 'a contrary message came after the outcome');
    expect(contrary()).toHaveLength(1);
  }

  /** What came too late was taken, and nothing is another for it. */
  async function judgeOlder(deed: Deed, ended: Ended): Promise<void> {
    const after = await player.truth();
    const told = toldOf(bench, deed);
    const isOlder = (message: ProviderMessage) => message.provider === player.code && !told.includes(message);
    const [first] = told;
    const since = () => inbox.heard.slice(first ? inbox.heard.indexOf(first) : 0);
    await eventually(() => expect(since().some(isOlder)).toBe(true));
    await mustStand(deed, ended, after, 'an older message came after the outcome');
  }

  async function mustStand(deed: Deed, ended: Ended, after: Truth, said: string): Promise<void> {
    await pause(settledMs);
    mustBeUnchanged(after, await player.truth(), said);
    const { status } = await deed.query(connector);
    if (status !== ended.status) throw new Broken(`${said}: it ended ${ended.status}, and is ${status}`);
  }

  async function judge(deed: Deed, ended: Ended, before: Truth): Promise<string | undefined> {
    if (ended.status === 'CONFIRMED') {
      const reference = await deed.mustBeDone(before, await player.truth(), ended.credentialReference);
      await sendAgain(deed, ended, await player.truth());
      return reference;
    }
    await pause(settledMs);
    mustBeUnchanged(before, await player.truth(), `it ended ${ended.status}`);
    // What was refused is never sent again: it would be another try.
    if (ended.status === 'PENDING') await sendAgain(deed, ended, before);
    return undefined;
  }

  async function play(kind: PlayedKind, trouble: Trouble): Promise<string> {
    const { code, isShown } = player;
    const deed = await prepare(kind);
    const before = await player.truth();
    const from: Place = { posted: inbox.posted.length, heard: inbox.heard.length };
    const mode = trouble.fault?.mode;
    const struck = isLending(kind) ? 'LENDING' : kind;
    const order = { provider: code, kind: isShown ? undefined : struck, times: 1, ...trouble.fault };
    if (mode !== undefined) await simulator.order('PUT', '/faults', order);
    if (trouble.readerOffline) await setReader(false);
    const fetchedBefore = await player.keysFetched?.();
    if (trouble.keysRotate) bench.renewKeys(code, await player.rotateKeys?.());
    if (trouble.keysUnknown) bench.renewKeys(code);
    const sent = await send(deed, trouble);
    const ended = await followDeed(bench, player, deed, sent, mode);
    const reference = await judge(deed, ended, before);
    const refused = await judgeMessages(deed, ended, mode, from);
    const fetched = trouble.keysUnknown ? [await keysAskedFor(fetchedBefore)] : [];
    const shown = isShown && reference && isOfCard(kind) ? [await showing(reference, kind, mode)] : [];
    const offline = trouble.readerOffline ? [await offlineReader(reference)] : [];
    if (mode !== undefined) await mustHaveStruck();
    await settle(trouble);
    if (isOfCard(kind)) cards.leave(kind, reference);
    const last = ended.status === 'CONFIRMED' ? [] : [ended.status.toLowerCase()];
    const words = [...(sent.status === 'CONFIRMED' ? ['answered'] : []), ...ended.words];
    return (
      [...refused.map(() => 'message refused'), ...words, ...last, ...fetched, ...shown, ...offline].join(', ') ||
      'answered'
    );
  }

  /** A key that nobody knows is asked for once, and no more. */
  async function keysAskedFor(before = 0): Promise<string> {
    const times = ((await player.keysFetched?.()) ?? 0) - before;
    if (times !== 1) throw new Broken(`for one unknown key it was asked ${times} times`);
    return 'asked for keys once';
  }

  const setReader = (online: boolean) =>
    simulator.order('PUT', `/providers/${player.code}/readers/${player.reader}`, { online });

  async function offlineReader(reference = ''): Promise<string> {
    const report = unwrap((await connector.propagation?.(reference)) ?? { ok: true, value: [] });
    const state = report.find(({ id }) => id === player.reader)?.state;
    if (state !== 'OFFLINE') throw new Broken(`a reader without a line is said to be ${state}`);
    return 'reader offline until its list runs out';
  }

  /** Waits for devices to show it, unless the push is ordered to be lost. */
  async function showing(reference: string, kind: SentKind, mode: string | undefined): Promise<string> {
    const check = async () => expect(await player.isShown?.(reference, statusAfter[kind])).toBe(true);
    return eventually(check, { withinMs: mode === 'never' || mode === 'silent' ? 1_000 : 10_000 }).then(
      () => 'shown',
      () => 'not shown',
    );
  }

  async function mustHaveStruck(): Promise<void> {
    const { faults } = (await (await fetch(`${simulator.url}/faults`)).json()) as { faults: { provider: string }[] };
    if (faults.some(({ provider }) => provider === player.code))
      throw new Broken('the fault that was ordered never struck');
  }

  async function settle({ keysRotate, readerOffline }: Trouble): Promise<void> {
    await simulator.order('DELETE', `/faults?provider=${player.code}`);
    if (keysRotate) await player.settleKeys?.();
    bench.settleKeys(player.code);
    if (readerOffline) await setReader(true);
  }

  /** The word of a cell; throws what was broken, with the cell. */
  return async (kind: PlayedKind, trouble: Trouble): Promise<string> => {
    const words = new Set<string>();
    try {
      for (const minutes of trouble.minutesAhead ?? [0])
        words.add(await play(kind, trouble.minutesAhead ? { ...trouble, minutesAhead: [minutes] } : trouble));
      return [...words].join(' / ');
    } catch (error) {
      await settle(trouble).catch(() => undefined);
      cards.forget();
      throw new Error(
        `${player.code} ${kind} under “${trouble.name}”: ${error instanceof Error ? error.message : error}`,
      );
    }
  };
}
