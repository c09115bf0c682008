/**
 * The container of an EPUB (OCF ZIP: EPUB 3.3, 4.2; ZIP: PKWARE's APPNOTE 6.3.10, 4.3): the files in the order in which they are
 * given, without folders, dates, permissions or extra fields, so that the same files give the same bytes.
 *
 * It is written here because most editions only store: the tables of a deflater and a checksum in JavaScript take longer than all
 * else that is done for a small edition. What is large is deflated by fflate, which gives the same bytes under every Node.
 */
import zlib from 'node:zlib';

export interface ContainedFile {
  /** In the container, with `/` between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly deflate: boolean;
}

/** Lengths and places are numbers of 32 bits, counts of 16 (APPNOTE 4.4.1.4); with ZIP64 not all reading systems can do. */
const longest = 0xffff_fffe;
const mostFiles = 0xfffe;
const longestName = 0xffff;
const localHeader = 30;
const centralHeader = 46;
const endRecord = 22;
/** Version 2.0: folders and deflate (4.4.3). */
const version = 20;
/** 1 January 1980, midnight, the zero of DOS dates (4.4.6). */
const noDate = 0x0021_0000;
/** General purpose bit 11: the name is UTF-8 (4.4.4). */
const utf8Name = 0x0800;
const [stored, deflated] = [0, 8];

/** @throws RangeError if the files are more, or longer, than a container without ZIP64 can hold, or a name is */
export async function writeContainer(files: readonly ContainedFile[]): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const deflate = files.some((file) => file.deflate) ? (await import('fflate')).deflateSync : undefined;
  let offset = 0;
  let directory = 0;
  const entries = files.map(({ path, bytes, ...file }) => {
    const name = encoder.encode(path);
    if (name.length > longestName)
      throw new RangeError(`the name of a file has ${String(name.length)} bytes`);
    const content = file.deflate && deflate ? deflate(bytes, { level: 6 }) : bytes;
    const entry = {
      name,
      content,
      offset,
      length: bytes.length,
      checksum: crc32(bytes),
      method: file.deflate ? deflated : stored,
      flags: name.length === path.length ? 0 : utf8Name,
    };
    offset += localHeader + name.length + content.length;
    directory += centralHeader + name.length;
    return entry;
  });
  const length = offset + directory + endRecord;
  if (length > longest || entries.length > mostFiles)
    throw new RangeError(`an EPUB of ${String(length)} bytes in ${String(files.length)} files needs ZIP64`);
  const container = new Uint8Array(length);
  const view = new DataView(container.buffer);
  const number = (at: number, value: number): void => {
    view.setUint32(at, value, true);
  };
  const short = (at: number, value: number): void => {
    view.setUint16(at, value, true);
  };
  /** What both headers of an entry say (4.3.7, 4.3.12), from its version on. */
  const common = (at: number, entry: (typeof entries)[number]): void => {
    short(at, version);
    short(at + 2, entry.flags);
    short(at + 4, entry.method);
    number(at + 6, noDate);
    number(at + 10, entry.checksum);
    number(at + 14, entry.content.length);
    number(at + 18, entry.length);
    short(at + 22, entry.name.length);
  };
  let at = offset;
  for (const entry of entries) {
    number(entry.offset, 0x0403_4b50);
    common(entry.offset + 4, entry);
    container.set(entry.name, entry.offset + localHeader);
    container.set(entry.content, entry.offset + localHeader + entry.name.length);
    number(at, 0x0201_4b50);
    short(at + 4, version);
    common(at + 6, entry);
    number(at + 42, entry.offset);
    container.set(entry.name, at + centralHeader);
    at += centralHeader + entry.name.length;
  }
  number(at, 0x0605_4b50);
  short(at + 8, entries.length);
  short(at + 10, entries.length);
  number(at + 12, directory);
  number(at + 16, offset);
  return container;
}

/** CRC-32 of some bytes (APPNOTE 4.4.7): Node's own, which 21 and 22 before 22.2 lack. */
function crc32(bytes: Uint8Array): number {
  const { crc32: own } = zlib as { crc32?: typeof zlib.crc32 };
  return own ? own(bytes) : slowCrc32(bytes);
}

/** The same bit by bit, by its reversed polynomial. */
export function slowCrc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return ~crc >>> 0;
}
