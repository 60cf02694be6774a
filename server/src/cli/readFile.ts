import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'

/** Not every system has it. */
const nonBlocking = constants.O_NONBLOCK as number | undefined

/**
 * The bytes of a regular file of at most `largest` bytes. Nothing else is opened: a pipe would be waited for, and a
 * device may never end, or do something.
 * @throws an error whose message, or code, says why not, in words to be put behind the file's name and a colon
 */
export function readFile(file: string, largest: number): Buffer {
  refuseOther(statSync(file), largest)
  // Without waiting: it may be a pipe by now, and some of the system's own files have an end that is yet to come.
  const descriptor = openSync(file, constants.O_RDONLY | (nonBlocking ?? 0))
  try {
    const stat = fstatSync(descriptor)
    refuseOther(stat, largest)
    return readToEnd(descriptor, stat.size, largest)
  } finally {
    closeSync(descriptor)
  }
}

function refuseOther(stat: { isFile(): boolean; isDirectory(): boolean; size: number }, largest: number): void {
  if (stat.isDirectory()) throw new Error('it is a folder')
  if (!stat.isFile()) throw new Error('it is no regular file')
  if (stat.size > largest) throw new Error(tooLarge(stat.size, largest))
}

/** The size is only a hint: the file may grow meanwhile, and what the system makes up has none. */
function readToEnd(descriptor: number, size: number, largest: number): Buffer {
  const pieces: Buffer[] = []
  let total = 0
  for (;;) {
    const piece = Buffer.allocUnsafe(Math.max(size + 1 - total, 64 * 1024))
    const count = readSync(descriptor, piece, 0, piece.length, null)
    if (count === 0) return Buffer.concat(pieces, total)
    total += count
    if (total > largest) throw new Error(tooLarge(total, largest))
    pieces.push(piece.subarray(0, count))
  }
}

function tooLarge(size: number, largest: number): string {
  return `it has ${size} bytes or more, and no more than ${largest} are read`
}
