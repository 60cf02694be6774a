import assert from 'node:assert/strict'
import {
  type Finding,
  type PythonParser,
  Project,
  defaultReviewSettings,
  review,
  suppressionEdit,
} from '../../server/src/engine/index'
import { applyEdits, file, loadParser, preamble, reviewText, withWords } from './engine'

describe('A suppression', () => {
  let python: PythonParser
  before(async () => {
    python = await loadParser()
  })

  function found(source: string, settings = defaultReviewSettings): string[] {
    return reviewText(python, preamble + source, settings)
      .findings.filter(aboutThis)
      .map(({ rule }) => rule)
  }

  const waiver = '# nova-review: ignore[secret-not-marked] -- a test double'

  it('waives behind the first line of a declaration, whatever line the finding stands on', () => {
    assert.deepEqual(found(`cfg.StrOpt(  ${waiver}\n    'a_password',\n)\n`), [])
  })

  it('waives from a line of its own above, with other comments between', () => {
    assert.deepEqual(found(`opts = [\n    ${waiver}\n    # the old one\n    cfg.StrOpt('a_password'),\n]\n`), [])
  })

  it('waives behind another comment', () => {
    assert.deepEqual(found(`cfg.StrOpt('a_password')  # noqa ${waiver}\n`), [])
  })

  it('waives several rules, and only those it names', () => {
    const both = '# nova-review: ignore[secret-not-marked, hardcoded-credential-default] -- a test double'
    assert.deepEqual(found(`cfg.StrOpt('a_password', default='x')  ${both}\n`), [])
    assert.deepEqual(found(`cfg.StrOpt('a_password', default='x')  ${waiver}\n`), ['hardcoded-credential-default'])
  })

  it('does not waive behind a later line, nor across an empty line, and is reported there', () => {
    assert.deepEqual(found(`cfg.StrOpt(\n    'a_password',  ${waiver}\n)\n`).sort(), [
      'secret-not-marked',
      'suppression-unused',
    ])
    assert.deepEqual(found(`${waiver}\n\ncfg.StrOpt('a_password')\n`).sort(), [
      'secret-not-marked',
      'suppression-unused',
    ])
  })

  it('waives nothing without a reason or a rule that exists', () => {
    assert.deepEqual(found("cfg.StrOpt('a_password')  # nova-review: ignore[secret-not-marked] --\n").sort(), [
      'secret-not-marked',
      'suppression-invalid',
    ])
    assert.deepEqual(found("cfg.StrOpt('a_password')  # nova-review: ignore[] -- why\n").sort(), [
      'secret-not-marked',
      'suppression-invalid',
    ])
    assert.deepEqual(
      found("cfg.StrOpt('a_password')  # nova-review: disable=secret-not-marked\n").includes('suppression-invalid'),
      true,
    )
  })

  it('still waives the known rule when it names an unknown one, too', () => {
    assert.deepEqual(found("cfg.StrOpt('a_password')  # nova-review: ignore[secret-not-marked, nonsense] -- why\n"), [
      'suppression-invalid',
    ])
  })

  it('is not called unused for a rule that is off, or before the project is read', () => {
    const text = `cfg.StrOpt('a_password', secret=True)  ${waiver}\n`
    assert.deepEqual(found(text, { ...defaultReviewSettings, rules: { 'secret-not-marked': 'off' } }), [])
    const project = new Project(python)
    project.setText(file, preamble + text)
    assert.deepEqual(review(project, file, defaultReviewSettings).filter(aboutThis), [])
  })

  it('can be ignored by auditors', () => {
    assert.deepEqual(
      found(`cfg.StrOpt('a_password')  ${waiver}\n`, { ...defaultReviewSettings, ignoreSuppressions: true }),
      ['secret-not-marked'],
    )
  })

  /** Where the edit puts the comment, with `|` for the cursor, and that a reason there waives the finding. */
  function waived(source: string): string {
    const text = preamble + source
    const { module, findings } = reviewText(python, text)
    const finding = findings.find(({ rule }) => rule === 'secret-not-marked')
    assert.ok(finding)
    const made = suppressionEdit(text, module, finding)
    assert.ok(made)
    const whole = applyEdits(text, withWords([made], 'a reason'))
    const left = reviewText(python, whole).findings.map(({ rule }) => rule)
    assert.equal(left.includes('secret-not-marked'), false, whole)
    assert.equal(python.parseBare(whole), false)
    return applyEdits(text, withWords([made], '|')).slice(preamble.length)
  }

  const comment = '# nova-review: ignore[secret-not-marked] -- |'

  it('is written behind a short line', () => {
    assert.equal(waived("cfg.StrOpt(\n    'a_password')\n"), `cfg.StrOpt(  ${comment}\n    'a_password')\n`)
  })

  it('is written above a line that has no room for it, as far in', () => {
    const line = "    cfg.StrOpt('a_password', default=None, metavar='PASSWORD'),"
    assert.equal(waived(`opts = [\n${line}\n]\n`), `opts = [\n    ${comment}\n${line}\n]\n`)
  })

  it('is written above a line that ends within a string, or bears a comment', () => {
    assert.equal(waived("x = cfg.StrOpt('a_password', help='''\n''')\n").split('\n')[0], comment)
    assert.equal(waived("cfg.StrOpt('a_password')  # old\n").split('\n')[0], comment)
  })

  it('is written with the line ends of the file', () => {
    assert.match(waived("cfg.StrOpt('a_password')  # old\r\n"), /\|\r\n/)
  })

  it('has its reason at once where one is given, on one line', () => {
    const text = `${preamble}cfg.StrOpt('a_password')\n`
    const { module, findings } = reviewText(python, text)
    const finding = findings.find(({ rule }) => rule === 'secret-not-marked')
    assert.ok(finding)
    const made = suppressionEdit(text, module, finding, ' a\n  sample ')
    assert.ok(made)
    assert.equal(made.blanks, undefined)
    const whole = applyEdits(text, [made]).slice(preamble.length)
    assert.equal(whole, "cfg.StrOpt('a_password')  # nova-review: ignore[secret-not-marked] -- a sample\n")
  })

  it('is not written where a comment would break the program', () => {
    const text = `${preamble}x = \\\n    cfg.StrOpt('a_password', default=None, metavar='PASSWORD', help='''\n''')\n`
    const { module, findings } = reviewText(python, text)
    const finding = findings.find(({ rule }) => rule === 'secret-not-marked')
    assert.ok(finding)
    assert.equal(suppressionEdit(text, module, finding), undefined)
  })
})

/** Other rules have their say about bare examples; here only these matter. */
function aboutThis({ rule }: Finding): boolean {
  return ['secret-not-marked', 'hardcoded-credential-default'].includes(rule) || rule.startsWith('suppression-')
}
