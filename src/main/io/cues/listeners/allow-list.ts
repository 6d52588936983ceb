// Owns who may be heard on a listener: networks in CIDR notation or single addresses, IPv4 and
// IPv6. An empty list lets everybody in; 127.0.0.1 and ::1 are always in. Refuses to trust a name:
// addresses only.
import { BlockList, isIPv6 } from 'node:net';

/** Whether an address may be heard. An IPv4 address written as IPv6 is the IPv4 one. */
export type Allows = (address: string) => boolean;

/** This machine itself, at the addresses it has everywhere; the rest of 127/8 is not implied. */
const OWN = ['127.0.0.1', '::1'];
const MAPPED = /^::ffff:(?=\d+\.)/iu;

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}

/** Makes the list. The networks must be well formed; the settings' schema sees to that. */
export function allowList(networks: readonly string[]): Allows {
  if (networks.length === 0) return () => true;
  const list = new BlockList();
  for (const network of [...networks, ...OWN]) {
    const [address = '', prefix] = network.split('/');
    if (prefix === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return (address) => {
    const plain = address.replace(MAPPED, '').replace(/%.*$/u, '');
    return list.check(plain, familyOf(plain));
  };
}
