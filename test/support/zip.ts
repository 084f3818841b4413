/** What is in a zip file, for the tests of the package. */
import { inflateRawSync } from 'node:zlib';

/** The files of an archive by name, unpacked. Archives of more than 65,535 files or 4 GB are not understood. */
export function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = archive.readUInt32LE(end + 16);
  return new Map(
    Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
      const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
      const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
        number,
        number,
        number,
      ];
      const local = archive.readUInt32LE(at + 42);
      const data = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const packed = archive.subarray(data, data + size);
      const entry: [string, Buffer] = [
        archive.toString('utf8', at + 46, at + 46 + name),
        method === 0 ? packed : inflateRawSync(packed),
      ];
      at += 46 + name + extra + comment;
      return entry;
    }),
  );
}
