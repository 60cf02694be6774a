/** A file in a zip archive; sizes in bytes. */
export interface ZipEntry {
  name: string
  size: number
  compressedSize: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50

/**
 * Lists a zip archive (without its extension for more than 4 GB) from its central directory.
 *
 * @throws Error when the bytes are no zip archive
 */
export function readZipEntries(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || bytes.readUInt32LE(end) !== endOfDirectory) throw new Error('Not a zip archive')
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== directoryEntry) throw new Error('A broken zip archive')
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      size: bytes.readUInt32LE(at + 24),
      compressedSize: bytes.readUInt32LE(at + 20),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}
