import type { PhonesOutside, SimulatedWorld, WeChatUser } from '@bindery/simulated-world';
import type { StaffRole } from '@bindery/trust';
import type { Wallet } from '@bindery/wallet-client';
import type { EventWatch } from './event-watch';
import type { Storyteller } from './storyteller';

export interface BoundCard {
  readonly cardId: string;
  readonly bindingId: string;
}

/** A person of their own for each system: codes by SMS are counted by person. */
export interface Life {
  readonly scene: Scene;
  readonly wallet: Wallet;
  readonly deviceId: string;
}

/** What the chapters share: the actors, and what earlier chapters found. */
export interface Scene {
  readonly wallet: Wallet;
  readonly world: SimulatedWorld;
  /** What people do in WeChat, and on phones outside. */
  readonly weChat: WeChatUser;
  readonly phones: PhonesOutside;
  readonly story: Storyteller;
  readonly events: EventWatch;
  /** Whether the clock of the sandbox is left alone. */
  readonly keepsTime: boolean;
  /** The wallet app of one more person. */
  newWallet(): Wallet;
  accountId: string;
  deviceId: string;
  bank: { cardId: string; bindingId: string };
  access: { cardId: string; bindingId: string };
  /** The apps of those of our own people whom the data folder has, by what they may do. */
  readonly staff: Readonly<Partial<Record<StaffRole, readonly Wallet[]>>>;
  /** An account at a lender, bound by a document that soon expires. */
  borrowing?: { readonly life: Life; readonly card: BoundCard; readonly idNumber: string };
  /** A card that soon expires: time is moved last. */
  expiring?: { readonly life: Life; readonly card: BoundCard };
  /** A person whose cards nobody uses. */
  unused?: Life;
}

/** Who plays, and how. */
export type Cast = Omit<Scene, 'accountId' | 'deviceId' | 'bank' | 'access' | 'expiring' | 'borrowing' | 'unused'>;

/** Tells the events of a step once those that must come have come. */
export async function tellEvents({ events, accountId, story }: Scene, ...wanted: string[]): Promise<void> {
  story.events(await events.next(accountId, wanted));
}
