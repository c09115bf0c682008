/**
 * Name-based identifiers: the same edition has the same identifier on every machine (RFC 9562, 5.5: UUID version 5).
 */
import { createHash } from 'node:crypto';

/** Namespace of this program's editions, drawn once by chance. */
const namespace = '9b3f7f0c-3f0e-4c58-8d3c-5a0d5c2b7e41';

/** @returns `urn:uuid:…` */
export function identifierOf(key: string): string {
  const hash = createHash('sha1')
    .update(Uint8Array.from(namespace.replaceAll('-', '').match(/../g) ?? [], (pair) => parseInt(pair, 16)))
    .update(key, 'utf8')
    .digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.subarray(0, 16).toString('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
