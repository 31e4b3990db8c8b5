import { setTimeout as pause } from 'node:timers/promises';
import type { Activation, ProviderMessage, QueryOutcome, SendOutcome } from '../../providers';
import type { Deed } from './deed';
import { Broken } from './invariants';
import { HolderRefused, type Player } from './player';
import type { Bench } from './start-bench';

export interface Ended {
  readonly status: 'CONFIRMED' | 'REFUSED' | 'PENDING';
  readonly credentialReference?: string;
  /** How it came to be known. */
  readonly words: readonly string[];
}

/** Much longer than a provider needs that tells at all, on a machine with other work too. */
const wordWithinMs = 10_000;
/** For a word that nobody will say. */
const noWordWithinMs = 700;
const endWithinMs = 25_000;
const everyMs = 25;

/** What was told of the outcome of a deed, each time that it was taken; of an end, some tell by its credential only. */
export const toldOf = ({ inbox }: Bench, deed: Deed): readonly ProviderMessage[] =>
  inbox.heard.filter((message) => {
    if (message.type === 'operation.confirmed' || message.type === 'operation.refused')
      return message.operationId === deed.id;
    const isEnd = message.type === 'credential.removed' && deed.kind === 'UNBIND';
    return isEnd && message.credentialReference === deed.credentialReference;
  });

/** What was told against the outcome of a confirmed deed: that it was refused; or, where nobody is told of a no, the opposite of what was done. */
export const toldAgainst = ({ inbox }: Bench, deed: Deed, reference: string | undefined): readonly ProviderMessage[] =>
  inbox.heard.filter((message) => {
    if (message.type === 'operation.refused') return message.operationId === deed.id;
    if (message.type === 'credential.removed')
      return deed.kind !== 'UNBIND' && message.credentialReference === reference;
    const isSigned = message.type === 'operation.confirmed' && message.operationId !== deed.id;
    return isSigned && deed.kind === 'UNBIND' && message.credentialReference === reference;
  });

type Standing = SendOutcome | QueryOutcome;
const isOver = (standing: Standing): standing is Extract<Standing, { status: 'CONFIRMED' | 'REFUSED' }> =>
  standing.status === 'CONFIRMED' || standing.status === 'REFUSED';

/**
 * Brings a deed that was sent to its end as the platform does: it waits for a word, asks, and sends again only what the provider has not heard
 * of. `mode`: what was ordered of the provider; under `never` nobody will ever end it, so that after a while it has to be pending still.
 */
export async function followDeed(
  bench: Bench,
  player: Player,
  deed: Deed,
  sent: SendOutcome,
  mode?: string,
): Promise<Ended> {
  const connector = bench.usual.connectors(player.code);
  const words: string[] = [];
  const waitsForHolder = player.act !== undefined && (deed.kind === 'BIND' || deed.kind === 'RESTORE');
  const isTold = player.tells && deed.isTold;
  const deadline = Date.now() + endWithinMs;
  let acted: Promise<void> | undefined;
  let holderRefused = false;

  /** The holder does what they are asked, once. */
  const offer = (activation: Activation | undefined): boolean => {
    if (!activation || acted) return false;
    acted = player.act?.(deed.id, activation).catch((error: unknown) => {
      if (!(error instanceof HolderRefused)) throw error;
      holderRefused = true;
    });
    acted?.catch(() => undefined);
    return true;
  };

  const isSilent = ({ status }: Standing): boolean =>
    mode === 'silent' || mode === 'never' || (status === 'UNKNOWN' && mode !== 'timeout-then-success');

  async function waitForWord(standing: Standing): Promise<boolean> {
    const wordMs = isSilent(standing) ? noWordWithinMs : wordWithinMs;
    let until = Date.now() + wordMs;
    if ('activation' in standing && offer(standing.activation)) until = Date.now() + wordMs;
    while (isTold && Date.now() < until && !holderRefused) {
      if (toldOf(bench, deed).length > 0) return true;
      await pause(everyMs);
      if (!waitsForHolder || acted) continue;
      const now = await deed.query(connector);
      if ('activation' in now && offer(now.activation)) until = Date.now() + wordMs;
    }
    return toldOf(bench, deed).length > 0;
  }

  async function come(standing: Standing): Promise<Ended> {
    if (isOver(standing)) return { ...standing, words };
    if (standing.status === 'UNKNOWN') words.push('unknown');
    if (standing.status === 'OPERATION_UNKNOWN') {
      words.push('sent again');
      const again = await deed.send(connector);
      if (isOver(again)) return { ...again, words: [...words, 'answered'] };
      return come(again);
    }
    const told = await waitForWord(standing);
    for (;;) {
      const asked = await deed.query(connector);
      if (isOver(asked))
        return { ...asked, words: [...words, told || toldOf(bench, deed).length > 0 ? 'told' : 'asked'] };
      if (asked.status === 'OPERATION_UNKNOWN') return come(asked);
      if (asked.status !== 'UNAVAILABLE' && (mode === 'never' || holderRefused)) return { status: 'PENDING', words };
      if (Date.now() > deadline) throw new Broken(`it has not ended: ${JSON.stringify(asked)}`);
      if ('activation' in asked && offer(asked.activation)) await waitForWord(asked);
      await pause(everyMs);
    }
  }

  const ended = await come(sent);
  await acted;
  return ended;
}

/** Does it without trouble, to come to where a cell begins. */
export async function carryOut(bench: Bench, player: Player, deed: Deed): Promise<Ended> {
  const ended = await followDeed(bench, player, deed, await deed.send(bench.usual.connectors(player.code)));
  if (ended.status !== 'CONFIRMED') throw new Broken(`${deed.kind} without trouble ended ${ended.status}`);
  return ended;
}
