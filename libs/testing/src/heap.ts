import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/** Bytes that are in use after a collection. */
export function heapNow(): number {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  // Twice: what has to be finalised is free after the second.
  collect();
  collect();
  return process.memoryUsage().heapUsed + process.memoryUsage().external;
}
