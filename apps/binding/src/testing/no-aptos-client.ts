/** In place of the network client of Aptos' SDK: no test asks a node. */
export default function askNobody(): never {
  throw new Error('this test asks no node of Aptos');
}
