import { BlockList, isIP } from "node:net"

/** Addresses that lead to this machine, a private network, or nowhere public: IANA's special-purpose registries (RFC 6890), as of 2024. */
const networks4 =
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
const networks6 =
  "::/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8"

const inner = new BlockList()
for (const [networks, family] of [
  [networks4, "ipv4"],
  [networks6, "ipv6"],
] as const)
  for (const network of networks.split(" ")) {
    const [address, bits] = network.split("/")
    inner.addSubnet(address!, Number(bits), family)
  }

/** True of an IP address that a page of the public web cannot have. An IPv4 address in IPv6 clothes counts as what it is. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, "")
  return isIP(plain) === 6 ? inner.check(plain, "ipv6") : inner.check(plain, "ipv4")
}
