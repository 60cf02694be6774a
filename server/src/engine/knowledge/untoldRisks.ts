import type { Option } from '../oslo/option'
import { bypassSwitch } from './controls'
import { knowledgeOf } from './knowledgeOf'
import { transportSwitch } from './switches'
import { isGoing } from './values'
import { plainName, readableHelp } from './words'

/** A risk that an option's help keeps quiet about. */
export interface UntoldRisk {
  /** The end of a sentence: `the help does not say that ...`. */
  readonly risk: string
  /** Whether the option is risky as soon as it is used, not only when it is set against its default. */
  readonly active: boolean
}

/** Any of these shows that the authors thought of it. */
const told =
  /secur|attack|trust|encrypt|insecure|expos|leak|danger|warning|unauthor|malicious|sensitive|\brisk|not recommended|production|plain ?text|clear ?text|confidential|man[- ]in/i

/** What options of a kind put at risk, where the kind itself is the risk. */
const kinds: readonly (readonly [(option: Option) => boolean, string, boolean])[] = [
  [isStaticKey, 'one key then protects everything', true],
  [recordsSessions, 'recordings hold what people type, passwords included', true],
  [bypassSwitch, 'it takes a protection away', false],
  [option => transportSwitch(option) !== undefined, 'without it others can listen in', false],
]

/** The risk that the help of an option should name and does not; undefined where it does or none is known. */
export function riskUntold(option: Option): UntoldRisk | undefined {
  if (option.help.kind !== 'known' || isGoing(option)) return undefined
  const must = knowledgeOf(option)?.mustTell
  if (must !== undefined) {
    return must.told.test(readableHelp(option)) ? undefined : { risk: must.risk, active: must.unlessChanged !== true }
  }
  const kind = kinds.find(([fits]) => fits(option))
  if (kind === undefined || told.test(readableHelp(option))) return undefined
  return { risk: kind[1], active: kind[2] }
}

function isStaticKey(option: Option): boolean {
  return /^(fixed|master|static)_key$/.test(plainName(option))
}

/** Records of what goes over consoles and the like, as a switch or as a file's name. */
function recordsSessions(option: Option): boolean {
  return (
    /(^|_)(record|recording|capture)(_file|_dir|_path)?$/.test(plainName(option)) &&
    /frame|session|console|traffic|packet|keystroke/i.test(readableHelp(option))
  )
}
