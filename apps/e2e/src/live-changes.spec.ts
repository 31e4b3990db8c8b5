import { eventually } from '@bindery/testing';
import { createWallet, newKey, readEventStream, walletClientApp } from '@bindery/wallet-client';
import { bindBankCard } from './testing/cards';
import { mutate } from './testing/mutate';
import { watch, type Watch } from './testing/watch';
import { graph, newHolder, opsUrls, urls, world, type Holder } from './system/the-system';

const watches: Watch[] = [];
afterEach(async () => {
  for (const each of watches.splice(0)) await each.stop();
});

/** The same person on another device. */
async function onTablet(holder: Holder) {
  const tablet = createWallet(graph(), world, holder.person);
  await tablet.logIn('Tablet');
  return tablet;
}

/** Listens, and is heard of as soon as the stream is open. */
async function listening(wallet: Parameters<typeof watch>[0]): Promise<Watch> {
  const before = await openStreams();
  const started = watch(wallet);
  watches.push(started);
  await eventually(async () => expect(await openStreams()).toBeGreaterThan(before));
  return started;
}

async function openStreams(): Promise<number> {
  const metrics = await (await fetch(`${opsUrls.gateway}/metrics`)).text();
  return Number(/^event_streams_open.* (\d+)$/m.exec(metrics)?.[1]);
}

const sessionOf = async ({ accessToken }: { accessToken: string | undefined }) =>
  (await graph().ask<{ viewer: { session: { id: string } } }>('{ viewer { session { id } } }', {}, accessToken)).viewer
    .session.id;

describe('live changes through the running system', () => {
  it('tell one device what another did, when it can be read, and no stranger', async () => {
    const [holder, stranger] = [await newHolder(), await newHolder()];
    const tablet = await onTablet(holder);
    const [onOther, ofStranger] = [await listening(tablet), await listening(stranger)];
    const { cardId, bindingId } = await bindBankCard(holder);
    await eventually(() => expect(onOther.changed('CARD')).toContain(cardId));
    await eventually(() => expect(onOther.changed('WAITING')).toContain(bindingId));
    await eventually(() => expect(onOther.changed('INBOX')).not.toEqual([]));
    expect((await tablet.card(cardId)).bindings[0]?.status).toBe('ACTIVE');
    // The stranger's stream is alive, and heard nothing but what is the stranger's own.
    const own = await bindBankCard(stranger);
    await eventually(() => expect(ofStranger.changed('CARD')).toContain(own.cardId));
    expect(new Set(ofStranger.changed('CARD'))).toEqual(new Set([own.cardId]));
    expect(JSON.stringify(ofStranger.told)).not.toContain(bindingId);
  });

  it('tell of the inbox when the inbox has it', async () => {
    const holder = await newHolder();
    const heard = await listening(holder);
    await bindBankCard(holder);
    // An entry that was heard of may be part of a later one by now, which is heard of too.
    await eventually(async () => {
      const { inbox } = await holder.home();
      const ids = inbox.edges.map(({ node }) => node.id);
      expect(heard.changed('INBOX').filter((id) => ids.includes(id))).not.toEqual([]);
    });
  });

  it('go on after a cut where they were', async () => {
    const holder = await newHolder();
    const listen = async (lastEventId?: string) => {
      const hangUp = new AbortController();
      const { status, events, text } = await readEventStream({
        url: `${urls.gateway}/events`,
        accessToken: holder.accessToken ?? '',
        clientApp: walletClientApp,
        lastEventId,
        signal: hangUp.signal,
      });
      expect({ status, text: status === 200 ? '' : await text() }).toEqual({ status: 200, text: '' });
      return { iterator: events[Symbol.asyncIterator](), hangUp };
    };
    const first = await listen();
    const position = (await first.iterator.next()).value?.id;
    const { cardId } = await bindBankCard(holder);
    first.hangUp.abort();
    const second = await listen(position);
    const heard: string[] = [];
    while (!heard.join().includes(cardId)) {
      const { value, done } = await second.iterator.next();
      if (done) break;
      heard.push(`${value.event} ${value.data}`);
    }
    second.hangUp.abort();
    expect(heard.at(-1)).toContain(cardId);
    expect(heard.filter((event) => event.startsWith('reset'))).toEqual([]);
  });

  it('end with the session, and so does its access token', async () => {
    const holder = await newHolder();
    const tablet = await onTablet(holder);
    const heard = await listening(tablet);
    const sessionId = await sessionOf(tablet);
    expect(await mutate(holder, 'endSession', { idempotencyKey: newKey(), sessionId })).toMatchObject({
      __typename: 'EndSessionSuccess',
    });
    await heard.ended;
    expect(heard.told.at(-1)).toEqual({ type: 'ENDED', reason: 'SESSION_ENDED' });
    expect(await graph().send('{ viewer { id } }', {}, tablet.accessToken)).toMatchObject({ status: 401 });
    expect(await graph().send('{ viewer { id } }', {}, holder.accessToken)).toMatchObject({ status: 200 });
  });
});
