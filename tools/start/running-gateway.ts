import { portsFrom, urlOf } from './topology';

/** Whether a gateway at this port can do its work. */
export const isReady = (port: number): Promise<boolean> =>
  fetch(`${urlOf(portsFrom(port).gateway)}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
