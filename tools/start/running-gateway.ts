import { portsFrom, readyUrlOf } from './topology';

/** Whether a gateway at this port can do its work. */
export const isReady = (port: number): Promise<boolean> =>
  fetch(readyUrlOf(portsFrom(port).gateway)).then(
    ({ ok }) => ok,
    () => false,
  );
