import { brokerPortsFrom, brokers, everyPortFrom, portsFrom, readyUrlOf, usualPort } from './topology';

describe('the ports of services.json', () => {
  it('are each one’s own, also of the brokers that only Compose has besides', () => {
    const [, ...more] = brokerPortsFrom(usualPort);
    const all = [...everyPortFrom(usualPort), ...more];
    expect(new Set(all).size).toBe(all.length);
  });

  it('are counted from that of the gateway', () => {
    expect(portsFrom(usualPort).gateway).toBe(usualPort);
    expect(everyPortFrom(5000)).toContain(Number(new URL(readyUrlOf(portsFrom(5000).binding)).port));
    expect(brokerPortsFrom(5000)[0]).toBe(portsFrom(5000).kafka);
    expect(brokerPortsFrom(5000)).toHaveLength(brokers.length);
  });
});
