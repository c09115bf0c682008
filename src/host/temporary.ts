import { randomUUID } from 'node:crypto';

/**
 * A name for a file that lies beside its place for a moment. It is like no other, also of a program in another container
 * that shares the folder, where process numbers are the same.
 */
export function temporaryName(): string {
  return `.marginalia-${randomUUID()}.tmp`;
}
