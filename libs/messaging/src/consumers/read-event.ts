import { parseEvent, type BinderyEvent } from '@bindery/event-contracts';
import { err, type Result } from '@bindery/kernel';
import { tellError } from '@bindery/service';
import type { IncomingMessage } from '../transport/transport';

/** Why a message is no event, in words for operators. */
export interface NoEvent {
  readonly cause: string;
}

/** The event that a message is. Never throws: reading is a part of handling, and whoever wrote the message may have written anything. */
export function readEvent(message: Pick<IncomingMessage, 'headers' | 'value'>): Result<BinderyEvent, NoEvent> {
  try {
    const parsed = parseEvent(message);
    return parsed.ok ? parsed : err({ cause: `${parsed.error.kind}: ${parsed.error.detail}` });
  } catch (error) {
    return err({ cause: `UNREADABLE: ${tellError(error)}` });
  }
}
