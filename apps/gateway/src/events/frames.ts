import type { Change } from './change';

/**
 * Why a stream ends. TOKEN_EXPIRED: refresh the session and come back. SESSION_ENDED: log in. REPLACED: the same session opened another; stay
 * away. CLOSING: this process stops; come back after `retry`.
 */
export type EndReason = 'TOKEN_EXPIRED' | 'SESSION_ENDED' | 'REPLACED' | 'CLOSING';

/*
 * The words of an event stream (WHATWG HTML, 9.2 Server-sent events). All of ours is ASCII without line breaks: JSON of ids, and
 * numbers.
 */

/**
 * Shows proxies and clients that the connection lives, and moves the position on. An event and no comment, because parsers
 * other than a browser's own lose an id that comes without data.
 */
export const aliveFrame = (id: string): string => `id: ${id}\nevent: alive\ndata: {}\n\n`;

/** The first words: how long a client waits before it comes back, milliseconds, and where it is. */
export const openingFrame = (retryMs: number, id: string): string => `retry: ${retryMs}\n${aliveFrame(id)}`;

/** Something changed: read it again. */
export const changeFrame = (id: string, data: string): string => `id: ${id}\nevent: change\ndata: ${data}\n\n`;

/** What changed in between is not known: read everything again. */
export const resetFrame = (id: string): string => `id: ${id}\nevent: reset\ndata: {}\n\n`;

/** The last words of a stream. */
export const endFrame = (reason: EndReason, retryMs: number): string =>
  `retry: ${retryMs}\nevent: end\ndata: ${JSON.stringify({ reason })}\n\n`;

/** What is told of an event that was written at that time (RFC 3339). */
export const changeData = (changes: readonly Change[], at: string): string => JSON.stringify({ changes, at });
