import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { parseJson, systemClock, type PlatformClock } from '@bindery/kernel';
import type { Component } from '../host/run-service';
import type { Log } from '../log';

const told = z.object({ aheadMs: z.number().int().nonnegative() });

/** Longer than the simulator lets anybody wait for a move. */
const answerMs = 30_000;

/** Between two tries while it does not answer. */
const tryAgainMs = 500;

/** Who has not heard the time until then does not start: it would be another's. */
const firstAnswerMs = 60_000;

/** What follows of a move may take so long; then it is said that the clock was moved, though not all has followed. */
const followMs = 5_000;

export interface SandboxClockOptions {
  /** SANDBOX_CLOCK_URL; undefined outside a sandbox. */
  readonly url: string | undefined;
  /** The program that follows. */
  readonly program: string;
  readonly log: Log;
  readonly clock?: PlatformClock;
  readonly firstAnswerWithinMs?: number;
}

/**
 * In a sandbox: sets the clock of this process to the sandbox's, and answers what keeps it there. Asking for the next move is saying that the
 * last one was made. Outside a sandbox there is nothing to follow.
 */
export async function joinSandboxClock({
  url,
  program,
  log,
  clock = systemClock,
  firstAnswerWithinMs = firstAnswerMs,
}: SandboxClockOptions): Promise<readonly Component[]> {
  if (url === undefined) return [];
  const stopping = new AbortController();
  const as = { program: `${program}-${randomUUID().slice(0, 8)}` };

  // Connections of its own, which end with it.
  const agent = new Agent();

  const ask = async (aheadMs?: number): Promise<number> => {
    const { statusCode, body } = await request(new URL('/clock/moves', url), {
      dispatcher: agent,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...as, aheadMs }),
      signal: AbortSignal.timeout(answerMs),
    });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`the clock of the sandbox answers with status ${statusCode}`);
    return told.parse(parseJson(text)).aheadMs;
  };

  const follow = async (aheadMs: number) => {
    if (aheadMs <= clock.aheadMs) return;
    await Promise.race([clock.moveTo(aheadMs), pause(followMs, undefined, { ref: false })]);
    log.info({ aheadMs }, 'the clock of the sandbox was moved');
  };

  const followOn = async () => {
    let away = false;
    while (!stopping.signal.aborted) {
      try {
        await follow(await ask(clock.aheadMs));
        away = false;
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (!away)
          log.warn({ err: error }, 'the clock of the sandbox does not answer; time goes on as it was told last');
        away = true;
        await pause(tryAgainMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };

  await follow(await askUntil(ask, performance.now() + firstAnswerWithinMs, url));
  let following: Promise<void> | undefined;
  return [
    {
      name: 'sandbox clock',
      async start() {
        // It may have been moved while this program was put together.
        await ask()
          .then(follow)
          .catch(() => undefined);
        following = followOn();
      },
      async stop() {
        stopping.abort();
        await agent.destroy();
        await following;
      },
    },
  ];
}

async function askUntil(ask: () => Promise<number>, deadline: number, url: string): Promise<number> {
  for (;;) {
    try {
      return await ask();
    } catch (cause) {
      if (performance.now() > deadline)
        throw new Error(`the clock of the sandbox does not answer at ${url} (SANDBOX_CLOCK_URL)`, { cause });
      await pause(tryAgainMs);
    }
  }
}
