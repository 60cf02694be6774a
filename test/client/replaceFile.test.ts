import assert from 'node:assert/strict'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ChangedMeanwhile, type Disk, removeFile, replaceFile } from '../../client/src/replaceFile'
import { inFolder } from '../cli/folder'

/** The real disk, with the one code of errors that VS Code gives. */
const disk: Disk<string> = {
  readFile: file =>
    readFile(file).catch((error: unknown) => {
      const { code, message } = error as NodeJS.ErrnoException
      throw Object.assign(new Error(message), { code: code === 'ENOENT' ? 'FileNotFound' : code })
    }),
  writeFile: (file, content) => writeFile(file, content),
  rename: (from, to) => rename(from, to),
  delete: file => rm(file),
}

/** Replaces `known.json` in a folder; what went wrong, and what the folder holds afterwards. */
async function replace(folder: string, former: string | null, on: Disk<string> = disk) {
  const [file, beside] = [join(folder, 'known.json'), join(folder, '.beside')]
  const wrong = await replaceFile(on, file, beside, former, 'new').then(
    () => undefined,
    (error: unknown) => (error as Error).message,
  )
  return { wrong, files: readdirSync(folder) }
}

const textIn = (folder: string, name = 'known.json'): string => readFileSync(join(folder, name), 'utf8')

describe('Replacing a file', () => {
  it('makes it, or puts the text in its place, and leaves nothing beside it', () =>
    inFolder({}, async folder => {
      assert.deepEqual(await replace(folder, null), { wrong: undefined, files: ['known.json'] })
      writeFileSync(join(folder, 'known.json'), 'old')
      assert.deepEqual(await replace(folder, 'old'), { wrong: undefined, files: ['known.json'] })
      assert.equal(textIn(folder), 'new')
    }))

  it('leaves alone what somebody else wrote meanwhile, before or while it is written', () =>
    inFolder({ 'known.json': 'theirs' }, async folder => {
      const refused = { wrong: 'it was changed meanwhile: please try again', files: ['known.json'] }
      assert.deepEqual(await replace(folder, 'old'), refused)
      assert.deepEqual(await replace(folder, null), refused)
      const late: Disk<string> = {
        ...disk,
        writeFile: async (file, content) => {
          await disk.writeFile(file, content)
          writeFileSync(join(folder, 'known.json'), 'theirs, late')
        },
      }
      assert.deepEqual(await replace(folder, 'theirs', late), refused)
      assert.equal(textIn(folder), 'theirs, late')
    }))

  it('leaves the old file where the new one cannot be written', () =>
    inFolder({ 'known.json': 'old' }, async folder => {
      await mkdir(join(folder, '.beside', 'x'), { recursive: true })
      const { wrong } = await replace(folder, 'old')
      assert.match(wrong ?? '', /EISDIR/)
      assert.equal(textIn(folder), 'old')
    }))

  it('does not take what cannot be read for nothing', () =>
    inFolder({ 'known.json/x': '' }, async folder => {
      const { wrong, files } = await replace(folder, null)
      assert.match(wrong ?? '', /EISDIR/)
      assert.deepEqual(files, ['known.json'])
    }))

  it('keeps the new text where the disk lost the old file and then failed', () =>
    inFolder({ 'known.json': 'old' }, async folder => {
      const failing: Disk<string> = {
        ...disk,
        rename: async (_, to) => {
          await disk.delete(to)
          throw new Error('disk on fire')
        },
      }
      const { wrong, files } = await replace(folder, 'old', failing)
      assert.equal(wrong, `it is lost, and its new text lies in ${join(folder, '.beside')}`)
      assert.deepEqual(files, ['.beside'])
      assert.equal(textIn(folder, '.beside'), 'new')
    }))
})

describe('Two windows that write one file at once', () => {
  /** Adds lines to a file, one at a time; what others have written meanwhile is read again. */
  async function write(folder: string, own: string, lines: readonly string[]): Promise<void> {
    const file = join(folder, 'reviews')
    const isContended = async (): Promise<boolean> =>
      (await readdir(folder)).some(name => name.startsWith('.beside') && name !== `.beside-${own}`)
    const left = [...lines]
    while (left.length > 0) {
      const former = await disk.readFile(file).then(String, () => null)
      const text = `${former ?? ''}${left[0] ?? ''}\n`
      try {
        await replaceFile({ ...disk, isContended }, file, join(folder, `.beside-${own}`), former, text)
        left.shift()
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) throw error
        // Two that have met do not wait for the same time.
        for (let reads = Math.ceil(Math.random() * 20); reads > 0; reads--) await readFile(import.meta.filename)
      }
    }
  }

  it('lose nothing', () =>
    inFolder({}, async folder => {
      const lines = (own: string) => Array.from({ length: 30 }, (_, n) => `${own}${String(n)}`)
      const windows = ['a', 'b', 'c']
      await Promise.all(windows.map(own => write(folder, own, lines(own))))
      const written = textIn(folder, 'reviews').trim().split('\n')
      assert.deepEqual(written.sort(), windows.flatMap(lines).sort())
    }))
})

describe('Taking a file away', () => {
  it('is refused where somebody else wrote it meanwhile', () =>
    inFolder({ 'known.json': 'ours' }, async folder => {
      const file = join(folder, 'known.json')
      await assert.rejects(removeFile(disk, file, 'theirs'), /changed meanwhile/)
      await removeFile(disk, file, 'ours')
      assert.deepEqual(readdirSync(folder), [])
    }))
})
