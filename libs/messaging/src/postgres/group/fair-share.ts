/**
 * The partitions of a topic that a member should own: all members, seeing the same list, come to shares that are disjoint,
 * complete and at most one apart. `rotation` differs by topic, so that the larger shares do not all fall to the same member.
 */
export function fairShare(partitions: number, members: readonly number[], self: number, rotation: number): number[] {
  const order = [...members].sort((a, b) => a - b);
  const index = order.indexOf(self);
  if (index < 0) return [];
  return Array.from({ length: partitions }, (_, partition) => partition).filter(
    (partition) => (partition + rotation) % order.length === index,
  );
}
