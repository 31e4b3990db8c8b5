import type { Id } from '@bindery/kernel';
import type { Activation, CredentialStatus, EnteredCard } from '../../providers';
import type { PlayedKind } from './deed';
import type { Truth } from './read-truth';

export interface Player {
  readonly code: string;
  readonly operations: readonly PlayedKind[];
  card(): EnteredCard;
  truth(): Promise<Truth>;
  /** What the holder does before it is confirmed; throws HolderRefused where the provider says no to them. */
  readonly act?: (operationId: Id<'operation'>, activation: Activation) => Promise<void>;
  /** What devices show in the end, where they are told by pushes of ours. */
  readonly isShown?: (reference: string, status: CredentialStatus) => Promise<boolean>;
  /** Whether nothing is left over that was put off, which the next fault would strike. */
  readonly isQuiet?: () => Promise<boolean>;
  /** False where nothing posts outcomes. */
  readonly tells: boolean;
  /** True where nothing is told of a bind before it is signed. */
  readonly tellsSigned?: boolean;
  /** Its keys change, from now on; with what of the address and keys that the platform has of it is another now. */
  readonly rotateKeys?: () => Promise<Readonly<Record<string, unknown>>>;
  /** What follows is signed as before. */
  readonly settleKeys?: () => Promise<void>;
  /** How often it was asked for its keys, where it hands them out. */
  readonly keysFetched?: () => Promise<number>;
  /** A reader of the site. */
  readonly reader?: string;
}

/** The provider said no to its holder, not to us. */
export class HolderRefused extends Error {}
