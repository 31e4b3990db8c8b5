import { newId } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import type { SigningKey, Viewer } from '@bindery/trust';
import { notified, tokenFor } from './viewers';
import { listen, type Listening } from './listening';
import type { TestEventLog } from './test-event-log';

/** Where somebody listens, and who signs the tokens for it. */
export interface Door {
  readonly url: string;
  readonly accessTokenKey: SigningKey;
}

/** Opens streams for viewers and keeps them, so that a test can leave none behind. */
export function createListeners(log: () => TestEventLog) {
  const open: Listening[] = [];
  return {
    /** Resolves when the stream has said its first word, or was refused. */
    async open(door: Door, viewer: Viewer, lastEventId?: string, goodForMs?: number): Promise<Listening> {
      const listening = await listen(door.url, await tokenFor(viewer, door.accessTokenKey, goodForMs), lastEventId);
      open.push(listening);
      if (listening.status === 200)
        await eventually(() =>
          expect(listening.lastEventId() === lastEventId && listening.heard.length === 0).toBe(false),
        );
      return listening;
    },
    /** Tells a viewer of so many notifications and answers their ids. */
    async notify(viewer: Viewer, count: number): Promise<string[]> {
      const ids = Array.from({ length: count }, () => newId('notification'));
      await log().publish(
        'notification',
        ids.map((id) => notified(viewer, id)),
      );
      return ids;
    },
    async hangUp(): Promise<void> {
      for (const listening of open.splice(0)) await listening.hangUp();
    },
  };
}

/** The ids of all changes that came. */
export const idsHeard = ({ heard }: Listening): string[] =>
  heard
    .filter(({ event }) => event === 'change')
    .flatMap(({ data }) => (data as { changes: { id: string }[] }).changes.map(({ id }) => id));

/** Each of them once and nothing else; order is kept within a key, and each notification is a key of its own. */
export const expectHeard = (stream: Listening, ids: readonly string[]): Promise<void> =>
  eventually(() => expect(idsHeard(stream).sort()).toEqual([...ids].sort()));
