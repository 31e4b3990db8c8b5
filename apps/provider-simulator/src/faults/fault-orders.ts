import type { Providers } from '../providers/provider';
import { faultOrder, smsCarrierCode, toFault, type Fault, type FaultKind } from './fault';

export interface FaultOrders {
  /** Who can be ordered to misbehave: the providers and the SMS carrier, by code. */
  readonly targets: readonly string[];
  /** One fault per provider and kind: a new order replaces the old one. Throws a ZodError for what is no order (see FaultOrder). */
  order(asked: unknown): Fault;
  /** The fault that strikes this request, counted as having struck. One ordered for the kind goes before one for all. */
  take(provider: string, kind?: FaultKind): Fault | undefined;
  list(): Fault[];
  clear(provider?: string): void;
  cancel(provider: string, kind?: FaultKind): void;
}

const onlyByName: readonly (FaultKind | undefined)[] = ['TOKENISE', 'QUERY', 'CODE', 'LENDING'];

/** Faults live in memory only: a restart gives back a healthy world. */
export function createFaultOrders(providers: Providers): FaultOrders {
  const targets = [...providers.keys(), smsCarrierCode];
  const shape = faultOrder(targets);
  const faults = new Map<string, Fault>();
  const keyOf = (provider: string, kind?: FaultKind) => `${provider} ${kind ?? '*'}`;

  return {
    targets,
    order(asked) {
      const fault = toFault(shape.parse(asked));
      faults.set(keyOf(fault.provider, fault.kind), fault);
      return fault;
    },
    take(provider, kind) {
      const fault =
        faults.get(keyOf(provider, kind)) ?? (onlyByName.includes(kind) ? undefined : faults.get(keyOf(provider)));
      if (fault?.left === undefined) return fault;
      const key = keyOf(fault.provider, fault.kind);
      if (fault.left > 1) faults.set(key, { ...fault, left: fault.left - 1 });
      else faults.delete(key);
      return fault;
    },
    list: () => [...faults.values()],
    clear(provider) {
      for (const [key, fault] of faults) if (provider === undefined || fault.provider === provider) faults.delete(key);
    },
    cancel: (provider, kind) => void faults.delete(keyOf(provider, kind)),
  };
}
