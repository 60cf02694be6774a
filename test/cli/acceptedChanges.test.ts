import assert from 'node:assert/strict'
import { inRepository } from './repository'
import { runCli } from './runCli'

const moduleOf = (...options: readonly string[]): string =>
  `from oslo_config import cfg
opts = [${options.map(one => `cfg.${one}`).join(', ')}]
cfg.CONF.register_opts(opts, group='api')
`

/** A repository in which two options were removed, and what settings say of that; today is 2026-11-26. */
async function withAccepted(accepted: unknown, check: (run: (...args: string[]) => Promise<string>) => Promise<void>) {
  await inRepository(async ({ folder, commit, write }) => {
    commit({ 'a.py': moduleOf("StrOpt('one')", "StrOpt('two')", "StrOpt('kept')") })
    commit({ 'a.py': moduleOf("StrOpt('kept')") })
    write({ '.nova-config-review/config.json': JSON.stringify({ acceptedChanges: accepted }) })
    await check(async (...args) => {
      const { code, out, err } = await runCli(['diff', 'HEAD~1', 'HEAD', '--fail-on', 'breaking', ...args], folder)
      return `${code} ${out}${err}`
    })
  })
}

const accept = (option: string, expires: string, kind = 'removed') => ({
  option,
  kind,
  reason: 'nobody | used it',
  expires,
})

describe('Changes that a team has accepted', () => {
  it('fail nothing until they expire, and are still told', () =>
    withAccepted([accept('[api] one', '2026-11-26'), accept('[API] two', '2027-01-01')], async run => {
      const text = await run()
      assert.match(text, /^0 a.py:2: accepted breaking removed: \[api\] one \(StrOpt\)/)
      assert.match(text, /accepted until 2026-11-26: nobody \| used it\n/)
      assert.match(text, /2 changes \(2 breaking\), 2 of them accepted\./)
      assert.match(
        await run('--format', 'json'),
        /"accepted": \{"reason": "nobody \| used it", "expires": "2026-11-26"/,
      )
      assert.match(await run('--format', 'md'), /### Accepted\n\n- \*\*removed\*\* `\[api\] one`/)
    }))

  it('count again when they have expired, and are each of one kind', () =>
    withAccepted([accept('[api] one', '2026-11-25'), accept('[api] two', '2027-01-01', 'default')], async run => {
      const text = await run()
      assert.match(text, /^1 a.py:2: breaking removed: \[api\] one/)
      assert.match(text, /was accepted until 2026-11-25: nobody/)
      assert.match(text, /\.nova-config-review\/config\.json accepts what has not changed: default of \[api\] two\n/)
    }))

  it('have an option, a reason and a day', () =>
    withAccepted([accept('one', 'soon')], async run =>
      assert.match(await run(), /^2 error: .*config\.json:1:\d+: This has to be an option with its group/),
    ))
})

describe('diff --format md', () => {
  it('is a comment for a review: by impact, with what breaks and what is open', () =>
    withAccepted([], async run =>
      assert.equal(
        (await run('--format', 'md')).slice(2),
        `## Changes of options

**2 changes (2 breaking).** From \`HEAD~1\` to \`HEAD\`; looked into 1 file.

### Breaking

- **removed** \`[api] one\` \`StrOpt\`: removed without notice\\: files that set it are ignored now (\`a.py:2\`)
  - breaks: \`[api] one = …\`
  - open: C24\\, C25\\, C27\\, C28
- **removed** \`[api] two\` \`StrOpt\`: removed without notice\\: files that set it are ignored now (\`a.py:2\`)
  - breaks: \`[api] two = …\`
  - open: C24\\, C25\\, C27\\, C28
`,
      ),
    ))

  it('shows names and values as they are, whatever marks are in them', () =>
    inRepository(async ({ folder, commit }) => {
      commit({ 'a.py': moduleOf("StrOpt('x', default='a')") })
      commit({ 'a.py': moduleOf("StrOpt('x', default='](command:x) <b>|`')") })
      const { out } = await runCli(['diff', 'HEAD~1', 'HEAD', '--format', 'md'], folder)
      assert.match(out, /`a` → \\\]\\\(command\\:x\\\) \\<b\\>\\\|\\`: it behaves/)
    }))
})
