import { ossn, securityGuide } from '../knowledge/references'
import { defaultTexts, holdsText, isClosedSet } from '../knowledge/values'
import { nameWords, plainName, readableHelp } from '../knowledge/words'
import type { Option } from '../oslo/option'
import { isGoing } from './places'
import { defineRule } from './rule'

export const commandOrCodeExecutionOption = defineRule({
  name: 'command-or-code-execution-option',
  summary: 'Value that is run as a command or loaded as code',
  severity: 'hint',
  category: 'code-execution',
  cwe: [78, 94],
  references: [ossn('0026'), securityGuide('compute/checklist', 'Check-Compute-01 and 02')],
  messages: {
    command: "The value of '{name}' is run as a command",
    code: "The value of '{name}' names code to load",
    template: "The value of '{name}' names a file that says what to run",
    hidden: "The value of '{name}' is run as a command, which its help does not say",
  },
  consequences: {
    command: 'Whoever can write the configuration can run code as the service.',
    code: 'Whoever can write the configuration can run code as the service.',
    template: 'Whoever can write the configuration or the file can run code as the service.',
    hidden: 'An operator cannot tell what the option opens.',
  },
  *check(option) {
    if (!holdsText(option) || isClosedSet(option) || isGoing(option)) return
    const name = plainName(option)
    const args = { name: option.displayName }
    const at = option.nameRange
    if (defaultTexts(option).some(text => /^[a-z]\w*(\.\w+)+\.[A-Z]\w+$/.test(text)))
      yield { at, message: 'code', args }
    else if (/(^|_)(cmd|command|commands|mkfs|helper|helper_command)$/.test(name)) {
      const told = /command|execut|\brun|\btool\b|program|binar|script|daemon|\bpath (to|of)\b/i.test(
        readableHelp(option),
      )
      yield told || option.help.kind !== 'known'
        ? { at, message: 'command', args }
        : { at, message: 'hidden', args, severity: 'information' }
    } else if (namesProgram(option)) {
      yield { at, message: 'command', args }
    } else if (/(^|_)rootwrap_config$|paste_config$|_template$/.test(name)) {
      if (!/url|endpoint|name_template|hostname|\buuid/i.test(`${name} ${readableHelp(option)}`))
        yield { at, message: 'template', args }
    } else if (/(^|_)(driver|drivers|filters|weight_classes|class|classes)$/.test(name) && namesCode(option)) {
      yield { at, message: 'code', args }
    }
  },
})

/** Where a program is: `xmlsec1_binary`, `java_path`, `naviseccli_path`. */
function namesProgram(option: Option): boolean {
  const words = nameWords(option)
  const last = words.at(-1) ?? ''
  if (last === 'path') return /^(java|binary|executable|cmd|\w*cli)$/.test(words.at(-2) ?? '')
  return last === 'binary' || last === 'executable'
}

/** A dotted path to a class, by default or as the help describes it. */
function namesCode(option: Option): boolean {
  return (
    defaultTexts(option).some(text => /^\w+(\.\w+)+$/.test(text)) ||
    /\bclass|driver|entry ?point|import|plug-?in/i.test(readableHelp(option))
  )
}
